/// What the last row said of its invoice, byte for byte: the next row mostly says the same, and need not be read again.
struct HeaderMemory {
    private static let columns = [Column.providerID, .invoiceNumber] + InvoiceHeader.columns

    private var bytes: [UInt8] = []
    private var ends: [Int] = []
    private var invoice: Int?

    /// The last row's invoice, if this row says just the same of it.
    func invoice(of row: RowCells) -> Int? {
        guard let invoice else { return nil }
        var start = 0
        for (index, column) in Self.columns.enumerated() {
            let text = row[column]
            guard text.count == ends[index] - start else { return nil }
            start = ends[index]
        }
        return bytes.withUnsafeBytes { kept in
            var start = 0
            for column in Self.columns {
                let text = row[column]
                if text.isEmpty { continue }
                if !text.baseAddress!.holdsSame(kept.baseAddress! + start, count: text.count) { return nil }
                start += text.count
            }
            return invoice
        }
    }

    /// Keeps a row's header as that of an invoice; of none, where the next row must be read in any case.
    mutating func keep(_ row: RowCells, of invoice: Int?) {
        self.invoice = invoice
        bytes.removeAll(keepingCapacity: true)
        ends.removeAll(keepingCapacity: true)
        for column in Self.columns {
            bytes.append(contentsOf: row[column])
            ends.append(bytes.count)
        }
    }
}
