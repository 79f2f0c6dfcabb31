/// Puts the rows of a file together to invoices. It holds the invoices and lines, not the rows.
struct InvoiceBuilder<N: Notation> {
    /// What is known of an invoice beside the invoice itself while its rows come in.
    private struct Draft {
        var header: InvoiceHeader
        var conflicts: ColumnSet = []
        var lineCount = 0
        /// Where the first of its lines stands among all.
        var firstLine = 0
        /// Where rows say that there were no services.
        var emptyRows: [Int] = []
    }

    private(set) var symbols: Symbols
    private var services: ServiceWords
    private var cells = CellReading<N>()
    private var invoices: [Invoice] = []
    private var drafts: [Draft] = []
    private var lines: [InvoiceLine] = []
    private var byKey: [InvoiceKey: Int] = [:]
    /// Lines of one invoice do not stand together in the file.
    private var isScattered = false
    private var faultCount = 0

    /// A file with more cells that can't be read is not read on: each fault takes many times the memory of the two
    /// bytes that it may stand for.
    static var faultLimit: Int { 100_000 }

    /// How many lines there are so far.
    var lineCount: Int { lines.count }

    /// Whether there are more.
    var hasTooManyFaults: Bool { faultCount > Self.faultLimit }

    init(symbols: consuming Symbols, services: ServiceCatalogue) {
        self.symbols = symbols
        self.services = ServiceWords(services)
    }

    /// Begins an invoice with what a row says of it, whatever others there are.
    mutating func begin(_ row: RowCells) -> Int {
        begin(row, key: key(of: row))
    }

    /// The invoice that a row belongs to: the one that its provider and number name already, else a new one.
    ///
    /// - Returns: its place, and whether nothing was found wrong with what the row says of it.
    mutating func invoice(of row: RowCells) -> (index: Int, isSound: Bool) {
        let key = key(of: row)
        guard let index = byKey[key] else {
            let index = begin(row, key: key)
            byKey[key] = index
            return (index, invoices[index].findings.isEmpty)
        }
        cells.findings.removeAll(keepingCapacity: true)
        let header = cells.header(row, numberKey: key.number, symbols: &symbols)
        let isSound = cells.findings.isEmpty
        invoices[index].findings += cells.findings
        faultCount += cells.findings.count
        merge(header, of: row, into: index)
        return (index, isSound)
    }

    /// Adds the line that a row holds.
    mutating func addLine(_ row: RowCells, to invoice: Int) {
        if !cells.findings.isEmpty { cells.findings.removeAll(keepingCapacity: true) }
        if let last = lines.last, last.invoice != invoice, drafts[invoice].lineCount > 0 { isScattered = true }
        if drafts[invoice].lineCount == 0 { drafts[invoice].firstLine = lines.count }
        lines.append(cells.line(row, invoice: invoice, services: &services, symbols: &symbols))
        drafts[invoice].lineCount += 1
        if !cells.findings.isEmpty {
            invoices[invoice].findings += cells.findings
            faultCount += cells.findings.count
        }
    }

    /// Adds a row: a line, or the word that there were no services.
    mutating func add(_ row: RowCells, to invoice: Int) {
        if CellReading<N>.saysNoServices(row) {
            drafts[invoice].emptyRows.append(row.line)
            if drafts[invoice].emptyRows.count > 1 { faultCount += 1 }
        } else {
            addLine(row, to: invoice)
        }
    }

    /// Adds what another builder put together of the rows that follow.
    ///
    /// - Parameter linesBefore: how many physical lines lie before those rows.
    /// - Returns: false, and no invoice or line is added, where the rows had better be read here one by one: something
    ///   is wrong with one of them, or one says otherwise of an invoice than a row before.
    mutating func absorb(_ other: InvoiceBuilder, linesBefore: Int) -> Bool {
        guard other.faultCount == 0, other.invoices.allSatisfy({ $0.findings.isEmpty }) else { return false }
        let texts = symbols.absorb(other.symbols)
        let keys = other.invoices.map { InvoiceKey(texts[$0.provider], texts[$0.numberKey]) }
        for (place, key) in keys.enumerated() {
            guard let known = byKey[key] else { continue }
            guard drafts[known].conflicts.isEmpty, drafts[known].header == texts[other.drafts[place].header] else {
                return false
            }
        }
        let places = keys.indices.map { add(keys[$0], other, $0, texts, linesBefore) }
        addLines(of: other, places, texts, linesBefore)
        return true
    }

    /// The place of an invoice of the other builder, which is added where it is not known.
    private mutating func add(
        _ key: InvoiceKey, _ other: InvoiceBuilder, _ place: Int, _ texts: SymbolMap, _ linesBefore: Int
    ) -> Int {
        let draft = other.drafts[place]
        let index: Int
        if let known = byKey[key] {
            index = known
        } else {
            index = invoices.count
            byKey[key] = index
            var invoice = texts[other.invoices[place]]
            invoice.place += linesBefore
            invoices.append(invoice)
            drafts.append(Draft(header: texts[draft.header]))
        }
        drafts[index].emptyRows += draft.emptyRows.map { $0 + linesBefore }
        return index
    }

    private mutating func addLines(
        of other: InvoiceBuilder, _ places: [Int], _ texts: SymbolMap, _ linesBefore: Int
    ) {
        if other.isScattered { isScattered = true }
        expect(lines: lines.count + other.lines.count)
        var last = lines.last?.invoice ?? -1
        // The lines of an invoice mostly stand together: they are counted together.
        var count = 0
        for line in other.lines {
            var line = texts[line]
            line.invoice = Int32(places[Int(line.invoice)])
            line.place += Int32(clamping: linesBefore)
            if line.invoice != last {
                if count > 0 { drafts[Int(last)].lineCount += count }
                if drafts[Int(line.invoice)].lineCount == 0 {
                    drafts[Int(line.invoice)].firstLine = lines.count
                } else {
                    isScattered = true
                }
                last = line.invoice
                count = 0
            }
            count += 1
            lines.append(line)
        }
        if count > 0 { drafts[Int(last)].lineCount += count }
    }

    /// Makes room for so many lines in all.
    mutating func expect(lines count: Int) {
        if count <= lines.capacity { return }
        lines.reserveCapacity(max(count, 2 * lines.count))
    }

    /// All invoices with their lines. The builder is empty afterwards but for its symbols.
    mutating func finish() -> FileReading {
        var reading = FileReading()
        if isScattered { gatherLines() }
        reading.lines = lines
        for index in drafts.indices where drafts[index].lineCount > 0 {
            invoices[index].lines = drafts[index].firstLine..<drafts[index].firstLine + drafts[index].lineCount
        }
        for (index, draft) in drafts.enumerated() where draft.emptyRows.count + draft.lineCount > 1 {
            for row in draft.emptyRows {
                invoices[index].findings.append(InvoiceValue.noServicesBesideOthers(line: row))
            }
        }
        for index in invoices.indices where invoices[index].findings.count > 1 {
            invoices[index].findings.sort { ($0.rule, $0.line) < ($1.rule, $1.line) }
        }
        reading.keysDiffer = byKey.count == invoices.count
        reading.invoices = invoices
        (invoices, drafts, lines, byKey) = ([], [], [], [:])
        return reading
    }

    // MARK: - Parts

    private mutating func key(of row: RowCells) -> InvoiceKey {
        InvoiceKey(symbols.intern(row[.providerID]), symbols.internInSmallLetters(row[.invoiceNumber]))
    }

    private mutating func begin(_ row: RowCells, key: InvoiceKey) -> Int {
        cells.findings.removeAll(keepingCapacity: true)
        let header = cells.header(row, numberKey: key.number, symbols: &symbols)
        invoices.append(
            Invoice(
                provider: key.provider, number: symbols.intern(row[.invoiceNumber]), numberKey: key.number,
                formText: symbols.intern(row[.form]), agreement: symbols.intern(row[.agreementID]),
                replacesText: symbols.intern(row[.replaces]), form: header.form, billingMonth: header.billingMonth,
                date: header.date, total: header.total, replaces: header.replaces ?? .none, lines: 0..<0,
                place: row.line, findings: cells.findings))
        faultCount += cells.findings.count
        drafts.append(Draft(header: header))
        return invoices.count - 1
    }

    /// Holds what a further row says of its invoice against what the rows before it said.
    private mutating func merge(_ header: InvoiceHeader, of row: RowCells, into index: Int) {
        let first = drafts[index].header
        for column in InvoiceHeader.columns
        where first.disagrees(with: header, in: column) && !drafts[index].conflicts.contains(column) {
            drafts[index].conflicts.insert(column)
            invoices[index].findings.append(
                InvoiceHeaderConflict.finding(
                    column, line: row.line(of: column), first: text(column, of: invoices[index]),
                    text: row.text(column)))
        }
        if first.form == nil, header.form != nil { invoices[index].formText = symbols.intern(row[.form]) }
        if first.replaces == nil, header.replaces != nil {
            invoices[index].replacesText = symbols.intern(row[.replaces])
        }
        let completed = first.completed(by: header)
        drafts[index].header = completed
        invoices[index].form = completed.form
        invoices[index].agreement = completed.agreement ?? invoices[index].agreement
        invoices[index].billingMonth = completed.billingMonth
        invoices[index].date = completed.date
        invoices[index].total = completed.total
        invoices[index].replaces = completed.replaces ?? .none
    }

    private func text(_ column: Column, of invoice: Invoice) -> String {
        switch column {
        case .form: symbols[invoice.formText]
        case .agreementID: symbols[invoice.agreement]
        case .billingMonth: invoice.billingMonth?.description ?? ""
        case .invoiceDate: invoice.date?.description ?? ""
        case .invoiceTotal: invoice.total?.description ?? ""
        default: symbols[invoice.replacesText]
        }
    }

    /// Puts the lines in the order of their invoices, those of one invoice in the file's order.
    private mutating func gatherLines() {
        var start = 0
        for index in drafts.indices {
            drafts[index].firstLine = start
            start += drafts[index].lineCount
        }
        guard let any = lines.first else { return }
        var next = drafts.map { $0.firstLine }
        var sorted = [InvoiceLine](repeating: any, count: lines.count)
        for line in lines {
            sorted[next[Int(line.invoice)]] = line
            next[Int(line.invoice)] += 1
        }
        lines = sorted
    }
}
