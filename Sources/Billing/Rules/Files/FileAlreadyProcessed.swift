/// The very bytes of the file were read before (spec: Files).
public enum FileAlreadyProcessed: Rule {
    public static let name = "file-already-processed"
    public static let number = 7
    public static let permitted: [Effect] = [.skip]
    public static let owner = Owner.agency
    public static let summary = """
        The file's bytes were read before, it was accepted and none of its invoices was rejected: it is \
        acknowledged and skipped.
        """
    public static let nextStep = """
        Nothing; if something else was to be sent, send that.
        """

    /// - Parameter earlier: the file's name when it was first read.
    static func finding(earlier: String) -> Finding {
        let sentence = Sentence(
            expected: "a file not read before", found: "the bytes of \(earlier)",
            message: "The same bytes were read before, as \(earlier), and all invoices in them were received.")
        return Finding(Self.self, line: 0, sentence)
    }
}
