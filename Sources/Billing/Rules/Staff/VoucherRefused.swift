/// An invoice that is owed money but can not be put on a voucher (spec: vouchers.csv).
enum VoucherRefused: Rule {
    static let name = "voucher-refused"
    static let number = 6
    static let permitted: [Effect] = [.warn]
    static let owner = Owner.subsidyUnit
    static let summary = "An invoice that is owed money can not be vouchered."
    static let nextStep = """
        Pay the invoice by a voucher made by hand; enter the provider's supplier number in providers.csv for the next.
        """

    /// The provider has no number in the state's accounting system.
    static func noSupplier(provider: String, invoice: String, amount: Money) -> Sentence {
        Sentence(
            expected: "a supplier_id in providers.csv",
            found: "none",
            message: """
                \(provider.shortened) has no supplier_id, so that the \(amount.dollars) of invoice \
                \(invoice.shortened) can not be vouchered.
                """)
    }

    /// The invoice's number does not fit the voucher's field; a cut number could be another invoice's.
    static func numberTooLong(invoice: String, limit: Int, amount: Money) -> Sentence {
        let length = invoice.count
        return Sentence(
            expected: "at most \(limit) characters",
            found: "\(length) characters",
            message: """
                A voucher takes invoice numbers of at most \(limit) characters; \(invoice.shortened) has \(length), \
                so that its \(amount.dollars) can not be vouchered.
                """)
    }
}
