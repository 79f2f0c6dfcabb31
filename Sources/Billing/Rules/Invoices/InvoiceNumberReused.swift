/// The number stands for another invoice already (spec: Invoices).
public enum InvoiceNumberReused: Rule {
    public static let name = "invoice-number-reused"
    public static let number = 8
    public static let permitted: [Effect] = [.reject]
    public static let owner = Owner.agency
    public static let summary = """
        An invoice of this provider and number was received before, in this run or an earlier one, with other \
        content.
        """
    public static let nextStep = """
        Send it under a number of its own; if it corrects the earlier invoice, name that one in replaces.
        """

    /// - Parameter earlier: the file that the invoice of this number came in.
    static func finding(number: String, earlier: String, line: Int) -> Finding {
        let sentence = Sentence(
            expected: "a number not used before", found: "\(number), received in \(earlier)",
            message: "Invoice \(number) was received before, in \(earlier), with other content.")
        return Finding(Self.self, line: line, column: Column.invoiceNumber.name, sentence)
    }
}
