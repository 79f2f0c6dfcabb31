/// An invoice without lines belongs to no agreement of its provider (spec: Invoices).
public enum NoServicesUnplaced: Rule {
    public static let name = "no-services-unplaced"
    public static let number = 10
    public static let permitted: [Effect] = [.warn, .off]
    public static let owner = Owner.agency
    public static let summary = """
        An accepted invoice with no lines names an agreement that is unknown or another provider's; it counts for \
        no agreement.
        """
    public static let nextStep = """
        Send the invoice again under a new number, with the agreement that had no services this month.
        """

    static func finding(agreement: String, line: Int) -> Finding {
        let sentence = Sentence(
            expected: "an agreement of this provider", found: Quotation.short(agreement),
            message: "The invoice has no lines, and this provider has no agreement \(Quotation.short(agreement)): "
                + "no agreement counts it as received.")
        return Finding(Self.self, line: line, column: Column.agreementID.name, sentence)
    }
}
