/// What reports must be found to say when they are read again: sums that follow from the decisions.
struct ReportExpectation: Sendable {
    /// Which of the run's files are added up: one name, or all whose names begin so.
    var files: Files
    var content: Content

    enum Files: Sendable {
        case named(String)
        /// All in a folder, `acknowledgements/`, but for a folder in it.
        case all(in: String, except: String)

        func include(_ name: String) -> Bool {
            switch self {
            case .named(let file): name == file
            case .all(in: let folder, except: let other): name.hasPrefix(folder) && !name.hasPrefix(other)
            }
        }

        var description: String {
            switch self {
            case .named(let name), .all(in: let name, except: _): name
            }
        }
    }

    enum Content: Sendable {
        /// Nothing but the bytes' hash.
        case bytes
        /// CSV: its header, how many rows it has (nil: any number), and what columns add up to.
        case table(columns: String, rows: Int?, [Sum])
        /// HTML: what the values of all `<data class="…" value="…">` of a class add up to.
        case page([String: Money])
        /// HTML: what stands in every element with `data-total="…"` whose name is known, in cents or as a count; at
        /// least these names must stand in it.
        case figures([String: Int], required: [String])
        /// xlsx: how many rows the sheets whose names begin so have below their headers, and what columns add up to.
        case workbook(sheets: String, rows: Int, [(column: Int, sum: Money)])
    }

    /// What a column adds up to.
    struct Sum: Sendable {
        var column: String
        /// Only rows that have a word in a column; nil: all.
        var filter: (column: String, word: String)?
        /// Money in cents, hours in hundredths; a plain count `n` as `n.00`.
        var sum: Money

        init(_ column: String, _ sum: Money, where filter: (String, String)? = nil) {
            self.column = column
            self.sum = sum
            self.filter = filter.map { (column: $0.0, word: $0.1) }
        }

        /// A sum of hours.
        init(_ column: String, hours: Hours, where filter: (String, String)? = nil) {
            self.init(column, Money(cents: hours.hundredths), where: filter)
        }

        /// A sum of counts.
        init(_ column: String, count: Int, where filter: (String, String)? = nil) {
            self.init(column, Money(cents: count * 100), where: filter)
        }
    }
}
