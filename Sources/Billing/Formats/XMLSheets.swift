import Dispatch

/// Sheets that wait for invoices to be made of them, in their order, by whichever thread has the time: nobody waits
/// for another thread to come.
final class XMLSheets: Sendable {
    private struct Waiting {
        var sheets: [XMLSheet] = []
        var isClosed = false
    }

    /// How many may wait before who brings them must help.
    private static let most = 4

    private let waiting = Locked(Waiting())
    private let building: Locked<XMLBuilding>
    private let arrived = DispatchSemaphore(value: 0)

    init(_ building: XMLBuilding) { self.building = Locked(building) }

    /// Brings the next sheet.
    ///
    /// - Returns: what ends the file, where a sheet before held it.
    func put(_ sheet: XMLSheet) -> Finding? {
        let count = waiting.withLock { waiting in
            waiting.sheets.append(sheet)
            return waiting.sheets.count
        }
        arrived.signal()
        if count < Self.most { return nil }
        return buildNext().fault
    }

    /// No more sheets come.
    func close() {
        waiting.withLock { $0.isClosed = true }
        arrived.signal()
    }

    /// Makes invoices of the sheets as they come, until no more do.
    func buildAll() {
        while true {
            arrived.wait()
            let wasClosed = waiting.withLock { $0.isClosed }
            if !buildNext().isBuilt, wasClosed { return }
        }
    }

    /// What came of all sheets, once no more come.
    func finish() -> XMLBuilding {
        while buildNext().isBuilt {}
        return building.withLock { building in
            let whole = building
            building = XMLBuilding(symbols: Symbols(), services: ServiceCatalogue([]))
            return whole
        }
    }

    private func buildNext() -> (isBuilt: Bool, fault: Finding?) {
        building.withLock { building in
            // The first that waits is the next: it is taken by who may build.
            guard let sheet = waiting.withLock({ $0.sheets.isEmpty ? nil : $0.sheets.removeFirst() }) else {
                return (false, building.fault)
            }
            building.take(sheet)
            return (true, building.fault)
        }
    }
}

/// Makes invoices of sheets.
struct XMLBuilding: Sendable {
    private(set) var builder: InvoiceBuilder<PlainNotation>
    /// What ends the file.
    private(set) var fault: Finding?
    private var invoice = 0

    init(symbols: consuming Symbols, services: ServiceCatalogue) {
        builder = InvoiceBuilder(symbols: symbols, services: services)
    }

    mutating func take(_ sheet: XMLSheet) {
        if fault != nil { return }
        var row = RowCells()
        var start = 0
        sheet.texts.withUnsafeBytes { texts in
            for place in sheet.rows.indices where fault == nil {
                let entry = sheet.rows[place]
                row.clear(line: entry.line)
                for index in start..<entry.end {
                    let cell = sheet.cells[index]
                    row[cell.column] = CellText.trimmed(UnsafeRawBufferPointer(rebasing: texts[cell.text]))
                    row.lines[Int(cell.column.rawValue)] = cell.line
                }
                start = entry.end
                add(row, isInvoice: entry.isInvoice)
            }
        }
    }

    mutating func finish() -> FileReading { builder.finish() }

    private mutating func add(_ row: RowCells, isInvoice: Bool) {
        if isInvoice { invoice = builder.begin(row) } else { builder.addLine(row, to: invoice) }
        if builder.hasTooManyFaults {
            let limit = InvoiceBuilder<PlainNotation>.faultLimit
            fault = FileUnreadable.finding(Unreadable.tooManyFaults(line: row.line, limit: limit))
        }
    }
}

extension RowCells {
    /// Begins a row whose cells know their lines.
    fileprivate mutating func clear(line: Int) {
        self.line = line
        if lines.isEmpty { lines = [Int](repeating: line, count: texts.count) }
        for index in texts.indices {
            texts[index] = UnsafeRawBufferPointer(start: nil, count: 0)
            lines[index] = line
        }
    }
}
