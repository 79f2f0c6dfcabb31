/// The rows of an answer to AAP: the bundle, AAP's own totals, what was read, what was decided, then every agency,
/// every invoice, every line, and why.
struct BundleAnswerTable: ~Copyable {
    static let columns = """
        record,bundle,sequence,provider_id,invoice_number,line_number,service_date,service,outcome,invoice_count,\
        line_count,hours,billed_amount,paid_amount,reduced_amount,denied_amount,held_amount,rule,message,owner,\
        next_step,policy
        """

    var csv = CSVWriter(columns: columns, isGuarded: true)
    private let outcome: Outcome
    private var bundleName = ""
    private var sequence = ""

    private var night: Night { outcome.night }

    init(_ outcome: Outcome) { self.outcome = outcome }

    mutating func write(_ answer: BundleAnswer) {
        for index in answer.bundles { write(night.bundles[index]) }
        for later in answer.later { write(later) }
    }

    private mutating func write(_ bundle: NightBundle) {
        let file = night.files[bundle.file]
        bundleName = bundle.manifest?.name ?? file.name
        sequence = bundle.manifest.map { String($0.sequence) } ?? ""
        begin("bundle", outcome: file.status.rawValue)
        csv.empty(13)
        csv.endRow()
        for finding in file.findings { write(finding, "", "") }
        if let manifest = bundle.manifest { write("manifest", "", manifest.totals) }
        write("read", "", night.totals(night.invoices(of: bundle)))
        for status in [InvoiceStatus.accepted, .replaced, .skipped, .rejected] {
            write("total-\(status.rawValue)", "", night.totals(night.invoices(of: bundle, status)))
        }
        let lines = night.decidedLines(of: bundle)
        write("decided", "", night.totals(night.invoices(of: bundle, .accepted)), night.answerAmounts(of: lines))
        writeAgencies(bundle)
        for invoice in night.invoices(of: bundle) { write(invoice: invoice) }
    }

    private mutating func writeAgencies(_ bundle: NightBundle) {
        let byAgency = Dictionary(grouping: night.invoices(of: bundle)) { night.invoices[$0].invoice.provider }
        for (provider, invoices) in byAgency.sorted(by: { night.symbols.isBefore($0.key, $1.key) }) {
            let lines = invoices.filter { night.invoices[$0].status == .accepted }
                .flatMap { night.invoices[$0].invoice.lines }
            write("agency", night.symbols[provider], night.totals(invoices), night.answerAmounts(of: lines))
        }
    }

    private mutating func write(invoice index: Int) {
        let entry = night.invoices[index]
        let provider = night.symbols[entry.invoice.provider]
        let number = night.symbols[entry.invoice.number]
        let isDecided = entry.status == .accepted
        write(
            "invoice", provider, night.totals([index]),
            isDecided ? night.answerAmounts(of: entry.invoice.lines) : AnswerAmounts(), number: number,
            outcome: entry.status.rawValue)
        for finding in entry.invoice.findings where night.pack.effect(of: finding.rule) != .off {
            write(finding, provider, number)
        }
        if !isDecided { return }
        for line in entry.invoice.lines { write(line: line, "line", provider, number) }
    }

    private mutating func write(_ later: BundleAnswer.Later) {
        let invoice = night.invoices[later.invoice].invoice
        sequence = String(later.sequence)
        bundleName = night.earlierBundles[later.invoice].map { "AAP-\($0.week)-\(later.sequence.padded(to: 4))" } ?? ""
        for line in later.lines {
            write(line: line, "later-line", night.symbols[invoice.provider], night.symbols[invoice.number])
        }
    }

    private mutating func write(line index: Int, _ record: String, _ provider: String, _ number: String) {
        let line = night.lines[index]
        let amounts = night.answerAmounts(of: index)
        begin(
            record, provider, number, line: String(line.number), day: line.day.description,
            service: night.reportedService(of: index), outcome: night.decisions[index].disposition.word)
        csv.empty()
        csv.plain(1)
        csv.plain(line.hours)
        write(amounts)
        csv.empty(5)
        csv.endRow()
        for reason in outcome.adviceReasons(of: index) {
            let rule = Catalogue.rule(reason.rule)
            begin(
                "reason", provider, number, line: String(line.number), day: line.day.description,
                service: night.reportedService(of: index), outcome: night.decisions[index].disposition.word)
            csv.empty(8)
            csv.plain(rule.name)
            csv.text(reason.message)
            csv.plain(rule.owner.rawValue)
            csv.text(rule.nextStep)
            csv.text(reason.source)
            csv.endRow()
        }
    }

    private mutating func write(_ finding: Finding, _ provider: String, _ number: String) {
        let rule = Catalogue.rule(finding.rule)
        begin("finding", provider, number)
        csv.empty(8)
        csv.plain(rule.name)
        csv.text(finding.sentence.message)
        csv.plain(rule.owner.rawValue)
        csv.text(rule.nextStep)
        csv.text(night.pack.source(of: finding.rule))
        csv.endRow()
    }

    private mutating func write(
        _ record: String, _ provider: String, _ totals: BundleTotals, _ amounts: AnswerAmounts? = nil,
        number: String = "", outcome: String = ""
    ) {
        begin(record, provider, number, outcome: outcome)
        csv.plain(totals.invoices)
        csv.plain(totals.lines)
        csv.plain(totals.hours)
        csv.plain(totals.amount)
        if let amounts {
            csv.plain(amounts.paid)
            csv.plain(amounts.reduced)
            csv.plain(amounts.denied)
            csv.plain(amounts.held)
        } else {
            csv.empty(4)
        }
        csv.empty(5)
        csv.endRow()
    }

    private mutating func write(_ amounts: AnswerAmounts) {
        csv.plain(amounts.billed)
        csv.plain(amounts.paid)
        csv.plain(amounts.reduced)
        csv.plain(amounts.denied)
        csv.plain(amounts.held)
    }

    private mutating func begin(
        _ record: String, _ provider: String = "", _ number: String = "", line: String = "", day: String = "",
        service: String = "", outcome: String = ""
    ) {
        csv.plain(record)
        csv.text(bundleName)
        csv.plain(sequence)
        csv.text(provider)
        csv.text(number)
        csv.plain(line)
        csv.plain(day)
        csv.text(service)
        csv.plain(outcome)
    }
}
