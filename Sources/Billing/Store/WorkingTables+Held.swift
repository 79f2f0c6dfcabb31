import GRDB

extension WorkingTables {
    /// Keeps the held lines, each with its last decision: one of which a decision is posted tonight is held no longer,
    /// or by another one. What is held as before is as it was.
    func updateOpenItems() throws {
        let night = outcome.night
        let delete = try Statement(database, "DELETE FROM open_items WHERE invoice_id = ? AND line_number = ?")
        let named = "(SELECT ? AS invoice_id, ? AS line_number, ? AS held_since)"
        let insert = try Statement(database, "INSERT INTO open_items \(Schema.openItemRows(of: named))")
        func wasOpen(_ index: Int) -> Bool { night.origins[index] == .pended || night.origins[index] == .undone }
        func isOpen(_ index: Int) -> Bool {
            night.origins[index].isDecided && night.decisions[index].disposition == .pended
        }
        for index in outcome.rows.map({ Int($0) }).filter({ wasOpen($0) || isOpen($0) }).sorted() {
            let line = night.lines[index]
            let id = night.storeID(ofInvoice: Int(line.invoice))!
            if wasOpen(index) { try delete.bind(id).bind(Int(line.number)).run() }
            if isOpen(index) { try insert.bind(id).bind(Int(line.number)).bind(night.heldSince(index)).run() }
        }
    }

    /// Keeps what the next night has to hold the held lines against: paid lines of earlier nights were read for
    /// tonight's lines, of which one that is held now may ask for more of them, and one that is no longer for fewer.
    func updatePaidBesideHeld() throws {
        let named = "(SELECT ? AS invoice_id, ? AS line_number)"
        let insert = try Statement(database, "INSERT INTO paid_beside_held \(Schema.paidRows(of: named))")
        let delete = try Statement(database, "DELETE FROM paid_beside_held WHERE invoice_id = ? AND line_number = ?")
        let night = outcome.night
        let held = heldLines()
        for entry in outcome.standing {
            let work = entry.work
            let isSought = held.includes(work.child, work.day, by: work.provider, work.worker, work.hours)
            if isSought == entry.isKept { continue }
            // One that is not on tonight's docket has its invoice's id, as a negative number.
            let id = work.invoice < 0 ? -work.invoice : night.storeID(ofInvoice: work.invoice)!
            try (isSought ? insert : delete).bind(id).bind(entry.mark.line).run()
        }
        for (index, line) in night.lines.enumerated() {
            if night.origins[index] == .undone {
                try delete.bind(night.storeID(ofInvoice: Int(line.invoice))!).bind(Int(line.number)).run()
            } else if night.origins[index].isDecided, night.decisions[index].disposition.isPayment,
                held.includes(line.child, line.day, by: night.provider(ofLine: index), line.worker, line.hours)
            {
                try insert.bind(night.storeID(ofInvoice: Int(line.invoice))!).bind(Int(line.number)).run()
            }
        }
    }

    /// The lines that are held after this night; all of them are on its docket.
    private func heldLines() -> SoughtWork {
        let night = outcome.night
        var held = SoughtWork()
        for index in outcome.openItems {
            let line = night.lines[index]
            held.add(line, of: night.invoices[Int(line.invoice)].invoice.provider)
        }
        return held
    }
}
