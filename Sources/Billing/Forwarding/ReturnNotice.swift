/// What one agency is told of its invoices that AAP sends back: which, why, and what to do.
struct ReturnNotice {
    let week: BundleWeek
    let provider: Symbol
    let returned: [ForwardedWeek.Returned]
    let forwarded: ForwardedWeek

    init(week: BundleWeek, provider: Symbol, returned: [ForwardedWeek.Returned], of forwarded: ForwardedWeek) {
        self.week = week
        self.provider = provider
        self.returned = returned
        self.forwarded = forwarded
    }

    /// One thing to mend.
    struct Reason {
        /// Where in the agency's own file; empty where it is none.
        var place: String
        /// The rule; empty for AAP's own word.
        var rule: String
        var message: String
        var nextStep: String
        var source: String
    }

    var night: Night { forwarded.night }
    var totals: BundleTotals { forwarded.totals(returned.map { $0.invoice }) }

    /// Why an invoice goes back: AAP's word, what can't be taken, and what its lines would not be paid for.
    func reasons(_ entry: ForwardedWeek.Returned) -> [Reason] {
        var reasons: [Reason] = []
        if let review = entry.review?.review {
            let words = review.reason.isEmpty ? "AAP did not approve the invoice." : review.reason.asSentenceEnd
            reasons.append(
                Reason(
                    place: "", rule: "", message: words,
                    nextStep: "Correct the invoice and send it again to AAP under the same number.",
                    source: "48-22-2, Monthly Invoice"))
        }
        for finding in entry.findings {
            let rule = Catalogue.rule(finding.rule)
            reasons.append(
                Reason(
                    place: finding.place, rule: rule.name, message: finding.sentence.message, nextStep: rule.nextStep,
                    source: night.pack.source(of: finding.rule)))
        }
        guard entry.findings.isEmpty else { return reasons }
        for index in night.invoices[entry.invoice].invoice.lines where night.origins[index].isDecided {
            for reason in forwarded.outcome.adviceReasons(of: index)
            where reason.rule != AapReturned.id && reason.rule != AapReviewMissing.id {
                reasons.append(
                    Reason(
                        place: "line \(night.lines[index].place), invoice line \(night.lines[index].number)",
                        rule: Catalogue.name(reason.rule), message: reason.message,
                        nextStep: "Correct it before the invoice is sent again: the Subsidy Unit would not pay it so.",
                        source: reason.source))
            }
        }
        return reasons
    }

    /// When and by whom it was sent back.
    func decided(_ entry: ForwardedWeek.Returned) -> String {
        guard let review = entry.review?.review else { return "It can't be taken as it is." }
        return "Sent back by \(review.reviewer) on \(review.date.inWords)."
    }
}

/// returns/<provider>.csv: a row for each invoice that goes back, and below it a row for each reason.
enum ReturnTable {
    static let columns = """
        record,week,provider_id,invoice_number,agreement_id,billing_month,invoice_date,line_count,hours,amount,file,\
        reviewed_on,reviewer,place,rule,message,next_step,policy,content
        """

    static func bytes(_ notice: ReturnNotice) -> [UInt8] {
        var csv = CSVWriter(columns: columns, isGuarded: true)
        for entry in notice.returned {
            write(entry, notice, &csv)
            for reason in notice.reasons(entry) {
                begin("reason", entry, notice, &csv)
                csv.empty(9)
                csv.text(reason.place)
                csv.plain(reason.rule)
                csv.text(reason.message)
                csv.text(reason.nextStep)
                csv.text(reason.source)
                csv.empty()
                csv.endRow()
            }
        }
        return csv.allBytes()
    }

    private static func write(
        _ entry: ForwardedWeek.Returned, _ notice: ReturnNotice, _ csv: inout CSVWriter
    ) {
        let night = notice.night
        let invoice = night.invoices[entry.invoice].invoice
        let totals = notice.forwarded.totals([entry.invoice])
        begin("invoice", entry, notice, &csv)
        csv.text(invoice.agreement, night.symbols)
        csv.plain(invoice.billingMonth?.description ?? "")
        csv.plain(invoice.date?.description ?? "")
        csv.plain(totals.lines)
        csv.plain(totals.hours)
        csv.plain(totals.amount)
        csv.text(night.invoices[entry.invoice].fileName)
        csv.plain(entry.reviewed?.description ?? "")
        csv.text(entry.review?.review?.reviewer ?? "")
        csv.empty(5)
        csv.plain(night.invoices[entry.invoice].content.hex)
        csv.endRow()
    }

    private static func begin(
        _ record: String, _ entry: ForwardedWeek.Returned, _ notice: ReturnNotice, _ csv: inout CSVWriter
    ) {
        let invoice = notice.night.invoices[entry.invoice].invoice
        csv.plain(record)
        csv.plain(notice.week)
        csv.text(invoice.provider, notice.night.symbols)
        csv.text(invoice.number, notice.night.symbols)
    }

    /// A version of an invoice that went back.
    struct Version: Hashable {
        var provider: String
        var number: String
        /// The latest review that stood then.
        var reviewed: Day?
        var content: ContentHash
    }

    /// The versions that a notice tells of; nil where it can't be read.
    static func versions(_ bytes: [UInt8]) -> [Version]? {
        var versions: [Version] = []
        do {
            var reader = CSVReader(ByteSource(memory: bytes), encoding: .utf8)
            let names = try reader.readHeader(known: [])
            guard names == columns.split(separator: ",").map(String.init) else { return nil }
            while try reader.nextRow() {
                func text(_ name: String) -> String {
                    String(decoding: reader.cell(names.firstIndex(of: name)!), as: UTF8.self)
                }
                guard text("record") == "invoice" else { continue }
                versions.append(
                    Version(
                        provider: plain(text("provider_id")), number: plain(text("invoice_number")),
                        reviewed: Day(iso: text("reviewed_on")), content: ContentHash(hex: text("content"))))
            }
        } catch {
            return nil
        }
        return versions
    }

    /// A cell without the apostrophe that keeps a spreadsheet from running it.
    private static func plain(_ text: String) -> String {
        guard text.first == "'", let second = text.utf8.dropFirst().first, CSVWriter.startsFormula(second) else {
            return text
        }
        return String(text.dropFirst())
    }
}
