/// XML that could make a reader fetch, expand or hold what it should not (spec: Files).
public enum FileUnsafe: Rule {
    public static let name = "file-unsafe"
    public static let number = 2
    public static let permitted: [Effect] = [.reject]
    public static let owner = Owner.agency
    public static let summary = """
        XML with a document type declaration, with an entity other than the five of XML, or past the limits of \
        depth, length and number of attributes.
        """
    public static let nextStep = """
        Take the declaration, the entity or the over-long text out and send the file again whole.
        """

    static func documentType(line: Int) -> Finding {
        finding(line, expected: "no document type declaration", found: "a document type declaration")
    }

    static func entity(line: Int) -> Finding {
        finding(line, expected: "none but the five entities of XML", found: "an entity of its own")
    }

    static func tooDeep(line: Int, limit: Int) -> Finding {
        finding(line, expected: "at most \(limit) elements within each other", found: "more of them")
    }

    static func tooLong(line: Int, what: String) -> Finding {
        finding(line, expected: "at most 64 KiB", found: "\(what) of more than 64 KiB")
    }

    static func tooManyAttributes(line: Int, limit: Int) -> Finding {
        finding(line, expected: "at most \(limit) attributes of an element", found: "an element with more of them")
    }

    /// More than the parser itself takes at once, whatever it is.
    static func tooLarge(line: Int) -> Finding {
        finding(line, expected: "at most 64 KiB in a text or an attribute", found: "far more than that")
    }

    private static func finding(_ line: Int, expected: String, found: String) -> Finding {
        let message = "The file was refused at line \(line) for \(found); expected is \(expected)."
        return Finding(Self.self, line: line, Sentence(expected: expected, found: found, message: message))
    }
}
