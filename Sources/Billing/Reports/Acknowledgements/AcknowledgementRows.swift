/// The rows of one acknowledgement: the file, its totals, its invoices, and below each what to mend in it.
struct AcknowledgementRows: ~Copyable {
    var csv = CSVWriter(columns: Acknowledgements.columns, isGuarded: true)
    private let night: Night
    private let acknowledgement: Acknowledgement
    private let fileName: String
    private let provider: String

    init(_ night: Night, _ acknowledgement: Acknowledgement) {
        self.night = night
        self.acknowledgement = acknowledgement
        fileName = night.files[acknowledgement.file].name
        provider = acknowledgement.provider.map { night.symbols[$0] } ?? ""
    }

    mutating func writeFile() {
        let file = night.files[acknowledgement.file]
        begin("file", provider, number: "", form: "", file.status.rawValue)
        csv.empty(10)
        csv.endRow()
        for finding in file.findings where acknowledgement.findings.contains(finding) {
            write(finding, provider, number: "", form: "", file.status.rawValue)
        }
    }

    mutating func writeTotals() {
        let statuses: [InvoiceStatus] = [.accepted, .rejected, .skipped, .replaced]
        writeTotal("received", acknowledgement.invoices)
        for status in statuses {
            writeTotal(status.rawValue, acknowledgement.invoices.filter { night.invoices[$0].status == status })
        }
    }

    private mutating func writeTotal(_ word: String, _ invoices: [Int]) {
        begin("total-\(word)", provider, number: "", form: "", "")
        csv.plain(invoices.count)
        csv.plain(invoices.reduce(0) { $0 + night.invoices[$1].invoice.lines.count })
        csv.plain(invoices.reduce(Money.zero) { $0 + (night.billedAmount(of: night.invoices[$1].invoice) ?? .zero) })
        csv.empty(7)
        csv.endRow()
    }

    mutating func writeInvoice(_ index: Int) {
        let entry = night.invoices[index]
        let invoice = entry.invoice
        let number = night.symbols[invoice.number]
        let form = invoice.form?.description ?? night.symbols[invoice.formText]
        begin("invoice", night.symbols[invoice.provider], number: number, form: form, entry.status.rawValue)
        csv.plain(1)
        csv.plain(invoice.lines.count)
        csv.plain(night.billedAmount(of: invoice)?.description ?? "")
        csv.plain("line \(invoice.place)")
        csv.empty(6)
        csv.endRow()
        for finding in invoice.findings where night.pack.effect(of: finding.rule) != .off {
            write(finding, night.symbols[invoice.provider], number: number, form: form, entry.status.rawValue)
        }
    }

    /// What is off, where, and what to do about it.
    private mutating func write(
        _ finding: Finding, _ provider: String, number: String, form: String, _ status: String
    ) {
        let rule = Catalogue.rule(finding.rule)
        begin("finding", provider, number: number, form: form, status)
        csv.empty(3)
        csv.text(finding.place)
        csv.plain(rule.name)
        csv.text(finding.sentence.expected)
        csv.text(finding.sentence.found)
        csv.text(finding.sentence.message)
        csv.text(rule.nextStep)
        csv.text(night.pack.source(of: finding.rule))
        csv.endRow()
    }

    private mutating func begin(
        _ record: String, _ provider: String, number: String, form: String, _ status: String
    ) {
        csv.plain(record)
        csv.text(fileName)
        csv.text(provider)
        csv.text(number)
        csv.text(form)
        csv.plain(status)
    }
}
