/// The provider's own total is not what its lines add up to (48-22-2, Monthly Invoice).
public enum InvoiceTotalMismatch: Rule {
    public static let name = "invoice-total-mismatch"
    public static let number = 5
    public static let permitted: [Effect] = [.reject]
    public static let owner = Owner.agency
    public static let summary = """
        invoice_total is not the sum of the lines' amounts: a line may be missing.
        """
    public static let nextStep = """
        Find the missing or wrong line, or correct the total, and send the invoice again under the same number.
        """

    static func finding(line: Int, stated: Money, sum: Money) -> Finding {
        let sentence = Sentence(
            expected: sum.dollars, found: stated.dollars,
            message: "The invoice's total is \(stated.dollars); its lines add up to \(sum.dollars).")
        return Finding(Self.self, line: line, column: Column.invoiceTotal.name, sentence)
    }
}
