@testable import Billing

/// Invoice files: whatever the bytes, the reading ends, is the same however they come, names places that the file has,
/// and lets no value pass that is out of its range.
enum InvoiceFuzzing {
    private static let services = ServiceCatalogue([
        ("placement-planning", ["PP", "Placement Planning"]), ("home-study", ["HS", "Home Study and Evaluation"]),
    ])
    private static let asOf = Day(year: 2026, month: 10, day: 5)!

    static func csv(_ bytes: UnsafeRawBufferPointer) { read(Array(bytes), as: CSVFormat.self) }
    static func xml(_ bytes: UnsafeRawBufferPointer) { read(Array(bytes), as: XMLFormat.self) }

    private static func read(_ bytes: [UInt8], as format: any Format.Type) {
        let whole = Reading(Pieces.whole(bytes), format)
        let torn = Reading(Pieces.torn(bytes), format)
        if format == XMLFormat.self, whole.isUnreadable || torn.isUnreadable || !whole.isUTF8 {
            // Where bytes are no text, libxml2 tells what it met first: that depends on how far it could look.
            promise(
                whole.isRejected && torn.isRejected || whole.isSame(as: torn),
                "\(whole.description)\n---\n\(torn.description)")
        } else {
            promise(whole.isSame(as: torn), "\(whole.description)\n---\n\(torn.description)")
        }
        whole.check(lineCount: Pieces.lineCount(bytes.filter { $0 != 0 }) + 1)
    }

    /// A file as it was read and checked, with its texts.
    private struct Reading {
        var reading = FileReading()
        var symbols = Symbols()
        /// The bytes are UTF-8, without a mark before them.
        private(set) var isUTF8 = false

        init(_ source: ByteSource, _ format: any Format.Type) {
            do {
                let encoding = try FileScan.scan(source).encoding
                isUTF8 = encoding == .utf8
                reading = try format.read(source, encoding: encoding, services: services, symbols: &symbols)
            } catch {
                fatalError("bytes in memory can't fail")
            }
            InvoiceChecks.check(&reading, asOf: asOf)
        }

        var isRejected: Bool {
            reading.findings.contains { FileUnreadable.id <= $0.rule && $0.rule <= FileColumns.id }
        }

        var isUnreadable: Bool { reading.findings.contains { $0.rule == FileUnreadable.id } }

        /// Whether a night would go by the same: texts have equal symbols where they came in the same order.
        func isSame(as other: Reading) -> Bool {
            reading.findings == other.reading.findings && symbols.count == other.symbols.count
                && reading.invoices.elementsEqual(other.reading.invoices) { $0.findings == $1.findings }
                && facts == other.facts
        }

        private var facts: [Int] {
            var facts = Facts()
            for invoice in reading.invoices {
                for text in [invoice.number, invoice.formText, invoice.replacesText] { facts.add(text) }
                for number in [invoice.place, invoice.lines.lowerBound, invoice.lines.upperBound] { facts.add(number) }
                invoice.tellContent(reading.lines[invoice.lines], to: &facts)
            }
            for line in reading.lines {
                for number in [Int(line.invoice), Int(line.place), Int(line.unread.rawValue)] { facts.add(number) }
            }
            return facts.numbers
        }

        private struct Facts: ContentDigest {
            var numbers: [Int] = []
            mutating func add(_ number: Int) { numbers.append(number) }
            mutating func add(_ text: Symbol) { numbers.append(Int(text.index)) }
        }

        /// All that a night goes by, for people: slow, so only where it is told.
        var description: String {
            var text = reading.findings.map { "\($0)" }.joined(separator: "\n")
            for invoice in reading.invoices {
                text += "\n\(symbols[invoice.provider]) \(symbols[invoice.number]) \(invoice)"
                text += " \(invoice.contentHash(reading.lines[invoice.lines], symbols))"
            }
            return text + reading.lines.map { "\n\($0)" }.joined()
        }

        func check(lineCount: Int) {
            for finding in reading.findings { check(finding, lineCount) }
            if isRejected {
                promise(reading.invoices.isEmpty && reading.lines.isEmpty, "a rejected file has invoices")
            }
            promise(reading.invoices.reduce(0) { $0 + $1.lines.count } == reading.lines.count, "a line of no invoice")
            for (index, invoice) in reading.invoices.enumerated() {
                promise((1...lineCount).contains(invoice.place), "an invoice on line \(invoice.place)")
                for finding in invoice.findings { check(finding, lineCount) }
                for line in reading.lines[invoice.lines] {
                    promise(Int(line.invoice) == index, "a line of another invoice")
                    promise((1...lineCount).contains(Int(line.place)), "a line on line \(line.place)")
                }
                if invoice.findings.isEmpty { check(invoice) }
            }
        }

        private func check(_ finding: Finding, _ lineCount: Int) {
            promise((0...lineCount).contains(finding.line), "a finding on line \(finding.line) of \(lineCount)")
            promise(!finding.sentence.message.contains("\n"), "a sentence of two lines")
            promise(
                finding.sentence.message.utf8.count < 4000, "a sentence of \(finding.sentence.message.utf8.count) bytes"
            )
        }

        /// An invoice with which nothing is wrong has all that a decision goes by, within its range.
        private func check(_ invoice: Invoice) {
            let number = symbols[invoice.number]
            promise((1...30).contains(number.utf8.count) && number.utf8.allSatisfy { $0 >= 0x20 && $0 < 0x7F }, number)
            promise(symbols[invoice.numberKey] == number.lowercased(), "another number")
            promise(isID(invoice.provider) && isID(invoice.agreement), "an id")
            promise(invoice.form != nil && invoice.billingMonth != nil, "no form or month")
            promise(invoice.date.map { $0 <= asOf } == true, "no date")
            promise(invoice.total.map { $0 >= .zero && $0 <= Money(cents: .max / 4) } == true, "no total")
            promise(invoice.replaces != invoice.numberKey || invoice.replaces.isEmpty, "replaces itself")
            var numbers: Set<Int32> = []
            var sum = Money.zero
            for line in reading.lines[invoice.lines] {
                promise(
                    line.unread == [] && line.number >= 1 && numbers.insert(line.number).inserted, "a line's number")
                promise((1...99_999).contains(line.hours.hundredths), "hours \(line.hours)")
                promise((1...999_999_999).contains(line.rate.cents), "rate \(line.rate)")
                promise((1...999_999_999).contains(line.amount.cents), "amount \(line.amount)")
                promise(line.day >= .first && line.day <= invoice.date!, "day \(line.day)")
                promise(isID(line.child), "a child's id")
                promise(line.worker.isEmpty || isID(line.worker), "a worker's id")
                promise(line.family.isEmpty || isID(line.family), "a family's id")
                promise(symbols[line.activity].unicodeScalars.count <= 2000, "an activity")
                promise(symbols[line.description].unicodeScalars.count <= 2000, "a description")
                promise(!line.serviceText.isEmpty, "no service")
                sum += line.amount
            }
            promise(sum == invoice.total, "a total that is not the sum")
        }

        private func isID(_ symbol: Symbol) -> Bool {
            let scalars = symbols[symbol].unicodeScalars
            return (1...40).contains(scalars.count) && scalars.allSatisfy { $0.properties.generalCategory != .control }
        }
    }
}
