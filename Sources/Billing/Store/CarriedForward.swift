import GRDB

/// A piece of what earlier nights left and every night takes up, whatever comes in: lines that are held, and what was
/// paid. Each has texts of its own, so that pieces can be read side by side, and beside the registers and the inbox.
struct CarriedForward {
    var symbols = Symbols()
    /// Those of the held lines, as they first come.
    var invoices: [NightInvoice] = []
    /// The held lines by the store's order; each names its invoice by its place here.
    var lines: [InvoiceLine] = []
    /// Per line.
    var priors: [Prior] = []
    /// What was paid, on the children, days and workers of the held lines among it.
    var history = History()
}

/// Reads all pieces; threads that have a connection each share them.
final class CarriedReading: Sendable {
    private enum Piece {
        case balances, months
        /// What is held of the invoices with these ids.
        case held(ClosedRange<Int>)
    }

    /// Its connection lets one thread at a time in.
    nonisolated(unsafe) private let store: Store
    private let services: ServiceCatalogue
    private let months: [Month]
    private let all: [Piece]
    private let state: Locked<(next: Int, read: [CarriedForward?])>

    /// How many pieces the held lines are read in: enough that no thread waits long for the last.
    private static let parts = 16

    /// - Parameter isFirstNight: there is nothing to read then, and perhaps no file to read from.
    init(_ store: Store, _ pack: PolicyPack, asOf: Day, isFirstNight: Bool) throws(Stop) {
        self.store = store
        services = pack.services
        months = pack.settings.agreements.dueMonths(asOf: asOf)
        let held: [Piece] = isFirstNight ? [] : try store.openInvoices(parts: Self.parts).map { .held($0) }
        // The largest first, so that no thread waits for one of them in the end.
        all = isFirstNight ? [] : [.balances, .months] + held
        state = Locked((0, all.map { _ in nil }))
    }

    /// Reads pieces by a connection of their own until none is left that nobody has begun.
    func readBeside() throws(Stop) {
        if all.isEmpty { return }
        try Store.guarding(store.path) { try read(by: store.connectionForReading()) }
    }

    /// Reads pieces by the store's connection until none is left that nobody has begun.
    func readHere() throws(Stop) {
        try Store.guarding(store.path) { try read(by: store.queue) }
    }

    /// All pieces in their order, once all were read.
    func pieces() -> [CarriedForward] { state.withLock { $0.read.map { $0! } } }

    private func read(by connection: DatabaseQueue) throws {
        try connection.read { database in
            while let number = takeNext() {
                let piece = try read(all[number], database)
                state.withLock { $0.read[number] = piece }
            }
        }
    }

    private func takeNext() -> Int? {
        state.withLock { state in
            if state.next == all.count { return nil }
            state.next += 1
            return state.next - 1
        }
    }

    private func read(_ piece: Piece, _ database: Database) throws -> CarriedForward {
        var carried = CarriedForward()
        var history = try HistoryReading(database, services)
        switch piece {
        case .balances: try history.readAccounts(&carried.history, &carried.symbols)
        case .months: try history.readAgreements(&carried.history, &carried.symbols, months)
        case .held(let invoices): try carried.readHeld(of: invoices, &history, database, services)
        }
        return carried
    }
}

extension CarriedForward {
    /// Reads the held lines of invoices and the paid lines of these that held ones are to be held against.
    fileprivate mutating func readHeld(
        of ids: ClosedRange<Int>, _ paid: inout HistoryReading, _ database: Database, _ services: ServiceCatalogue
    ) throws {
        var reading = try StoredLineReading(database, services)
        let row = try Statement(
            database,
            """
            SELECT \(StoredLineReading.columnsOfOpenItem) FROM open_items
            WHERE invoice_id BETWEEN ? AND ? ORDER BY invoice_id, line_number
            """)
        row.bind(ids.lowerBound).bind(ids.upperBound)
        while try row.step() {
            // The lines of an invoice stand together.
            if invoices.last?.storeID != row.int(0) { invoices.append(try reading.invoice(row.int(0), &symbols)) }
            lines.append(try reading.line(row, invoice: invoices.count - 1, &symbols))
            priors.append(try reading.prior(row))
        }
        for line in lines {
            try paid.readWorkerDay(&history, symbols, of: line, by: invoices[Int(line.invoice)].invoice.provider)
        }
        try paid.readKept(&history, &symbols, of: ids)
    }
}

extension Store {
    /// The ids of invoices of which lines are held or are kept for those, in parts.
    fileprivate func openInvoices(parts: Int) throws(Stop) -> [ClosedRange<Int>] {
        try Self.guarding(path) {
            try queue.read { database in
                let ends = try Statement(
                    database,
                    """
                    SELECT min(id), max(id) FROM (
                      SELECT min(invoice_id) AS id FROM open_items UNION ALL SELECT max(invoice_id) FROM open_items
                      UNION ALL SELECT min(invoice_id) FROM paid_beside_held
                      UNION ALL SELECT max(invoice_id) FROM paid_beside_held)
                    """)
                guard try ends.step(), let first = ends.optionalInt(0) else { return [] }
                let last = ends.int(1)
                let length = (last - first) / parts + 1
                return stride(from: first, through: last, by: length).map { $0...min(last, $0 + length - 1) }
            }
        }
    }
}

extension History {
    /// Adds what was read with other texts.
    mutating func add(_ other: History, _ texts: SymbolMap) {
        accounts.reserveCapacity(accounts.count + other.accounts.count)
        for var entry in other.accounts {
            entry.account.agreement = texts[entry.account.agreement]
            entry.account.child = texts[entry.account.child]
            accounts.append(entry)
        }
        standing += other.standing.map { texts[$0] }
        workerDays.reserveCapacity(workerDays.count + other.workerDays.count)
        for (key, hours) in other.workerDays {
            workerDays[WorkerDay(provider: texts[key.provider], worker: texts[key.worker], day: key.day)] = hours
        }
        invoiceMonths += other.invoiceMonths.map {
            InvoiceMonth(agreement: texts[$0.agreement], provider: texts[$0.provider], month: $0.month)
        }
        for var entry in other.serviceMonths {
            entry.key.agreement = texts[entry.key.agreement]
            entry.key.provider = texts[entry.key.provider]
            serviceMonths.append(entry)
        }
        agreementFindings.formUnion(
            other.agreementFindings.map {
                ReportedFinding(agreement: texts[$0.agreement], rule: $0.rule, month: $0.month)
            })
        for var entry in other.owed {
            entry.provider = texts[entry.provider]
            entry.invoiceNumber = texts[entry.invoiceNumber]
            owed.append(entry)
        }
    }
}

extension SymbolMap {
    subscript(entry: NightInvoice) -> NightInvoice {
        var mapped = entry
        mapped.invoice = self[entry.invoice]
        return mapped
    }

    fileprivate subscript(line: StandingWork.Earlier) -> StandingWork.Earlier {
        var mapped = line
        mapped.work.provider = self[line.work.provider]
        mapped.work.child = self[line.work.child]
        if case .billed(let text) = line.work.service { mapped.work.service = .billed(self[text]) }
        mapped.work.worker = self[line.work.worker]
        mapped.work.activity = self[line.work.activity]
        mapped.work.description = self[line.work.description]
        mapped.mark.provider = self[line.mark.provider]
        mapped.mark.invoiceNumber = self[line.mark.invoiceNumber]
        return mapped
    }
}
