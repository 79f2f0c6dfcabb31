import GRDB

/// What the large working tables hold, in one number each: a sum over the rows of what a row counts, each count taken
/// times a number that stands for its key.
///
/// Adding up the decisions gives the same number as adding up the table that should follow from them, and takes no
/// memory however many keys there are. Equal numbers mean equal tables but for a chance of about one in 2⁶⁰, whoever
/// made them: the numbers of the keys come from a secret of the process. Where two differ, the table is worked out anew
/// and compared row by row, which names the place.
struct WorkingSketches {
    /// The sums to which the lines and decisions lead, by table.
    private(set) var sums: [String: UInt64] = [:]

    private var balances: UInt64 = 0
    private var months: UInt64 = 0
    private var workers: UInt64 = 0
    private var children: UInt64 = 0
    private var invoice = Invoice()

    private struct Invoice {
        var id = 0
        var agreement = RowKey(0)
        var provider = RowKey(0)
        var form = RowKey(0)
        /// The children of its lines with their first and last days.
        var children: [(child: RowKey, first: Day, last: Day)] = []
        var places: [RowKey: Int] = [:]
    }

    /// Goes on to the invoice that a row tells: its id, run, agreement, provider and form.
    mutating func begin(_ row: Statement) {
        addChildren()
        invoice.id = row.int(0)
        invoice.agreement = RowKey(row, 2)
        invoice.provider = RowKey(row, 3)
        invoice.form = RowKey(row, 4)
    }

    /// Takes up a line of the invoice.
    mutating func addLine(_ line: Statement) {
        let child = RowKey(line, 3)
        let day = line.day(4)
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

    /// Takes up a decision on which money moved.
    mutating func addMoved(_ line: Statement, _ decision: Statement, isReversed: Bool) {
        let count = isReversed ? -1 : 1
        let (hours, amount) = (decision.int(5), decision.int(6))
        let account = invoice.agreement.and(RowKey(decision, 4)).and(RowKey(line, 3)).and(invoice.form)
            .and(RowKey(decision.int(8)))
        balances &+= account.weight(count, hours, amount)
        let month = line.withText(4) { RowKey(UnsafeRawBufferPointer(rebasing: $0.prefix(7))) }
        months &+= month.and(invoice.agreement).and(invoice.provider).and(invoice.form).weight(count)
        if line.withText(6, { !$0.isEmpty }) {
            workers &+= RowKey(line, 4).and(invoice.provider).and(RowKey(line, 6)).weight(hours)
        }
    }

    /// To be called behind the last line.
    mutating func end() {
        addChildren()
        sums = ["balances": balances, "service_months": months, "worker_days": workers, "child_invoices": children]
    }

    private mutating func addChildren() {
        for entry in invoice.children {
            children &+= entry.child.and(RowKey(invoice.id)).and(RowKey(entry.first)).and(RowKey(entry.last)).weight(1)
        }
        invoice.children.removeAll(keepingCapacity: true)
        invoice.places = [:]
    }

    /// The sums over the tables themselves.
    static func sums(of database: Database) throws -> [String: UInt64] {
        var sums: [String: UInt64] = [:]
        for (table, columns) in columns {
            let statement = try Statement(database, "SELECT \(columns.list) FROM \(table)")
            var sum: UInt64 = 0
            while try statement.step() {
                var key = RowKey(statement, 0)
                for column in 1..<columns.keys { key = key.and(RowKey(statement, column)) }
                let next = columns.keys
                switch statement.columnCount - next {
                case 0: sum &+= key.weight(1)
                case 1: sum &+= key.weight(statement.int(next))
                default: sum &+= key.weight(statement.int(next), statement.int(next + 1), statement.int(next + 2))
                }
            }
            sums[table] = sum
        }
        return sums
    }

    /// The columns of a table, the keys first, in the order in which its sum takes them.
    private static let columns: [String: (list: String, keys: Int32)] = [
        "balances": ("agreement_id, service, child_id, form, is_capped, line_count, hours, amount", 5),
        "service_months": ("month, agreement_id, provider_id, form, line_count", 4),
        "worker_days": ("service_date, provider_id, worker, hours", 3),
        "child_invoices": ("child_id, invoice_id, first_date, last_date", 4),
    ]
}
