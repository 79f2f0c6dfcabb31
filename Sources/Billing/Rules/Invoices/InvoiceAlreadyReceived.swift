/// The invoice came once more, unchanged (spec: Invoices). Whatever its effect, it is skipped.
public enum InvoiceAlreadyReceived: Rule {
    public static let name = "invoice-already-received"
    public static let number = 9
    public static let permitted: [Effect] = [.warn, .skip]
    public static let owner = Owner.agency
    public static let summary = """
        An invoice of this provider and number was received before with the same content: it is skipped, not \
        decided again.
        """
    public static let nextStep = """
        Nothing; the invoice is in hand. To correct it, send one with a new number that replaces it.
        """

    /// - Parameter earlier: the file that the invoice first came in.
    static func finding(number: String, earlier: String, line: Int) -> Finding {
        let sentence = Sentence(
            expected: "an invoice not received before", found: "\(number), received in \(earlier)",
            message: "Invoice \(number) was received before, in \(earlier), with the same content; it was skipped.")
        return Finding(Self.self, line: line, sentence)
    }
}
