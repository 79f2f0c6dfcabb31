/// A CSV file has a column that nobody reads (spec: Files).
public enum FileColumnUnknown: Rule {
    public static let name = "file-column-unknown"
    public static let number = 5
    public static let permitted: [Effect] = [.warn, .off]
    public static let owner = Owner.agency
    public static let summary = """
        A column has a name that the format doesn't list; it is not read.
        """
    public static let nextStep = """
        Leave the column out, or correct its name if it was meant to be one that the format lists.
        """

    /// One finding for all such columns of a file.
    ///
    /// - Precondition: there is a name.
    static func finding(_ names: [String], line: Int) -> Finding {
        let listed = names.map { Quotation.short($0) }.joined(separator: ", ")
        let sentence = Sentence(
            expected: "columns that the format lists", found: listed,
            message: "The format has no column \(listed); what stands there was not read.")
        return Finding(Self.self, line: line, column: Quotation.short(names[0]), sentence)
    }
}
