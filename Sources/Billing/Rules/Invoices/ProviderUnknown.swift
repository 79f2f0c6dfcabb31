/// The invoice is from nobody that the register knows (spec: Invoices).
public enum ProviderUnknown: Rule {
    public static let name = "provider-unknown"
    public static let number = 6
    public static let permitted: [Effect] = [.reject]
    public static let owner = Owner.agency
    public static let summary = """
        No such provider_id stands in the register of providers.
        """
    public static let nextStep = """
        Correct the provider_id, or ask the Subsidy Unit to be entered, and send the invoice again.
        """

    static func finding(provider: String, line: Int) -> Finding {
        let sentence = Sentence(
            expected: "a provider_id of providers.csv", found: Quotation.short(provider),
            message: "No provider \(Quotation.short(provider)) is known.")
        return Finding(Self.self, line: line, column: Column.providerID.name, sentence)
    }
}
