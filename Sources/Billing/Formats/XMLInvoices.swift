/// Follows the elements of an invoice file and makes invoices of them; the first that the format does not have ends it.
final class XMLInvoices: XMLContent {
    private enum Place {
        case document, invoices, invoice, line, cell
    }

    private(set) var fault: Finding?
    private var builder: InvoiceBuilder<PlainNotation>
    private var place = Place.document
    private var invoice = 0
    /// The cells of the current invoice or line, and the texts of those of a line: a line is whole only where it ends.
    private var row = RowCells()
    private var texts: [UInt8] = []
    private var ranges = [Range<Int>](repeating: 0..<0, count: Column.allCases.count)
    /// Which of a line's elements may come next, and where the current one's text belongs.
    private var nextPart = 0
    private var invoiceLine = 1

    init(symbols: Symbols, services: ServiceCatalogue) {
        builder = InvoiceBuilder(symbols: symbols, services: services)
    }

    var symbols: Symbols { builder.symbols }

    func finish() -> FileReading { builder.finish() }

    func begin(_ name: XMLName, _ attributes: XMLAttributes, line: Int) -> Bool? {
        switch place {
        case .document: beginInvoices(name, attributes, line)
        case .invoices: beginInvoice(name, attributes, line)
        case .invoice: beginLine(name, attributes, line)
        case .line: return beginCell(name, attributes, line)
        case .cell: wrong(line, expected: "text only", found: "an element \(Quotation.short(name.text))")
        }
        return fault == nil ? false : nil
    }

    func end(text: UnsafeRawBufferPointer) {
        switch place {
        case .document: break
        case .invoices: place = .document
        case .invoice: place = .invoices
        case .line:
            if nextPart < XMLSchema.parts.count {
                wrong(
                    row.line, expected: "an element \(XMLSchema.nextRequired(from: nextPart))", found: "the line's end")
            } else {
                withCells { builder, row in builder.addLine(row, to: invoice) }
            }
            place = .invoice
        case .cell:
            keep(text, XMLSchema.parts[nextPart - 1].column)
            place = .line
        }
    }

    func strayText() {
        let line = place == .line ? row.line : place == .invoice ? invoiceLine : 1
        wrong(line, expected: "elements only", found: "text between them")
    }

    // MARK: - Elements

    private func beginInvoices(_ name: XMLName, _ attributes: XMLAttributes, _ line: Int) {
        guard expect("Invoices", name, line) else { return }
        _ = take(attributes, [], "Invoices", line)
        place = .invoices
    }

    private func beginInvoice(_ name: XMLName, _ attributes: XMLAttributes, _ line: Int) {
        guard expect("Invoice", name, line) else { return }
        clear(line)
        guard take(attributes, XMLSchema.ofInvoice, "Invoice", line) else { return }
        withCells { builder, row in invoice = builder.begin(row) }
        invoiceLine = line
        place = .invoice
    }

    private func beginLine(_ name: XMLName, _ attributes: XMLAttributes, _ line: Int) {
        guard expect("Line", name, line) else { return }
        clear(line)
        guard take(attributes, XMLSchema.ofLine, "Line", line) else { return }
        nextPart = 0
        place = .line
    }

    private func beginCell(_ name: XMLName, _ attributes: XMLAttributes, _ line: Int) -> Bool? {
        var part = nextPart
        while part < XMLSchema.parts.count, !name.is(XMLSchema.parts[part].name, in: XMLSchema.namespace) {
            if XMLSchema.parts[part].isRequired { part = XMLSchema.parts.count } else { part += 1 }
        }
        guard part < XMLSchema.parts.count else {
            wrong(
                line, expected: XMLSchema.expected(from: nextPart), found: "an element \(Quotation.short(name.text))")
            return nil
        }
        guard take(attributes, [], "\(XMLSchema.parts[part].name)", line) else { return nil }
        row.lines[Int(XMLSchema.parts[part].column.rawValue)] = line
        nextPart = part + 1
        place = .cell
        return true
    }

    // MARK: - Parts

    private func expect(_ element: StaticString, _ name: XMLName, _ line: Int) -> Bool {
        if name.is(element, in: XMLSchema.namespace) { return true }
        wrong(
            line, expected: "an element \(element) of \(XMLSchema.namespace)",
            found: "an element \(Quotation.short(name.text))")
        return false
    }

    /// Keeps an element's attributes; false, with the fault set, where one is missing or is not the format's.
    private func take(
        _ attributes: XMLAttributes, _ listed: [XMLSchema.Attribute], _ element: String, _ line: Int
    ) -> Bool {
        var found: ColumnSet = []
        for index in 0..<attributes.count {
            if let attribute = listed.first(where: { attributes.isPlain(index, $0.name) }) {
                keep(attributes.value(index), attribute.column)
                found.insert(attribute.column)
            } else if !attributes.isIn(XMLSchema.instanceNamespace, index) {
                wrong(
                    line, expected: "no such attribute of \(element)",
                    found: "an attribute \(Quotation.short(attributes.name(index)))")
                return false
            }
        }
        if let missing = listed.first(where: { $0.isRequired && !found.contains($0.column) }) {
            wrong(line, expected: "an attribute \(missing.name) of \(element)", found: "none")
            return false
        }
        return true
    }

    private func wrong(_ line: Int, expected: String, found: String) {
        fault = fault ?? FileSchema.finding(line: line, expected: expected, found: found)
    }

    private func clear(_ line: Int) {
        row.line = line
        row.lines.removeAll(keepingCapacity: true)
        row.lines.append(contentsOf: repeatElement(line, count: ranges.count))
        texts.removeAll(keepingCapacity: true)
        for index in ranges.indices { ranges[index] = 0..<0 }
    }

    private func keep(_ text: UnsafeRawBufferPointer, _ column: Column) {
        let start = texts.count
        texts.append(contentsOf: text)
        ranges[Int(column.rawValue)] = start..<texts.count
    }

    /// Calls `body` with the texts kept as cells.
    private func withCells(_ body: (inout InvoiceBuilder<PlainNotation>, RowCells) -> Void) {
        texts.withUnsafeBytes { bytes in
            for (index, range) in ranges.enumerated() {
                row.texts[index] = CellText.trimmed(UnsafeRawBufferPointer(rebasing: bytes[range]))
            }
            body(&builder, row)
        }
        if builder.hasTooManyFaults {
            let limit = InvoiceBuilder<PlainNotation>.faultLimit
            fault = fault ?? FileUnreadable.finding(Unreadable.tooManyFaults(line: row.line, limit: limit))
        }
    }
}
