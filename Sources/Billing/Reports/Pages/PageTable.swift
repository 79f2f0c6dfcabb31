/// A kind of table on a page: its columns, and what its rows become where the screen is narrow.
struct PageTable {
    /// Its class in the stylesheet.
    var name: StaticString
    var columns: [Column]

    struct Column {
        var title: StaticString
        var kind: Kind
        /// The share of the table's width, in percent.
        var width: Int

        init(_ title: StaticString, _ kind: Kind = .text, width: Int) {
            self.title = title
            self.kind = kind
            self.width = width
        }
    }

    /// How a column is set and sorted.
    enum Kind: String {
        case text, number
    }

    /// The widths of the columns, and their titles; on paper they are repeated on every page that the table reaches.
    var head: Markup {
        var markup: Markup = "<thead><tr>"
        for column in columns {
            markup += "<th scope=\"col\" data-sort=\"\(column.kind.rawValue)\">\(Markup(column.title))</th>"
        }
        markup += "</tr></thead>\n"
        return markup
    }

    /// Column widths; and on a narrow screen, where every row is a block of its own, the title before each cell.
    var style: Markup {
        let table = Markup(name)
        var wide: Markup = ""
        var narrow: Markup = ""
        for (index, column) in columns.enumerated() {
            let place = index + 1
            wide += ".\(table) th:nth-child(\(place)){width:\(column.width)%}\n"
            narrow += ".\(table) tr:not(.group)>:nth-child(\(place))::before{content:\"\(Markup(column.title))\"}\n"
            if column.kind == .number {
                wide += ".\(table) tr:not(.group)>:nth-child(\(place)){text-align:right}\n"
            }
        }
        return "@media print,(min-width:720px){\n\(wide)}\n@media screen and (max-width:719px){\n\(narrow)}\n"
    }
}
