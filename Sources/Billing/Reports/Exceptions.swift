/// Gathers the night's findings and puts them in the order in which people read them.
enum Exceptions {
    /// High before medium before low, then by the money at stake, then by case.
    static func all(of outcome: Outcome) -> [ExceptionRow] {
        var rows: [ExceptionRow] = []
        let night = outcome.night
        for file in night.files { addFindings(of: file, night, to: &rows) }
        for entry in night.invoices where entry.isReported { addFindings(of: entry, night, to: &rows) }
        for index in outcome.rows where night.origins[index].isDecided { addFindings(of: index, night, to: &rows) }
        for agreement in outcome.agreements { addNews(of: agreement, night, to: &rows) }
        for unused in night.dispositions.unused { rows.append(row(of: unused, night)) }
        for fault in night.registers.faults { rows.append(row(of: fault, night)) }
        for refusal in outcome.vouchers.refusals { rows.append(row(of: refusal, night)) }
        rows.removeAll { night.pack.isOff($0.rule) }
        return sorted(rows, night.symbols)
    }

    private static func sorted(_ rows: [ExceptionRow], _ symbols: borrowing Symbols) -> [ExceptionRow] {
        let keyed = rows.map { (row: $0, agreement: symbols[$0.agreement], line: Int($0.lineNumber) ?? 0) }
        return keyed.sorted { a, b in
            if a.row.severity != b.row.severity { return a.row.severity < b.row.severity }
            let left = a.row.amount ?? .zero
            let right = b.row.amount ?? .zero
            if left != right { return left > right }
            if let isBefore = before(a.row.provider, b.row.provider) { return isBefore }
            if let isBefore = before(a.agreement, b.agreement) { return isBefore }
            if let isBefore = before(a.row.invoiceNumber, b.row.invoiceNumber) { return isBefore }
            if a.line != b.line { return a.line < b.line }
            let first = a.row.day?.number ?? .min
            let second = b.row.day?.number ?? .min
            if first != second { return first < second }
            if a.row.rule != b.row.rule { return a.row.rule < b.row.rule }
            if let isBefore = before(a.row.file, b.row.file) { return isBefore }
            if a.row.line != b.row.line { return a.row.line < b.row.line }
            return before(a.row.column ?? "", b.row.column ?? "") ?? false
        }.map { $0.row }
    }

    /// Whether a comes before b by bytes; nil when they are equal.
    private static func before(_ a: String, _ b: String) -> Bool? {
        a == b ? nil : a.utf8.lexicographicallyPrecedes(b.utf8)
    }

    /// The effect as people read it: what is skipped is a warning.
    private static func effect(of rule: RuleID, _ night: Night) -> Effect {
        let effect = night.pack.effect(of: rule)
        return effect == .skip ? .warn : effect
    }

    private static func addFindings(of file: InboxFile, _ night: Night, to rows: inout [ExceptionRow]) {
        for finding in file.findings where finding.rule != FileAlreadyProcessed.id {
            let effect = effect(of: finding.rule, night)
            rows.append(
                ExceptionRow(
                    severity: effect.severity, rule: finding.rule, effect: effect, file: file.name, line: finding.line,
                    column: finding.column, words: .made(finding.sentence)))
        }
    }

    private static func addFindings(of entry: NightInvoice, _ night: Night, to rows: inout [ExceptionRow]) {
        let invoice = entry.invoice
        for (index, finding) in invoice.findings.enumerated() {
            let effect = effect(of: finding.rule, night)
            let isFirstOfRejected = index == 0 && entry.status == .rejected
            rows.append(
                ExceptionRow(
                    severity: effect.severity, rule: finding.rule, effect: effect,
                    provider: night.symbols[invoice.provider], agreement: invoice.agreement,
                    invoiceNumber: night.symbols[invoice.number], file: entry.fileName, line: finding.line,
                    column: finding.column, amount: isFirstOfRejected ? night.billedAmount(of: invoice) : .zero,
                    words: .made(finding.sentence)))
        }
    }

    private static func addFindings(of index: Int, _ night: Night, to rows: inout [ExceptionRow]) {
        let line = night.lines[index]
        let entry = night.invoices[Int(line.invoice)]
        let decision = night.decisions[index]
        let template = ExceptionRow(
            severity: .high, rule: DeniedByStaff.id, effect: .deny, provider: night.symbols[entry.invoice.provider],
            agreement: entry.invoice.agreement, invoiceNumber: night.symbols[entry.invoice.number],
            lineNumber: String(line.number), child: line.child, day: line.day, file: entry.fileName,
            line: Int(line.place), words: .line(index))
        if decision.isDeniedByStaff {
            var row = template
            row.amount = decision.deniedAmount
            rows.append(row)
        }
        for rule in decision.findings.rules {
            var row = template
            row.rule = rule
            row.effect = night.released[index]?.contains(rule) == true ? .warn : night.pack.effect(of: rule)
            row.severity = row.effect.severity
            row.amount = night.amount(atStakeFor: rule, on: index)
            rows.append(row)
        }
    }

    private static func addNews(of agreement: AgreementOutcome, _ night: Night, to rows: inout [ExceptionRow]) {
        for finding in agreement.news {
            let effect = night.pack.effect(of: finding.rule)
            rows.append(
                ExceptionRow(
                    severity: effect.severity, rule: finding.rule, effect: effect,
                    provider: night.symbols[agreement.provider], agreement: agreement.id, day: finding.month?.lastDay,
                    words: .made(finding.sentence)))
        }
    }

    private static func row(of unused: Dispositions.Unused, _ night: Night) -> ExceptionRow {
        let row = unused.row
        return ExceptionRow(
            severity: .low, rule: DispositionUnused.id, effect: .warn, provider: row.provider,
            invoiceNumber: row.invoiceNumber, lineNumber: row.lineNumber, file: row.file, line: row.place,
            words: .made(unused.sentence))
    }

    private static func row(of refusal: VoucherRun.Refusal, _ night: Night) -> ExceptionRow {
        let entry = night.invoices[refusal.invoice]
        return ExceptionRow(
            severity: .low, rule: VoucherRefused.id, effect: .warn, provider: night.symbols[entry.invoice.provider],
            agreement: entry.invoice.agreement, invoiceNumber: night.symbols[entry.invoice.number],
            file: entry.fileName, line: entry.invoice.place, words: .made(refusal.sentence))
    }

    private static func row(of fault: FaultyRow, _ night: Night) -> ExceptionRow {
        var row = ExceptionRow(
            severity: .high, rule: RegisterRow.id, effect: .warn, file: fault.file, line: fault.line,
            column: fault.column, words: .made(fault.sentence))
        switch fault.subject {
        case .provider: row.provider = night.symbols[fault.id]
        case .child: row.child = fault.id
        case .agreement: row.agreement = fault.id
        case .contract: break
        }
        return row
    }
}

extension Night {
    /// The whole billed amount on the row of a deciding deny or pend rule, its adjustment for a reducing rule, else
    /// nothing.
    fileprivate func amount(atStakeFor rule: RuleID, on index: Int) -> Money {
        let decision = decisions[index]
        if Catalogue.reducingRules.contains(where: { $0.id == rule }) {
            return adjustments(of: index).first { $0.rule == rule }?.amount ?? .zero
        }
        return decision.decidingRule == rule ? lines[index].amount : .zero
    }
}
