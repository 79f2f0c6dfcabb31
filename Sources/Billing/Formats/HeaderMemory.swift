/// What the last row said of its invoice, byte for byte: the next row mostly says the same, and need not be read again.
struct HeaderMemory {
    static let columns = [Column.providerID, .invoiceNumber] + InvoiceHeader.columns

    /// Where the columns' texts are among a row's, those of the row's beginning first.
    private let places: [Int]
    /// How many of them are in the row's beginning.
    private let countInBeginning: Int
    private var bytes: [UInt8] = []
    /// Where each column's text ends in `bytes`.
    private var ends: [Int] = []
    private var invoice: Int?

    init(_ header: CSVHeader) {
        let beginning = header.columns.filter { $0.place < header.invoiceColumnsAhead }.map { $0.column }
        places = (beginning + Self.columns.filter { !beginning.contains($0) }).map { Int($0.rawValue) }
        countInBeginning = beginning.count
    }

    /// The last row's invoice, if this row says just the same of it.
    ///
    /// - Parameter repeatsBeginning: its beginning is known to be the last row's.
    func invoice(of row: RowCells, repeatsBeginning: Bool) -> Int? {
        guard let invoice else { return nil }
        let first = repeatsBeginning ? countInBeginning : 0
        var start = first == 0 ? 0 : ends[first - 1]
        return bytes.withUnsafeBytes { kept in
            for index in first..<places.count {
                let text = row.texts[places[index]]
                guard text.count == ends[index] - start else { return nil }
                if let bytes = text.baseAddress, let known = kept.baseAddress,
                    !bytes.holdsSame(known + start, count: text.count)
                {
                    return nil
                }
                start = ends[index]
            }
            return invoice
        }
    }

    /// Keeps a row's header as that of an invoice; of none, where the next row must be read in any case.
    mutating func keep(_ row: RowCells, of invoice: Int?) {
        self.invoice = invoice
        bytes.removeAll(keepingCapacity: true)
        ends.removeAll(keepingCapacity: true)
        for place in places {
            bytes.append(contentsOf: row.texts[place])
            ends.append(bytes.count)
        }
    }
}
