/// An agency's own look at its invoices before it sends them: what a run would find by the files alone, without any
/// register. Memory is in proportion to the lines of the largest file, not to its bytes.
///
/// `Told` is what is made of a finding before it is reported: the text of a report.
public struct Check<Told: Sendable> {
    private let pack: PolicyPack
    private let asOf: Day
    private let threads: Int
    private let isHashed: Bool
    private let wording: @Sendable (CheckFinding) -> Told
    private let report: (Told) -> Void

    private var symbols = Symbols()
    private(set) var files: [CheckedFile] = []
    public private(set) var totals = CheckTotals()
    /// All invoices of all files, without their lines.
    private var invoices: [NightInvoice] = []
    /// Invoices may share a key.
    private var keysMayRepeat = false
    /// Files in which nothing was rejected, by their hashes.
    private var settled: [String: String] = [:]

    /// - Parameters:
    ///   - asOf: the day as of which a run would read them.
    ///   - isHashed: whether files are held against each other byte for byte, and their hashes told. One file alone
    ///     need not be.
    ///   - wording: makes of a finding what is to be reported; asked by several threads at once.
    ///   - report: given each of them: those of a file in the order of its invoices, and in an invoice of its lines.
    public init(
        pack: PolicyPack, asOf: Day, threads: Int = 2, isHashed: Bool = true,
        wording: @escaping @Sendable (CheckFinding) -> Told,
        report: @escaping (Told) -> Void
    ) {
        self.pack = pack
        self.asOf = asOf
        self.threads = threads
        self.isHashed = isHashed
        self.wording = wording
        self.report = report
    }

    /// Reads one file.
    ///
    /// - Parameter progress: told how many more bytes were read; each byte is read twice where files are hashed.
    /// - Throws: `cannotRead`.
    public mutating func read(_ item: CheckInput.Item, progress: @escaping (Int) -> Void = { _ in }) throws(Stop) {
        totals.files += 1
        guard let opened = try CheckInput.open(item) else {
            tell(FileUnreadable.notARegularFile(), of: item.name)
            totals.rejectedFiles += 1
            files.append(CheckedFile(name: item.name, sha256: "", format: "", status: .rejected))
            return
        }
        do {
            let source = try ByteSource(wholeFile: opened.descriptor, size: opened.size, Disk(), item.name)
                .telling(progress)
            try read(source, format: opened.format, name: item.name)
        } catch {
            throw CheckInput.unreadable(item.name, error.reason)
        }
    }

    mutating func read(_ source: ByteSource, format: any Format.Type, name: String) throws(ReadFault) {
        let (scan, ahead) = try format.scanAndRead(
            source, services: pack.services, symbols: &symbols, threads: threads, isHashed: isHashed)
        var file = CheckedFile(
            name: name, sha256: scan.hash.map { Int($0).hex }.joined(), format: format.name, status: .accepted)
        if isHashed, !pack.isOff(FileAlreadyProcessed.id), let earlier = settled[file.sha256] {
            tell(FileAlreadyProcessed.finding(earlier: earlier), of: name)
            file.status = .skipped
            totals.skippedFiles += 1
            files.append(file)
            return
        }
        var reading: FileReading
        if let ahead {
            reading = ahead
        } else {
            reading = try format.read(
                source, encoding: scan.encoding, services: pack.services, symbols: &symbols, threads: threads)
        }
        reading.silence(pack)
        for finding in reading.findings { tell(finding, of: name) }
        if reading.isRejected(pack) {
            file.status = .rejected
            totals.rejectedFiles += 1
        }
        let first = invoices.count
        take(reading, &file)
        if file.status == .accepted, !invoices[first...].contains(where: { isRejected($0.invoice) }) {
            settled[file.sha256] = name
        }
        files.append(file)
    }

    /// Tells what shows only when all files were read: numbers used twice, corrections that don't fit.
    public mutating func finish() {
        // Else none is of another's number, and none asks for another.
        let mayShow = keysMayRepeat || invoices.indices.contains { !invoices[$0].invoice.replaces.isEmpty }
        if mayShow { receive() }
        totals.rejectedInvoices = invoices.indices.count {
            mayShow ? invoices[$0].status == .rejected : isRejected(invoices[$0].invoice)
        }
    }

    private mutating func receive() {
        let before = invoices.indices.map { invoices[$0].invoice.findings.count }
        var intake = Intake(history: InvoiceHistory(), pack: pack, symbols: symbols)
        intake.receive(&invoices)
        for place in invoices.indices where invoices[place].invoice.findings.count > before[place] {
            let entry = invoices[place]
            for finding in entry.invoice.findings[before[place]...] { tell(finding, of: entry.fileName, entry.invoice) }
        }
    }

    // MARK: - One file

    /// What came of some of a file's invoices.
    private struct Share {
        var told: [Told] = []
        var effects: [Effect: Int] = [:]
        var billed = Money.zero
        var invoices: [NightInvoice] = []
    }

    /// How many invoices are looked at together.
    private static var share: Int { 256 }

    /// The threads share the invoices out; what comes of them is reported in their order.
    private mutating func take(_ reading: FileReading, _ file: inout CheckedFile) {
        let count = reading.invoices.count
        file.invoices = count
        file.lines = reading.lines.count
        let check = LineCheck(reading, symbols, pack)
        let name = file.name
        // What an invoice says is held against what others of its number say.
        let keysMayRepeat = !reading.keysDiffer && Set(reading.invoices.map { $0.key }).count < count
        let areCompared = isHashed || keysMayRepeat
        self.keysMayRepeat = self.keysMayRepeat || keysMayRepeat || files.count > 0
        nonisolated(unsafe) let this = self
        SharedWork.inOrder((count + Self.share - 1) / Self.share, threads: threads) { number in
            let range = number * Self.share..<min(count, (number + 1) * Self.share)
            return this.share(reading, range, of: name, check, areCompared)
        } handOver: { share in
            for told in share.told { report(told) }
            totals.findings.merge(share.effects, uniquingKeysWith: +)
            file.billed += share.billed
            invoices += share.invoices
        }
        totals.invoices += file.invoices
        totals.lines += file.lines
        totals.billed += file.billed
    }

    private func share(
        _ reading: FileReading, _ range: Range<Int>, of file: String, _ check: LineCheck, _ areCompared: Bool
    ) -> Share {
        var share = Share()
        // Threads that count one text's owners wait for each other.
        let file = String(decoding: Array(file.utf8), as: UTF8.self)
        check.withMemory { memory in
            for place in range {
                var invoice = reading.invoices[place]
                let lines = reading.lines[invoice.lines]
                invoice.check(lines, pack, asOf: asOf)
                var findings = invoice.findings.map { checked($0, of: file, invoice) }
                check.findings(of: invoice, file: file, &memory, to: &findings)
                if findings.count > 1 { findings.sort { ($0.line, $0.rule) < ($1.line, $1.rule) } }
                // None is copied, which would count all its texts.
                for finding in findings.indices where findings[finding].effect != .off {
                    share.effects[findings[finding].effect, default: 0] += 1
                    share.told.append(wording(findings[finding]))
                }
                for line in lines where !line.unread.contains(.amount) { share.billed += line.amount }
                var content = CheckedContent()
                if areCompared { invoice.tellContent(lines, to: &content) }
                invoice.lines = 0..<0
                share.invoices.append(
                    NightInvoice(
                        invoice: invoice, file: files.count, fileName: file, status: .rejected, receivedOn: asOf,
                        receivedRun: 1, storeID: nil, content: content.hash))
            }
        }
        return share
    }

    private func isRejected(_ invoice: Invoice) -> Bool {
        invoice.findings.contains { pack.effect(of: $0.rule) == .reject }
    }

    // MARK: - Findings

    private mutating func tell(_ finding: Finding, of file: String, _ invoice: Invoice? = nil) {
        tell(checked(finding, of: file, invoice))
    }

    private mutating func tell(_ finding: CheckFinding) {
        if finding.effect == .off { return }
        totals.findings[finding.effect, default: 0] += 1
        report(wording(finding))
    }

    private func checked(_ finding: Finding, of file: String, _ invoice: Invoice?) -> CheckFinding {
        CheckFinding(
            file: file, line: finding.line, column: finding.column, rule: finding.rule,
            effect: pack.effect(of: finding.rule), provider: invoice.map { symbols[$0.provider] } ?? "",
            invoiceNumber: invoice.map { symbols[$0.number] } ?? "", sentence: finding.sentence,
            sample: Self.sample(finding))
    }

    private static func sample(_ finding: Finding) -> String? {
        let found = finding.sentence.found
        switch finding.rule {
        case InvoiceValue.id:
            guard let column = Column.allCases.first(where: { $0.name == finding.column }) else { return nil }
            return Correction.cell(column, found)
        case InvoiceHeaderConflict.id: return finding.sentence.expected == "nothing" ? nil : finding.sentence.expected
        case InvoiceTotalMismatch.id: return finding.sentence.expected.filter { $0 != "$" && $0 != "," }
        case FileColumns.id: return Column.allCases.filter { $0.isRequired }.map { $0.name }.joined(separator: ",")
        case FileColumnUnknown.id: return finding.column.flatMap { Correction.header($0) }
        default: return nil
        }
    }
}

extension Check where Told == CheckFinding {
    /// Reports the findings as they are.
    init(pack: PolicyPack, asOf: Day, threads: Int = 2, report: @escaping (CheckFinding) -> Void) {
        self.init(pack: pack, asOf: asOf, threads: threads, wording: { $0 }, report: report)
    }
}
