/// Two invoices would correct the same one, or correct each other (spec: Invoices).
public enum ReplacesTwice: Rule {
    public static let name = "replaces-twice"
    public static let number = 7
    public static let permitted: [Effect] = [.reject]
    public static let owner = Owner.agency
    public static let summary = """
        `replaces` names an invoice number that another received invoice names already, or invoices replace each \
        other in a circle.
        """
    public static let nextStep = """
        Name the latest invoice of the chain in replaces, and send this one again.
        """

    /// - Parameters:
    ///   - number: the invoice that both would replace.
    ///   - other: the number of the invoice that already does.
    static func finding(replaces number: String, other: String, line: Int) -> Finding {
        finding(
            line, expected: "an invoice that none replaces yet", found: "\(number), which \(other) replaces",
            message: "The invoice replaces \(number), but invoice \(other) replaces that one already.")
    }

    static func circle(replaces number: String, line: Int) -> Finding {
        finding(
            line, expected: "an earlier invoice", found: "\(number), which leads back to this one",
            message: "The invoice replaces \(number), which in turn, itself or through others, replaces this one.")
    }

    private static func finding(_ line: Int, expected: String, found: String, message: String) -> Finding {
        let sentence = Sentence(expected: expected, found: found, message: message)
        return Finding(Self.self, line: line, column: Column.replaces.name, sentence)
    }
}
