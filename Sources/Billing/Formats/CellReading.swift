/// Turns cells to values: each is read in the file's notation, held against its column's range, and reported when it
/// does not pass (rule invoice-value).
struct CellReading<N: Notation> {
    /// What the cells looked at since it was last emptied were found to be.
    var findings: [Finding] = []
    private var recent = RecentTexts()

    mutating func fault(_ column: Column, in cells: RowCells) {
        findings.append(
            InvoiceValue.finding(
                column, line: cells.line(of: column), text: cells.text(column), expected: N.expected(column)))
    }

    mutating func header(_ cells: RowCells, numberKey: Symbol, symbols: inout Symbols) -> InvoiceHeader {
        if !PlainText.isInvoiceNumber(cells[.invoiceNumber]) { fault(.invoiceNumber, in: cells) }
        if !PlainText.isID(cells[.providerID]) { fault(.providerID, in: cells) }
        var header = InvoiceHeader()
        header.form = read(.form, in: cells, N.form)
        if PlainText.isID(cells[.agreementID]) {
            header.agreement = symbols.intern(cells[.agreementID])
        } else {
            fault(.agreementID, in: cells)
        }
        header.billingMonth = read(.billingMonth, in: cells, N.month)
        header.date = read(.invoiceDate, in: cells, N.day)
        header.total = read(.invoiceTotal, in: cells, N.money) { $0 <= .largest }
        let replaces = cells[.replaces]
        let key = symbols.internInSmallLetters(replaces)
        if replaces.isEmpty || PlainText.isInvoiceNumber(replaces) && key != numberKey {
            header.replaces = key
        } else {
            fault(.replaces, in: cells)
        }
        return header
    }

    /// Reads the cells of a line; those that can't be read are in its `unread`.
    mutating func line(
        _ cells: RowCells, invoice: Int, services: inout ServiceWords, symbols: inout Symbols
    ) -> InvoiceLine {
        var line = InvoiceLine(
            invoice: Int32(invoice), number: 0, child: .none, worker: .none, family: .none, activity: .none,
            description: .none, serviceText: .none, service: nil, day: Day(number: 0), hours: .zero,
            rate: Rate(cents: 0), amount: .zero, place: Int32(clamping: cells.line), unread: [])
        var unread: ColumnSet = []
        line.number = read(.lineNumber, in: cells, &unread, PlainText.lineNumber) ?? 0
        line.day = read(.serviceDate, in: cells, &unread, N.day) ?? line.day
        line.hours = read(.hours, in: cells, &unread, N.hours) { $0 > .zero && $0 <= .largest } ?? .zero
        line.rate = Rate(cents: dollars(.rate, in: cells, &unread).cents)
        line.amount = dollars(.amount, in: cells, &unread)
        line.child = text(.childID, in: cells, &unread, &symbols) { PlainText.isID($0) }
        line.worker = text(.worker, in: cells, &unread, &symbols) { $0.isEmpty || PlainText.isID($0) }
        line.family = text(.familyID, in: cells, &unread, &symbols) { $0.isEmpty || PlainText.isID($0) }
        line.activity = text(.activity, in: cells, &unread, &symbols, Self.isFreeText)
        // Descriptions differ from line to line: among the recent texts they would only be in the way.
        line.description = text(.description, in: cells, &unread, &symbols, isRecent: false, Self.isFreeText)
        line.serviceText = text(.service, in: cells, &unread, &symbols) { !$0.isEmpty }
        line.service = services.find(line.serviceText, in: symbols)
        line.unread = unread
        return line
    }

    /// Whether a row has nothing of a line in it: it says that there were no services.
    static func saysNoServices(_ cells: RowCells) -> Bool {
        cells[.lineNumber].isEmpty && cells[.childID].isEmpty && cells[.serviceDate].isEmpty
            && cells[.service].isEmpty && cells[.activity].isEmpty
            && (cells[.hours].isEmpty || N.hours(cells[.hours]) == .zero)
            && (cells[.rate].isEmpty || N.money(cells[.rate]) == .zero)
            && (cells[.amount].isEmpty || N.money(cells[.amount]) == .zero)
    }

    @inline(__always)
    private static func isFreeText(_ text: UnsafeRawBufferPointer) -> Bool {
        !PlainText.isLonger(text, than: PlainText.longestFreeText)
    }

    // MARK: - One cell

    @inline(__always)
    private mutating func read<Value>(
        _ column: Column, in cells: RowCells, _ parse: (UnsafeRawBufferPointer) -> Value?,
        isInRange: (Value) -> Bool = { _ in true }
    ) -> Value? {
        if let value = parse(cells[column]), isInRange(value) { return value }
        fault(column, in: cells)
        return nil
    }

    @inline(__always)
    private mutating func read<Value>(
        _ column: Column, in cells: RowCells, _ unread: inout ColumnSet,
        _ parse: (UnsafeRawBufferPointer) -> Value?, isInRange: (Value) -> Bool = { _ in true }
    ) -> Value? {
        let value = read(column, in: cells, parse, isInRange: isInRange)
        if value == nil { unread.insert(column) }
        return value
    }

    @inline(__always)
    private mutating func dollars(_ column: Column, in cells: RowCells, _ unread: inout ColumnSet) -> Money {
        read(column, in: cells, &unread, N.money) { $0 > .zero && $0 <= .largest } ?? .zero
    }

    @inline(__always)
    private mutating func text(
        _ column: Column, in cells: RowCells, _ unread: inout ColumnSet, _ symbols: inout Symbols,
        isRecent: Bool = true, _ isRight: (UnsafeRawBufferPointer) -> Bool
    ) -> Symbol {
        let text = cells[column]
        if isRight(text) { return isRecent ? recent.symbol(of: text, in: &symbols) : symbols.intern(text) }
        fault(column, in: cells)
        unread.insert(column)
        return .none
    }
}

extension Symbols {
    /// The symbol of an invoice number in small letters, as which it is known.
    mutating func internInSmallLetters(_ number: UnsafeRawBufferPointer) -> Symbol {
        if !number.contains(where: { (0x41...0x5A).contains($0) }) { return intern(number) }
        return withUnsafeTemporaryAllocation(byteCount: number.count, alignment: 1) { small in
            for (index, byte) in number.enumerated() {
                small[index] = (0x41...0x5A).contains(byte) ? byte | 0x20 : byte
            }
            return intern(UnsafeRawBufferPointer(small))
        }
    }
}
