/// A line number stands twice on an invoice (spec: Invoices).
public enum InvoiceLineRepeated: Rule {
    public static let name = "invoice-line-repeated"
    public static let number = 3
    public static let permitted: [Effect] = [.reject]
    public static let owner = Owner.agency
    public static let summary = """
        A line number stands twice in one invoice.
        """
    public static let nextStep = """
        Number the lines anew, each number once, and send the invoice again under the same number.
        """

    /// - Parameter line: the row on which the number stands again.
    static func finding(number: Int, line: Int) -> Finding {
        let sentence = Sentence(
            expected: "each line number once", found: "line number \(number) twice",
            message: "The line number \(number) stands on line \(line) for the second time.")
        return Finding(Self.self, line: line, column: Column.lineNumber.name, sentence)
    }
}
