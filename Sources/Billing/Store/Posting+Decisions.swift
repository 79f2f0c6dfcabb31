import GRDB

extension Posting {
    /// What the run says of each line that has a row in decisions.csv.
    func insertDecisions() throws {
        let statement = try insert("decisions", 22)
        let night = night
        let rows = rowsInOrder(night)
        statement.expect(rows.count)
        for row in rows {
            let index = Int(row)
            let id = night.storeID(ofInvoice: Int(night.lines[index].invoice))!
            try bindDecision(statement, night, index, id).run()
        }
    }

    /// The lines that are posted, by the store's ids of their invoices and by their numbers.
    private func rowsInOrder(_ night: borrowing Night) -> [Int32] {
        var places = [Int32](repeating: 0, count: night.invoices.count)
        var ids: [(id: Int, invoice: Int)] = []
        for place in night.invoices.indices {
            if let id = night.storeID(ofInvoice: place) { ids.append((id, place)) }
        }
        for (place, entry) in ids.sorted(by: { $0.id < $1.id }).enumerated() {
            places[entry.invoice] = Int32(place)
        }
        return night.sortedByInvoice(outcome.rows, places: places)
    }

    private func bindDecision(
        _ statement: Statement, _ night: borrowing Night, _ index: Int, _ invoice: Int
    ) -> Statement {
        let decision = night.decisions[index]
        let limits = night.limits(of: index)
        let account = night.account(of: index)
        let agreed = night.agreedTerms(of: index)
        statement.bind(invoice).bind(Int(night.lines[index].number)).bind(night.runNumber)
            .bind(decision.disposition.word)
        if night.origins[index] != .undone, let account {
            statement.bind(night.pack.services.name(account.service))
        } else {
            statement.bind(night.reportedService(of: index))
        }
        statement.bind(decision.paidHours.hundredths).bind(decision.paidAmount.cents).bind(decision.heldAmount.cents)
            .bind(account?.isCapped == true ? 1 : 0).bind(night.adjustmentsText(of: index))
            .bind(night.findings(of: index)).bind(decision.decidingRule.map { Catalogue.name($0) } ?? "")
            .bind(night.terms(of: index).version).bind((limits?.contractRate ?? agreed.rate)?.cents)
            .bind(limits?.serviceHoursLeft.hundredths).bind(limits?.childHoursLeft?.hundredths)
            .bind(limits?.serviceDollarsLeft.cents)
        if let contract = agreed.contract { statement.bind(contract, night.symbols) } else { statement.bindNull() }
        if let effective = agreed.effective { statement.bind(effective) } else { statement.bindNull() }
        return statement.bind(agreed.hours?.hundredths).bind(agreed.ceiling?.cents).bind(agreed.cap?.hundredths)
    }
}
