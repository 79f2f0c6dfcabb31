/// acknowledgements/: per provider and inbox file, what was received, accepted, rejected and skipped, and the places to
/// mend in the agency's own row numbers. What can't be laid at a provider's door is under `unattributed/`.
enum Acknowledgements: ReportSet {
    static let folder = "acknowledgements"
    static let parting = ReportParting.byFile
    /// The folder of what is nobody's; no provider's id makes the same name.
    static let unattributed = "unattributed"

    static let columns = """
        record,file,provider_id,invoice_number,form,status,invoice_count,line_count,billed_amount,place,rule,expected,\
        found,message,next_step,policy
        """

    static func write(_ outcome: Outcome, _ files: Range<Int>, into folder: ReportFolder) throws(Disk.Fault) {
        for acknowledgement in outcome.acknowledgements(ofFiles: files) {
            try folder.write(name(of: acknowledgement, outcome.night)) { (file) throws(Disk.Fault) in
                try write(acknowledgement, outcome.night, to: file)
            }
        }
    }

    /// Over all files together: every invoice of the run is told once, with its lines and its money.
    static func expectations(_ outcome: Outcome) -> [ReportExpectation] {
        let invoices = outcome.totals.invoices
        let lines = outcome.totals.lines
        let sums: [(String, ControlTotals.Count, ControlTotals.Count)] = [
            ("received", invoices.received, lines.received), ("accepted", invoices.accepted, lines.accepted),
            ("rejected", invoices.rejected, lines.rejected), ("skipped", invoices.skipped, lines.skipped),
            ("replaced", invoices.replaced, lines.replaced),
        ]
        var expectation: [ReportExpectation.Sum] = []
        for (status, count, lineCount) in sums {
            // Totals stand in rows `total-received`, …; received invoices are all.
            expectation.append(.init("billed_amount", Money(cents: count.cents), where: ("record", "total-\(status)")))
            expectation.append(.init("invoice_count", count: count.count, where: ("record", "total-\(status)")))
            expectation.append(.init("line_count", count: lineCount.count, where: ("record", "total-\(status)")))
        }
        expectation.append(.init("billed_amount", Money(cents: invoices.received.cents), where: ("record", "invoice")))
        expectation.append(.init("invoice_count", count: invoices.received.count, where: ("record", "invoice")))
        return [
            ReportExpectation(
                files: .all(in: "\(folder)/", except: "\(BundleAnswers.folder)/"),
                content: .table(columns: columns, rows: nil, expectation))
        ]
    }

    private static func name(of acknowledgement: Acknowledgement, _ night: Night) -> String {
        let reserved = [unattributed, BundleAnswers.folderName]
        let door = acknowledgement.provider.map { SafeName.of(night.symbols[$0], reserved: reserved) }
        return "\(folder)/\(door ?? unattributed)/\(SafeName.of(night.files[acknowledgement.file].name)).csv"
    }

    private static func write(
        _ acknowledgement: Acknowledgement, _ night: Night, to file: ReportFile
    ) throws(Disk.Fault) {
        var rows = AcknowledgementRows(night, acknowledgement)
        rows.writeFile()
        rows.writeTotals()
        for invoice in acknowledgement.invoices {
            rows.writeInvoice(invoice)
            try file.drain(&rows.csv)
        }
        try file.drain(&rows.csv, atLeast: 0)
    }
}
