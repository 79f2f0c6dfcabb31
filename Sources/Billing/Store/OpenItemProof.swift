import GRDB

/// Holds open_items against the lines that are held and their last decisions, both in the order of invoice and line.
struct OpenItemProof {
    private let statement: Statement
    private let kinds: [Statement.ColumnKind]
    private let names: [String]
    private var isAtRow = false
    /// The values behind `held_since` of the line that is held as far as was told, as a hash takes them up.
    private var held: [UInt8] = []

    init(_ database: Database) throws {
        statement = try Statement(
            database,
            "SELECT * FROM open_items WHERE invoice_id BETWEEN ? AND ? ORDER BY invoice_id, line_number")
        kinds = statement.kinds
        names = statement.columnNames
    }

    /// Begins with some invoices.
    mutating func begin(_ invoices: ClosedRange<Int>) throws {
        statement.reset()
        statement.bind(invoices.lowerBound).bind(invoices.upperBound)
        isAtRow = try statement.step()
    }

    /// Takes up what a held line says but for its key, and of the decision that holds it the service, is_capped,
    /// findings, deciding_rule and contract_rate.
    mutating func hold(_ line: EncodedRows, _ decision: EncodedRows) {
        held.removeAll(keepingCapacity: true)
        held.append(contentsOf: line.encoded(2..<13))
        for column in [4, 8, 10, 11, 13] { held.append(contentsOf: decision.encoded(column..<column + 1)) }
    }

    /// - Throws: `Difference` when the next open item is not that line, as it was told last.
    mutating func expect(_ invoice: Int, _ line: Int, since: String) throws {
        let wanted = "invoice_id \(invoice) line_number \(line)"
        guard isAtRow, (statement.int(0), statement.int(1)) <= (invoice, line) else {
            throw Difference(table: "open_items", run: "", row: wanted, found: "no row", expected: "one: the line is held")
        }
        guard (statement.int(0), statement.int(1)) == (invoice, line) else { throw surplus() }
        guard statement.text(2) == since else {
            throw Difference(
                table: "open_items", run: "", row: wanted, found: "held_since \(statement.text(2))", expected: since)
        }
        try requireAsHeld(wanted)
        isAtRow = try statement.step()
    }

    private func requireAsHeld(_ row: String) throws {
        var values = OutputBytes(capacity: 1 << 9)
        var ends: [Int] = []
        for column in 3..<statement.columnCount {
            statement.append(column, kinds[Int(column)], to: &values)
            ends.append(values.count)
        }
        let isSame = values.count == held.count && held.withUnsafeBytes { held in
            values.bytes.baseAddress!.holdsSame(held.baseAddress!, count: held.count)
        }
        if isSame { return }
        let same = zip(values.bytes, held).prefix { $0 == $1 }.count
        let column = 3 + (ends.firstIndex { $0 > same } ?? ends.count - 1)
        throw Difference(
            table: "open_items", run: "", row: row, found: "another \(names[column])",
            expected: "that of the line and of the decision that holds it")
    }

    /// - Throws: `Difference` when there are more.
    func end() throws {
        if isAtRow { throw surplus() }
    }

    private func surplus() -> Difference {
        Difference(
            table: "open_items", run: "", row: "invoice_id \(statement.int(0)) line_number \(statement.int(1))",
            found: "a row", expected: "none: the line is not held")
    }
}

extension Statement {
    /// Appends a value of the current row as a run's hash takes it up.
    fileprivate func append(_ column: Int32, _ kind: ColumnKind, to bytes: inout OutputBytes) {
        switch kind {
        case .text: withText(column) { bytes.append(posted: $0) }
        case .number:
            if let number = optionalInt(column) { bytes.append(posted: number) } else { bytes.appendPostedNull() }
        }
    }
}
