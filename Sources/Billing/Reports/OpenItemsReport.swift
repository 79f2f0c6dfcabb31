/// open-items.csv: every line that is held after this run, for finance staff.
enum OpenItemsReport: Report {
    static let fileName = "open-items.csv"

    static let columns = """
        provider_id,invoice_number,line_number,agreement_id,child_id,service_date,service,held_amount,rules,owner,\
        received_date,held_since,days_held,days_since_received,prompt_payment_due
        """

    static func write(_ outcome: Outcome, to file: ReportFile) throws(Disk.Fault) {
        var csv = CSVWriter(columns: columns, isGuarded: true)
        let night = outcome.night
        var words = HoldingWords()
        for index in outcome.openItems {
            night.writeOpenItem(index, words.words(of: index, in: night), to: &csv)
            try file.drain(&csv)
        }
        try file.drain(&csv, atLeast: 0)
    }

    static func expectation(_ outcome: Outcome) -> ReportExpectation.Content {
        let held = outcome.totals.heldAfter
        return .table(columns: columns, rows: held.count, [.init("held_amount", Money(cents: held.cents))])
    }
}

/// The rules that hold a line, in words. Tens of thousands of lines are held by a handful of combinations, each of
/// which is put into words once.
struct HoldingWords {
    struct Words {
        var inCell: String
        var inAttribute: String
        var inText: String
        /// Whose move it is; nil where no rule holds the line any more.
        var owner: Owner?
    }

    private var known: [FindingSet: Words] = [:]

    mutating func words(of index: Int, in night: borrowing Night) -> Words {
        let findings = night.decisions[index].findings.subtracting(night.released[index] ?? [])
        if let words = known[findings] { return words }
        let rules = night.holdingRules(of: index)
        let names = rules.map { Catalogue.name($0) }
        let words = Words(
            inCell: names.joined(separator: ";"), inAttribute: names.joined(separator: " "),
            inText: names.joined(separator: ", "), owner: rules.first.map { Catalogue.rule($0).owner })
        known[findings] = words
        return words
    }
}

extension Night {
    fileprivate func writeOpenItem(_ index: Int, _ words: HoldingWords.Words, to csv: inout CSVWriter) {
        let line = lines[index]
        let invoice = invoices[Int(line.invoice)].invoice
        let received = receivedDate(of: Int(line.invoice))
        let since = heldSince(index)
        csv.text(invoice.provider, symbols)
        csv.text(invoice.number, symbols)
        csv.plain(line.number)
        csv.text(invoice.agreement, symbols)
        csv.text(line.child, symbols)
        csv.plain(line.day)
        csv.text(serviceName(of: index))
        csv.plain(decisions[index].heldAmount)
        csv.plain(words.inCell)
        csv.plain(words.owner?.rawValue ?? "")
        csv.plain(received)
        csv.plain(since)
        csv.plain(asOf.days(since: since))
        csv.plain(asOf.days(since: received))
        csv.plain(received.adding(days: pack.settings.promptPaymentDays))
        csv.endRow()
    }

    /// The pend rules that hold a line, in order.
    func holdingRules(of index: Int) -> [RuleID] {
        decisions[index].findings.subtracting(released[index] ?? []).rules.filter { pack.effect(of: $0) == .pend }
    }

    /// The as-of date of the run that pended the line, anew if it was not pended in between.
    func heldSince(_ index: Int) -> Day {
        origins[index] == .pended ? priors.heldSince(index) ?? asOf : asOf
    }

    /// The lines that are held after the decided night, by the day on which AAP or the department received them.
    ///
    /// - Parameter ranks: each invoice's place by provider and number.
    func openItems(_ ranks: [Int]) -> [Int] {
        return lines.indices
            .filter { origins[$0].isDecided && decisions[$0].disposition == .pended }
            .map { index in
                let invoice = Int(lines[index].invoice)
                return (
                    received: receivedDate(of: invoice), invoice: ranks[invoice], number: lines[index].number,
                    index: index
                )
            }
            .sorted { ($0.received, $0.invoice, $0.number) < ($1.received, $1.invoice, $1.number) }
            .map { $0.index }
    }

    /// The lines that have a row in decisions.csv: those of this run, earlier held ones whose row would differ from
    /// their last one, and those that are taken back or reopened.
    ///
    /// - Parameter ranks: each invoice's place by provider and number.
    func decisionRows(_ ranks: [Int]) -> [Int32] {
        var shown: [Int32] = []
        shown.reserveCapacity(lines.count)
        for index in lines.indices {
            switch origins[index] {
            case .received, .reopened, .undone: shown.append(Int32(index))
            case .pended: if differs(index) { shown.append(Int32(index)) }
            case .undecided: break
            }
        }
        return sortedByInvoice(shown, places: ranks.map { Int32($0) })
    }

    /// Whether a held line's row would differ from its last one.
    private func differs(_ index: Int) -> Bool {
        guard let prior = priors[index] else { return true }
        let decision = decisions[index]
        return decision.disposition != .pended || decision.findings != prior.findings
            || decision.decidingRule != prior.decidingRule || serviceName(of: index) != prior.service
    }
}
