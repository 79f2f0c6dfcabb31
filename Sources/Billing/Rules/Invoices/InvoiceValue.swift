/// A cell can't be read as what its column holds (spec: Invoices).
public enum InvoiceValue: Rule {
    public static let name = "invoice-value"
    public static let number = 1
    public static let permitted: [Effect] = [.reject]
    public static let owner = Owner.agency
    public static let summary = """
        A cell that can't be read, is out of range, or is empty where a value is due; one finding per cell.
        """
    public static let nextStep = """
        Correct the cell and send the invoice again under the same number.
        """

    /// - Parameters:
    ///   - text: what the cell holds.
    ///   - expected: what it should have held.
    static func finding(_ column: Column, line: Int, text: String, expected: String) -> Finding {
        let found = text.isEmpty ? "nothing" : Quotation.short(text)
        let sentence = Sentence(
            expected: expected, found: found,
            message: "The cell \(column.name) on line \(line) holds \(found); it should hold \(expected).")
        return Finding(Self.self, line: line, column: column.name, sentence)
    }

    /// A row that says that there were no services, on an invoice that has other rows.
    static func noServicesBesideOthers(line: Int) -> Finding {
        let sentence = Sentence(
            expected: "a row of service", found: "a row without a service",
            message: "Line \(line) says that there were no services; such a row must be its invoice's only one.")
        return Finding(Self.self, line: line, sentence)
    }
}
