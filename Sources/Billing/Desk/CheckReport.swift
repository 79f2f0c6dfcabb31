/// How `check` writes what it found, piece by piece: nothing is held back but a piece.
public struct CheckReport: Sendable {
    public enum Format: String, Sendable, CaseIterable {
        case text, csv, json
    }

    private let format: Format
    private let ink: Ink

    public init(_ format: Format, ink: Ink = .none) {
        self.format = format
        self.ink = ink
    }

    /// What stands before the findings.
    public var beginning: String {
        switch format {
        case .text: ""
        case .csv: Self.columns + "\n"
        case .json: "{\n\"version\": 1,\n\"findings\": ["
        }
    }

    /// What stands before a finding.
    ///
    /// - Parameter isFirst: whether no other stands before it.
    public func separator(isFirst: Bool) -> String {
        switch format {
        case .text, .csv: ""
        case .json: isFirst ? "\n" : ",\n"
        }
    }

    /// One finding.
    public func finding(_ finding: CheckFinding) -> String {
        switch format {
        case .text: text(finding)
        case .csv: csv(finding)
        case .json: DeskJSON.line(Document(finding))
        }
    }

    /// What stands behind the findings.
    public func end(_ check: Check<some Any>) -> String {
        switch format {
        case .text: summary(check.totals)
        case .csv: ""
        case .json:
            "\n],\n\"files\": [\n" + check.files.map { DeskJSON.line(FileDocument($0)) }.joined(separator: ",\n")
                + "\n],\n\"totals\": " + DeskJSON.line(TotalsDocument(check.totals)) + "\n}\n"
        }
    }

    // MARK: - Text

    private func text(_ finding: CheckFinding) -> String {
        let rule = Catalogue.rule(finding.rule)
        var text = ""
        text.reserveCapacity(512)
        text += ink.bold(finding.place.printable)
        text += ": "
        text += ink.colour(finding.effect, finding.effect.rawValue)
        text += " "
        text += rule.name
        let subject = finding.subject
        if !subject.isEmpty {
            text += " ("
            text += subject.printable
            text += ")"
        }
        text += "\n    "
        text += finding.sentence.message.printable
        text += "\n    expected: "
        text += finding.sentence.expected.printable
        text += "\n    found:    "
        text += finding.sentence.found.printable
        if let sample = finding.sample { text += "\n    write:    \(ink.bold(sample.printable))" }
        text += "\n    "
        text += rule.nextStep
        text += "\n"
        return text
    }

    private func summary(_ totals: CheckTotals) -> String {
        if totals.files == 0 { return "No file to check: a run reads those that end in .csv or .xml.\n" }
        var text = "\(totals.files.of("file")), \(totals.invoices.of("invoice")), \(totals.lines.of("line")), "
            + "\(totals.billed.dollars) billed: "
        guard totals.hasFindings else { return text + "nothing found.\n" }
        let counts = Effect.allCases.compactMap { effect in totals.findings[effect].map { "\($0) \(effect.rawValue)" } }
        text += "\(totals.findings.values.reduce(0, +).of("finding")) (\(counts.joined(separator: ", "))).\n"
        var fates: [String] = []
        if totals.rejectedFiles > 0 { fates.append("\(totals.rejectedFiles.of("file")) whole") }
        if totals.rejectedInvoices > 0 { fates.append("\(totals.rejectedInvoices.of("invoice"))") }
        if !fates.isEmpty { text += "A run would reject \(fates.joined(separator: " and ")).\n" }
        return text
    }

    // MARK: - CSV

    private static let columns = """
        file,line,column,effect,rule,provider_id,invoice_number,line_number,expected,found,sample,message,next_step
        """

    private func csv(_ finding: CheckFinding) -> String {
        let rule = Catalogue.rule(finding.rule)
        var csv = CSVWriter(columns: "", isGuarded: true)
        csv.take { _ in }
        csv.text(finding.file)
        csv.plain(finding.line == 0 ? "" : String(finding.line))
        csv.text(finding.column ?? "")
        csv.plain(finding.effect.rawValue)
        csv.plain(rule.name)
        for text in [
            finding.provider, finding.invoiceNumber, finding.lineNumber, finding.sentence.expected,
            finding.sentence.found, finding.sample ?? "", finding.sentence.message, rule.nextStep,
        ] { csv.text(text) }
        csv.endRow()
        return csv.take { String(decoding: $0, as: UTF8.self) }
    }

    // MARK: - JSON

    private struct Document: Encodable {
        var file: String
        var line: Int?
        var column: String?
        var effect, rule: String
        var providerId, invoiceNumber, lineNumber: String?
        var expected, found: String
        var sample: String?
        var message, nextStep: String

        init(_ finding: CheckFinding) {
            let rule = Catalogue.rule(finding.rule)
            file = finding.file
            line = finding.line == 0 ? nil : finding.line
            column = finding.column
            (effect, self.rule, nextStep) = (finding.effect.rawValue, rule.name, rule.nextStep)
            (providerId, invoiceNumber) = (finding.provider.nonEmpty, finding.invoiceNumber.nonEmpty)
            lineNumber = finding.lineNumber.nonEmpty
            let sentence = finding.sentence
            (expected, found, message) = (sentence.expected, sentence.found, sentence.message)
            sample = finding.sample
        }
    }

    private struct FileDocument: Encodable {
        var file, sha256, format, status, billed: String
        var invoices, lines: Int

        init(_ file: CheckedFile) {
            (self.file, sha256, format) = (file.name, file.sha256, file.format)
            (status, billed) = (file.status.rawValue, "\(file.billed)")
            (invoices, lines) = (file.invoices, file.lines)
        }
    }

    private struct TotalsDocument: Encodable {
        var files, rejectedFiles, skippedFiles, invoices, rejectedInvoices, lines: Int
        var billed: String
        var findings: [String: Int]

        init(_ totals: CheckTotals) {
            (files, rejectedFiles, skippedFiles) = (totals.files, totals.rejectedFiles, totals.skippedFiles)
            (invoices, rejectedInvoices, lines) = (totals.invoices, totals.rejectedInvoices, totals.lines)
            billed = "\(totals.billed)"
            findings = Dictionary(uniqueKeysWithValues: totals.findings.map { ($0.key.rawValue, $0.value) })
        }
    }
}

extension CheckFinding {
    /// `september.csv:12:hours`, as far as it is known.
    fileprivate var place: String {
        var place = file
        if line != 0 {
            place += ":"
            place += String(line)
        }
        if let column {
            place += ":"
            place += column
        }
        return place
    }

    /// `P-101 HL-2609-01 line 5`, as far as it is known.
    fileprivate var subject: String {
        var subject = provider
        if !invoiceNumber.isEmpty {
            if !subject.isEmpty { subject += " " }
            subject += invoiceNumber
        }
        if !lineNumber.isEmpty {
            subject += subject.isEmpty ? "line " : " line "
            subject += lineNumber
        }
        return subject
    }
}

extension String {
    /// The text, nil when there is none.
    var nonEmpty: String? { isEmpty ? nil : self }

    /// The text as a terminal may show it: no character of it moves the cursor or changes a colour.
    var printable: String {
        var text = self
        if text.withUTF8({ PlainText.isPrintableASCII(UnsafeRawBufferPointer($0)) }) { return self }
        guard unicodeScalars.contains(where: { $0.isControl }) else { return self }
        return String(unicodeScalars.map { $0.isControl ? "\u{FFFD}" : Character($0) })
    }
}

extension Int {
    /// `1 file`, `12 files`.
    func of(_ thing: String) -> String { "\(self) \(thing)\(self == 1 ? "" : "s")" }
}

extension Unicode.Scalar {
    /// Whether it is of the general category Cc.
    fileprivate var isControl: Bool { value < 0x20 || (0x7F...0x9F).contains(value) }
}
