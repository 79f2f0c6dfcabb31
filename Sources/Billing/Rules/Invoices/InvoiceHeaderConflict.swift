/// The rows of an invoice disagree about the invoice (spec: Invoices).
public enum InvoiceHeaderConflict: Rule {
    public static let name = "invoice-header-conflict"
    public static let number = 2
    public static let permitted: [Effect] = [.reject]
    public static let owner = Owner.agency
    public static let summary = """
        Rows of one invoice disagree in a column that belongs to the invoice; one finding per column.
        """
    public static let nextStep = """
        Give all rows of the invoice the same value in this column and send it again under the same number.
        """

    /// - Parameters:
    ///   - line: the first row that disagrees.
    ///   - first: what the invoice's rows before it say.
    ///   - text: what this one says.
    static func finding(_ column: Column, line: Int, first: String, text: String) -> Finding {
        let expected = first.isEmpty ? "nothing" : Quotation.short(first)
        let found = text.isEmpty ? "nothing" : Quotation.short(text)
        let sentence = Sentence(
            expected: expected, found: found,
            message: "\(column.name) is \(found) on line \(line) and \(expected) further up on the same invoice.")
        return Finding(Self.self, line: line, column: column.name, sentence)
    }
}
