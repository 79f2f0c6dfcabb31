/// Follows the elements of an invoice file and puts them on sheets; the first that the format does not have ends it.
final class XMLInvoices: XMLContent {
    /// A thing of its own in memory: what stands in an object itself is looked at anew for each access.
    private let walk: UnsafeMutablePointer<XMLWalk>

    init(_ sheets: XMLSheets) {
        walk = .allocate(capacity: 1)
        walk.initialize(to: XMLWalk(sheets))
    }

    deinit {
        walk.deinitialize(count: 1)
        walk.deallocate()
    }

    var fault: Finding? { walk.pointee.fault }

    func learn(_ dictionary: XMLDictionary) { walk.pointee.words = XMLSchema.Words(dictionary) }

    func begin(_ name: XMLName, _ attributes: XMLAttributes, line: Int) -> Bool? {
        walk.pointee.begin(name, attributes, line)
    }

    func end(text: UnsafeRawBufferPointer) -> Bool { walk.pointee.end(text) }

    func strayText() { walk.pointee.strayText() }

    /// Hands on what is left.
    func finish() { walk.pointee.handOn() }
}

/// Where in the file's elements the parser stands.
private struct XMLWalk {
    private enum Place {
        case document, invoices, invoice, line, cell
    }

    private(set) var fault: Finding?
    var words = XMLSchema.Words()
    private let sheets: XMLSheets
    private var sheet = XMLSheet()
    private var place = Place.document
    /// Which of a line's elements may come next.
    private var nextPart = 0
    // The lines on which the current elements begin.
    private var invoiceLine = 1
    private var rowLine = 1
    private var cellLine = 1

    init(_ sheets: XMLSheets) { self.sheets = sheets }

    mutating func begin(_ name: XMLName, _ attributes: XMLAttributes, _ line: Int) -> Bool? {
        switch place {
        case .document: beginInvoices(name, attributes, line)
        case .invoices: beginInvoice(name, attributes, line)
        case .invoice: beginLine(name, attributes, line)
        case .line: beginCell(name, attributes, line)
        case .cell:
            wrong(line, expected: "text only", found: "an element \(Quotation.short(name.text))")
        }
    }

    /// False, with the fault set, where the element is not what it should be.
    mutating func end(_ text: UnsafeRawBufferPointer) -> Bool {
        switch place {
        case .document: return true
        case .invoices: place = .document
        case .invoice: place = .invoices
        case .line:
            if nextPart < XMLSchema.parts.count {
                let expected = "an element \(XMLSchema.nextRequired(from: nextPart))"
                return wrong(rowLine, expected: expected, found: "the line's end") ?? false
            }
            place = .invoice
            return endRow(isInvoice: false)
        case .cell:
            sheet.add(text, XMLSchema.parts[nextPart - 1].column, line: cellLine)
            place = .line
        }
        return true
    }

    mutating func strayText() {
        let line = place == .line ? rowLine : place == .invoice ? invoiceLine : 1
        _ = wrong(line, expected: "elements only", found: "text between them")
    }

    mutating func handOn() {
        sheet.dropRow()
        fault = sheets.put(sheet) ?? fault
        sheet = XMLSheet()
    }

    // MARK: - Elements

    private mutating func beginInvoices(_ name: XMLName, _ attributes: XMLAttributes, _ line: Int) -> Bool? {
        guard name.is(words.invoices, in: words.namespace) else { return unexpected("Invoices", name, line) }
        guard take(attributes, .none, "Invoices", line) else { return nil }
        place = .invoices
        return false
    }

    private mutating func beginInvoice(_ name: XMLName, _ attributes: XMLAttributes, _ line: Int) -> Bool? {
        guard name.is(words.invoice, in: words.namespace) else { return unexpected("Invoice", name, line) }
        rowLine = line
        guard take(attributes, words.ofInvoice, "Invoice", line), endRow(isInvoice: true) else { return nil }
        invoiceLine = line
        place = .invoice
        return false
    }

    private mutating func beginLine(_ name: XMLName, _ attributes: XMLAttributes, _ line: Int) -> Bool? {
        guard name.is(words.line, in: words.namespace) else { return unexpected("Line", name, line) }
        rowLine = line
        guard take(attributes, words.ofLine, "Line", line) else { return nil }
        nextPart = 0
        place = .line
        return false
    }

    private mutating func beginCell(_ name: XMLName, _ attributes: XMLAttributes, _ line: Int) -> Bool? {
        let parts = words.parts.attributes.count
        var part = nextPart
        while part < parts, !name.is(words.parts.attributes[part].word, in: words.namespace) {
            part = words.parts.attributes[part].isRequired ? parts : part + 1
        }
        guard part < parts else {
            return wrong(
                line, expected: XMLSchema.expected(from: nextPart), found: "an element \(Quotation.short(name.text))")
        }
        if attributes.count > 0 {
            guard take(attributes, .none, "\(XMLSchema.parts[part].name)", line) else { return nil }
        }
        cellLine = line
        nextPart = part + 1
        place = .cell
        return true
    }

    // MARK: - Parts

    private mutating func unexpected(_ expected: String, _ name: XMLName, _ line: Int) -> Bool? {
        wrong(
            line, expected: "an element \(expected) of \(XMLSchema.namespace)",
            found: "an element \(Quotation.short(name.text))")
    }

    /// Keeps an element's attributes; false, with the fault set, where one is missing or is not the format's.
    private mutating func take(
        _ attributes: XMLAttributes, _ listed: XMLSchema.Known, _ element: String, _ line: Int
    ) -> Bool {
        var found: ColumnSet = []
        var next = 0
        for index in 0..<attributes.count {
            if let place = listed.place(of: index, in: attributes, from: next) {
                let column = listed.attributes[place].column
                sheet.add(attributes.value(index), column, line: line)
                found.insert(column)
                next = place + 1
            } else if !attributes.isIn(words.instanceNamespace, index) {
                let found = "an attribute \(Quotation.short(attributes.name(index)))"
                return wrong(line, expected: "no such attribute of \(element)", found: found) ?? false
            }
        }
        if found.isSuperset(of: listed.required) { return true }
        let missing = listed.attributes.first { $0.isRequired && !found.contains($0.column) }
        return wrong(line, expected: "an attribute \(missing?.name ?? "") of \(element)", found: "none") ?? false
    }

    private mutating func endRow(isInvoice: Bool) -> Bool {
        sheet.endRow(isInvoice: isInvoice, line: rowLine)
        if sheet.isFull { handOn() }
        return fault == nil
    }

    /// Nil, for who reads no further.
    private mutating func wrong(_ line: Int, expected: String, found: String) -> Bool? {
        fault = fault ?? FileSchema.finding(line: line, expected: expected, found: found)
        return nil
    }
}
