/// A long table, written row by row: cut into pieces of so many rows that a browser lays out those in sight alone, each
/// with its own head. Rows stand in groups, each under a heading of its own.
struct PageList {
    /// The most rows that a page shows of a list: enough for any night that people work through by hand, few enough
    /// that a browser opens the page at once. What is left out is counted, and stands in the CSV file and the
    /// spreadsheet.
    static let longest = 25_000
    /// Rows of a piece: a few screens.
    static let piece = 120

    private let table: PageTable
    /// What the table is, for those who can't see where it stands.
    private let caption: String
    private var rows = 0
    private var isOpen = false
    private var heading: Markup?
    private var name = ""
    private var sums: [String] = []
    private var isGroupOpen = false
    private var isContinued = false

    init(_ table: PageTable, caption: String) {
        self.table = table
        self.caption = caption
    }

    /// Begins a group of rows.
    mutating func group(_ name: String, _ heading: Markup, sums: [String] = [], in page: inout Markup) {
        closeGroup(in: &page)
        if rows >= Self.piece { close(in: &page) }
        self.name = name
        self.heading = heading
        self.sums = sums
        isContinued = false
    }

    /// Adds a whole row.
    mutating func row(_ row: Markup, in page: inout Markup) {
        if rows >= Self.piece {
            closeGroup(in: &page)
            close(in: &page)
        }
        open(in: &page)
        page += row
        rows += 1
    }

    mutating func end(in page: inout Markup) {
        closeGroup(in: &page)
        close(in: &page)
    }

    private mutating func open(in page: inout Markup) {
        if !isOpen {
            page += """
                <div class="piece"><table class="list \(Markup(table.name))"><caption>\(caption)</caption>
                \(table.head)
                """
            isOpen = true
            rows = 0
        }
        if isGroupOpen { return }
        page += "<tbody>"
        if let heading { page += row(heading) }
        isGroupOpen = true
        isContinued = true
    }

    private func row(_ heading: Markup) -> Markup {
        let more: Markup = isContinued ? " <span class=\"more\">continued</span>" : ""
        var row: Markup = """
            <tr class="group" data-name="\(name)">\
            <th colspan="\(table.columns.count - sums.count)" scope="rowgroup">\(heading)\(more)</th>
            """
        for (place, sum) in sums.enumerated() {
            // On a narrow screen there is room for dollars alone; the columns that count stand above the rows there.
            row +=
                sum.contains("$") && !sums[(place + 1)...].contains { $0.contains("$") }
                ? "<td class=\"always\">\(sum)</td>" : "<td>\(sum)</td>"
        }
        row += "</tr>\n"
        return row
    }

    private mutating func closeGroup(in page: inout Markup) {
        if isGroupOpen { page += "</tbody>\n" }
        isGroupOpen = false
    }

    private mutating func close(in page: inout Markup) {
        if isOpen { page += "</table></div>\n" }
        isOpen = false
        rows = 0
    }
}
