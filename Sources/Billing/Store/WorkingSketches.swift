import GRDB

/// What the large working tables hold, in one number each: a sum over the rows of what a row counts, each count taken
/// times a number that stands for its key.
///
/// Adding up the decisions gives the same number as adding up the table that should follow from them, and takes no
/// memory however many keys there are. Equal numbers mean equal tables but for a chance of about one in 2⁶⁰, whoever
/// made them: the numbers of the keys come from a secret of the process. Where two differ, the table is worked out anew
/// and compared row by row, which names the place.
struct WorkingSketches {
    /// What a table adds up to.
    typealias Sum = Int128

    private var balances: Sum = 0
    private var months: Sum = 0
    private var workers: Sum = 0
    private var children: Sum = 0
    private var invoice = Invoice()
    /// The line that was taken up last.
    private var line = (child: RowKey.none, day: Day.first)
    private let secret = Symbols.Key.ofProcess

    private struct Invoice {
        var id = 0
        /// Its agreement and form, as an account begins with them.
        var account = RowKey.none
        /// Its agreement, provider and form, as a month's count begins with them.
        var months = RowKey.none
        var provider = RowKey.none
        /// The children of its lines with their first and last days.
        var children: [(child: RowKey, first: Day, last: Day)] = []
        var places: [RowKey: Int] = [:]
    }

    /// The sums to which the lines and decisions lead, by table.
    var sums: [String: Sum] {
        ["balances": balances, "service_months": months, "worker_days": workers, "child_invoices": children]
    }

    /// Goes on to the invoice that a row tells: its id, run, agreement, provider and form.
    mutating func begin(_ row: Statement) {
        addChildren()
        func key(_ column: Int32) -> RowKey { row.withText(column) { RowKey($0, secret) } }
        let (agreement, form) = (key(2), key(4))
        invoice.id = row.int(0)
        invoice.provider = key(3)
        invoice.account = agreement.and(form)
        invoice.months = agreement.and(invoice.provider).and(form)
    }

    /// Takes up a line of the invoice.
    mutating func addLine(_ row: EncodedRows) {
        let child = RowKey(row.text(3), secret)
        let day = Day(iso: row.text(4)) ?? .first
        line = (child, day)
        let last = invoice.children.count - 1
        let isLast = last >= 0 && invoice.children[last].child == child
        guard let place = isLast ? last : invoice.places[child] else {
            invoice.places[child] = invoice.children.count
            invoice.children.append((child, day, day))
            return
        }
        invoice.children[place].first = min(invoice.children[place].first, day)
        invoice.children[place].last = max(invoice.children[place].last, day)
    }

    /// Takes up a decision on the line that was taken up last, on which money moved.
    mutating func addMoved(_ row: EncodedRows, _ decision: EncodedRows, isReversed: Bool) {
        let count = isReversed ? -1 : 1
        let (hours, amount) = (decision.int(5), decision.int(6))
        let account = invoice.account.and(RowKey(decision.text(4), secret)).and(line.child)
            .and(RowKey(decision.int(8), secret))
        balances &+= account.weight(count, hours, amount)
        let day = row.text(4)
        months &+= invoice.months.and(RowKey(UnsafeRawBufferPointer(rebasing: day.prefix(7)), secret)).weight(count)
        let worker = row.text(6)
        if !worker.isEmpty {
            workers &+= RowKey(day, secret).and(invoice.provider).and(RowKey(worker, secret)).weight(hours)
        }
    }

    /// To be called behind the last line of some invoices.
    mutating func end() { addChildren() }

    private mutating func addChildren() {
        for entry in invoice.children {
            children &+= entry.child.and(RowKey(invoice.id, secret)).and(RowKey(entry.first, secret))
                .and(RowKey(entry.last, secret)).weight(1)
        }
        invoice.children.removeAll(keepingCapacity: true)
        invoice.places.removeAll(keepingCapacity: true)
    }

    /// The tables that are added up.
    static let tables = ["worker_days", "balances", "child_invoices", "service_months"]

    /// The sum over a table itself, nil where its rows are not in the order of their keys; and whether all its values
    /// are of their columns' kinds.
    static func sum(of table: String, _ database: Database) throws -> (sum: Sum?, isOfKind: Bool) {
        let (columns, keys) = Self.columns[table]!
        let rows = try EncodedRows(database, columns, of: table)
        let secret = Symbols.Key.ofProcess
        var sum: Sum = 0
        var isFirst = true
        // Read to the end in any case: the values' kinds are asked of all rows.
        var isInOrder = true
        while try rows.step() {
            if !isFirst, isInOrder { isInOrder = rows.isInOrder(keys: keys) }
            isFirst = false
            var key = rows.key(0, secret)
            for column in 1..<keys { key = key.and(rows.key(column, secret)) }
            switch columns.count - keys {
            case 0: sum &+= key.weight(1)
            case 1: sum &+= key.weight(rows.int(keys))
            default: sum &+= key.weight(rows.int(keys), rows.int(keys + 1), rows.int(keys + 2))
            }
            rows.removeAll(butLast: true)
        }
        return (isInOrder ? sum : nil, rows.isOfKind)
    }

    /// The columns of a table, the keys first, in the order in which its sum takes them.
    private static let columns: [String: (names: [String], keys: Int)] = [
        "balances": (["agreement_id", "form", "service", "child_id", "is_capped", "line_count", "hours", "amount"], 5),
        "service_months": (["agreement_id", "provider_id", "form", "month", "line_count"], 4),
        "worker_days": (["service_date", "provider_id", "worker", "hours"], 3),
        "child_invoices": (["child_id", "invoice_id", "first_date", "last_date"], 4),
    ]
}

extension EncodedRows {
    /// The key of a value of the last row.
    fileprivate func key(_ column: Int, _ secret: Symbols.Key) -> RowKey {
        isInteger(column) ? RowKey(int(column), secret) : RowKey(text(column), secret)
    }
}
