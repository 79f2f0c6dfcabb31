/// What the last row said of its invoice, byte for byte: the next row mostly says the same, and need not be read again.
struct HeaderMemory {
    private static let columns = [Column.providerID, .invoiceNumber] + InvoiceHeader.columns

    /// Where the columns' texts are among a row's.
    private let places = columns.map { Int($0.rawValue) }
    private var bytes: [UInt8] = []
    private var counts: [Int] = []
    private var invoice: Int?

    /// The last row's invoice, if this row says just the same of it.
    func invoice(of row: RowCells) -> Int? {
        guard let invoice else { return nil }
        let isSame = bytes.withUnsafeBytes { kept in
            var rest = kept.baseAddress
            for (index, place) in places.enumerated() {
                let text = row.texts[place]
                guard text.count == counts[index] else { return false }
                guard let start = text.baseAddress, let known = rest else { continue }
                if !start.holdsSame(known, count: text.count) { return false }
                rest = known + text.count
            }
            return true
        }
        return isSame ? invoice : nil
    }

    /// Keeps a row's header as that of an invoice; of none, where the next row must be read in any case.
    mutating func keep(_ row: RowCells, of invoice: Int?) {
        self.invoice = invoice
        bytes.removeAll(keepingCapacity: true)
        counts.removeAll(keepingCapacity: true)
        for place in places {
            bytes.append(contentsOf: row.texts[place])
            counts.append(row.texts[place].count)
        }
    }
}
