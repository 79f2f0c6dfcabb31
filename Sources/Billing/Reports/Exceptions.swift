/// The night's findings in the order in which people read them: high before medium before low, then by the money at
/// stake, then by case. Each is kept as its place alone and made a row when one is asked for, as a large night has
/// hundreds of thousands.
struct Exceptions: Sendable {
    /// What a finding stands on.
    private enum Subject: UInt8 {
        case file, invoice, staffDenial, line, agreement, disposition, register, voucher
    }

    private struct Entry {
        var subject: Subject
        /// Its subject's place among its like.
        var place: Int32
        /// The finding's place among its subject's; of a line the rule's index.
        var part: Int32 = 0
    }

    private var entries: [Entry] = []

    init() {}

    init(_ outcome: Outcome) {
        gather(outcome)
        sort(outcome)
    }

    var count: Int { entries.count }

    /// The rows, in order.
    func rows(_ outcome: Outcome) -> some RandomAccessCollection<ExceptionRow> {
        entries.lazy.map { Self.row($0, outcome) }
    }

    // MARK: - Gathering

    private mutating func gather(_ outcome: Outcome) {
        let night = outcome.night
        func isReported(_ rule: RuleID) -> Bool { !night.pack.isOff(rule) }
        for (place, file) in night.files.enumerated() {
            for (part, finding) in file.findings.enumerated()
            where finding.rule != FileAlreadyProcessed.id && isReported(finding.rule) { add(.file, place, part) }
        }
        for (place, entry) in night.invoices.enumerated() where entry.isReported {
            for (part, finding) in entry.invoice.findings.enumerated() where isReported(finding.rule) {
                add(.invoice, place, part)
            }
        }
        for row in outcome.rows where night.origins[Int(row)].isDecided { addFindings(ofLine: Int(row), night) }
        for place in outcome.agreements.indices where !outcome.agreements[place].news.isEmpty {
            for (part, finding) in outcome.agreements[place].news.enumerated() where isReported(finding.rule) {
                add(.agreement, place, part)
            }
        }
        if isReported(DispositionUnused.id) { add(.disposition, count: night.dispositions.unused.count) }
        if isReported(RegisterRow.id) { add(.register, count: night.registers.faults.count) }
        if isReported(VoucherRefused.id) { add(.voucher, count: outcome.vouchers.refusals.count) }
    }

    private mutating func addFindings(ofLine index: Int, _ night: borrowing Night) {
        let decision = night.decisions[index]
        if decision.isDeniedByStaff, !night.pack.isOff(DeniedByStaff.id) { add(.staffDenial, index, 0) }
        if decision.findings.isEmpty { return }
        for rule in decision.findings.rules where !night.pack.isOff(rule) { add(.line, index, Int(rule.index)) }
    }

    private mutating func add(_ subject: Subject, count: Int) {
        for place in 0..<count { add(subject, place, 0) }
    }

    private mutating func add(_ subject: Subject, _ place: Int, _ part: Int) {
        entries.append(Entry(subject: subject, place: Int32(place), part: Int32(part)))
    }

    // MARK: - Order

    /// What a row is sorted by, kept short as there may be half a million; texts by their ranks in order of bytes.
    private struct Key {
        var amount: Int
        var provider: Int32
        var agreement: Int32
        var invoice: Int32
        var line: Int32
        var day: Int32
        var file: Int32
        var place: Int32
        var column: Int32
        /// The row's place among the entries.
        var entry: Int32
        /// `high` comes first.
        var severity: UInt8
        var rule: RuleID
    }

    private mutating func sort(_ outcome: Outcome) {
        var texts = TextRanks()
        let symbols = outcome.night.symbols
        var keys = entries.indices.map { place in
            let row = Self.row(entries[place], outcome)
            return Key(
                amount: row.amount?.cents ?? 0, provider: texts.place(of: row.provider),
                agreement: texts.place(of: symbols[row.agreement]), invoice: texts.place(of: row.invoiceNumber),
                line: Int32(clamping: Int(row.lineNumber) ?? 0), day: row.day?.number ?? .min,
                file: texts.place(of: row.file), place: Int32(clamping: row.line),
                column: texts.place(of: row.column ?? ""), entry: Int32(place), severity: row.severity.rank,
                rule: row.rule)
        }
        let ranks = texts.ranks()
        for index in keys.indices {
            keys[index].provider = ranks[Int(keys[index].provider)]
            keys[index].agreement = ranks[Int(keys[index].agreement)]
            keys[index].invoice = ranks[Int(keys[index].invoice)]
            keys[index].file = ranks[Int(keys[index].file)]
            keys[index].column = ranks[Int(keys[index].column)]
        }
        keys.sort { a, b in
            if a.severity != b.severity { return a.severity < b.severity }
            if a.amount != b.amount { return a.amount > b.amount }
            if a.provider != b.provider { return a.provider < b.provider }
            if a.agreement != b.agreement { return a.agreement < b.agreement }
            if a.invoice != b.invoice { return a.invoice < b.invoice }
            if a.line != b.line { return a.line < b.line }
            if a.day != b.day { return a.day < b.day }
            if a.rule != b.rule { return a.rule < b.rule }
            if a.file != b.file { return a.file < b.file }
            if a.place != b.place { return a.place < b.place }
            return a.column < b.column
        }
        entries = keys.map { entries[Int($0.entry)] }
    }

    // MARK: - Rows

    private static func row(_ entry: Entry, _ outcome: Outcome) -> ExceptionRow {
        let place = Int(entry.place)
        let part = Int(entry.part)
        switch entry.subject {
        case .file: return row(ofFile: place, part, outcome.night)
        case .invoice: return row(ofInvoice: place, part, outcome.night)
        case .staffDenial: return staffDenial(of: place, outcome.night)
        case .line: return row(ofLine: place, RuleID(index: UInt8(part)), outcome.night)
        case .agreement: return row(of: outcome.agreements[place], part, outcome.night)
        case .disposition: return row(of: outcome.night.dispositions.unused[place], outcome.night)
        case .register: return row(of: outcome.night.registers.faults[place], outcome.night)
        case .voucher: return row(of: outcome.vouchers.refusals[place], outcome.night)
        }
    }

    /// The effect as people read it: what is skipped is a warning.
    private static func effect(of rule: RuleID, _ night: Night) -> Effect {
        let effect = night.pack.effect(of: rule)
        return effect == .skip ? .warn : effect
    }

    private static func row(ofFile place: Int, _ part: Int, _ night: Night) -> ExceptionRow {
        let file = night.files[place]
        let finding = file.findings[part]
        let effect = effect(of: finding.rule, night)
        return ExceptionRow(
            severity: effect.severity, rule: finding.rule, effect: effect, file: file.name, line: finding.line,
            column: finding.column, words: .made(finding.sentence))
    }

    private static func row(ofInvoice place: Int, _ part: Int, _ night: Night) -> ExceptionRow {
        let entry = night.invoices[place]
        let invoice = entry.invoice
        let finding = invoice.findings[part]
        let effect = effect(of: finding.rule, night)
        let isFirstOfRejected = part == 0 && entry.status == .rejected
        return ExceptionRow(
            severity: effect.severity, rule: finding.rule, effect: effect,
            provider: night.symbols[invoice.provider], agreement: invoice.agreement,
            invoiceNumber: night.symbols[invoice.number], file: entry.fileName, line: finding.line,
            column: finding.column, amount: isFirstOfRejected ? night.billedAmount(of: invoice) : .zero,
            words: .made(finding.sentence))
    }

    private static func staffDenial(of index: Int, _ night: borrowing Night) -> ExceptionRow {
        var row = template(ofLine: index, night)
        row.amount = night.decisions[index].deniedAmount
        return row
    }

    private static func row(ofLine index: Int, _ rule: RuleID, _ night: borrowing Night) -> ExceptionRow {
        var row = template(ofLine: index, night)
        row.rule = rule
        row.effect = night.released[index]?.contains(rule) == true ? .warn : night.pack.effect(of: rule)
        row.severity = row.effect.severity
        row.amount = night.amount(atStakeFor: rule, on: index)
        return row
    }

    private static func template(ofLine index: Int, _ night: borrowing Night) -> ExceptionRow {
        let line = night.lines[index]
        let place = Int(line.invoice)
        return ExceptionRow(
            severity: .high, rule: DeniedByStaff.id, effect: .deny,
            provider: night.symbols[night.invoices[place].invoice.provider],
            agreement: night.invoices[place].invoice.agreement,
            invoiceNumber: night.symbols[night.invoices[place].invoice.number], lineNumber: String(line.number),
            child: line.child, day: line.day, file: night.invoices[place].fileName, line: Int(line.place),
            words: .line(index))
    }

    private static func row(of agreement: AgreementOutcome, _ part: Int, _ night: Night) -> ExceptionRow {
        let finding = agreement.news[part]
        let effect = night.pack.effect(of: finding.rule)
        return ExceptionRow(
            severity: effect.severity, rule: finding.rule, effect: effect,
            provider: night.symbols[agreement.provider], agreement: agreement.id, day: finding.month?.lastDay,
            words: .made(finding.sentence))
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
