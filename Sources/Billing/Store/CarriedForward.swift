import GRDB

/// What earlier nights left and every night takes up, whatever comes in: the lines that are held, and what was paid.
/// It is read with texts of its own, so that it can be read beside the registers and the inbox.
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

extension Store {
    /// Reads it by a connection of its own, beside whatever else is read of the store meanwhile.
    func carriedForward(_ pack: PolicyPack, asOf: Day) throws(Stop) -> CarriedForward {
        try Self.guarding(path) {
            try connectionForReading().read { database in
                var carried = CarriedForward()
                try carried.readHeld(database, pack.services)
                var reading = try HistoryReading(database, pack.services)
                try reading.readAll(&carried.history, &carried.symbols, pack.settings.agreements.dueMonths(asOf: asOf))
                for line in carried.lines {
                    let provider = carried.invoices[Int(line.invoice)].invoice.provider
                    try reading.read(&carried.history, &carried.symbols, around: line, of: provider)
                }
                return carried
            }
        }
    }
}

extension CarriedForward {
    fileprivate mutating func readHeld(_ database: Database, _ services: ServiceCatalogue) throws {
        var reading = try StoredLineReading(database, services)
        let row = try Statement(
            database,
            """
            SELECT \(StoredLineReading.columns) FROM open_items h
            CROSS JOIN lines l ON l.invoice_id = h.invoice_id AND l.line_number = h.line_number
            \(StoredLineReading.join) ORDER BY h.invoice_id, h.line_number
            """)
        while try row.step() {
            // The lines of an invoice stand together.
            if invoices.last?.storeID != row.int(0) { invoices.append(try reading.invoice(row.int(0), &symbols)) }
            lines.append(try reading.line(row, invoice: invoices.count - 1, &symbols))
            priors.append(try reading.prior(row))
        }
    }
}

extension SymbolMap {
    subscript(entry: NightInvoice) -> NightInvoice {
        var mapped = entry
        mapped.invoice = self[entry.invoice]
        return mapped
    }

    subscript(history: History) -> History {
        var mapped = history
        for place in mapped.accounts.indices {
            mapped.accounts[place].account.agreement = self[mapped.accounts[place].account.agreement]
            mapped.accounts[place].account.child = self[mapped.accounts[place].account.child]
        }
        for place in mapped.standing.indices { mapped.standing[place] = self[mapped.standing[place]] }
        mapped.workerDays = [:]
        mapped.workerDays.reserveCapacity(history.workerDays.count)
        for (day, hours) in history.workerDays {
            mapped.workerDays[
                .init(provider: self[day.provider], worker: self[day.worker], day: day.day)] = hours
        }
        mapped.childDays = Set(
            history.childDays.map { History.ChildDay(child: self[$0.child], day: $0.day) })
        for place in mapped.invoiceMonths.indices {
            mapped.invoiceMonths[place].agreement = self[mapped.invoiceMonths[place].agreement]
            mapped.invoiceMonths[place].provider = self[mapped.invoiceMonths[place].provider]
        }
        for place in mapped.serviceMonths.indices {
            mapped.serviceMonths[place].key.agreement = self[mapped.serviceMonths[place].key.agreement]
            mapped.serviceMonths[place].key.provider = self[mapped.serviceMonths[place].key.provider]
        }
        mapped.agreementFindings = Set(
            history.agreementFindings.map { .init(agreement: self[$0.agreement], rule: $0.rule, month: $0.month) })
        for place in mapped.owed.indices {
            mapped.owed[place].provider = self[mapped.owed[place].provider]
            mapped.owed[place].invoiceNumber = self[mapped.owed[place].invoiceNumber]
        }
        return mapped
    }

    private subscript(line: StandingWork.Earlier) -> StandingWork.Earlier {
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
