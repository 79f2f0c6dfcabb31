/// XML whose elements or attributes are not those of the format (spec: Files).
public enum FileSchema: Rule {
    public static let name = "file-schema"
    public static let number = 3
    public static let permitted: [Effect] = [.reject]
    public static let owner = Owner.agency
    public static let summary = """
        XML whose elements or attributes are not the format's: another name or namespace, a missing part or a \
        wrong order.
        """
    public static let nextStep = """
        Check the file against the published schema, mend it and send it again whole.
        """

    /// - Parameters:
    ///   - line: where the element begins.
    ///   - expected: what the format has there.
    ///   - found: what is there instead, or what is missing.
    static func finding(line: Int, expected: String, found: String) -> Finding {
        let message = "At line \(line) there is \(found); the format has \(expected) there."
        return Finding(Self.self, line: line, Sentence(expected: expected, found: found, message: message))
    }
}
