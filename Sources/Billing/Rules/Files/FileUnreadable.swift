/// The file is not CSV or XML as the agencies were told to send it (spec: Files).
public enum FileUnreadable: Rule {
    public static let name = "file-unreadable"
    public static let number = 1
    public static let permitted: [Effect] = [.reject]
    public static let owner = Owner.agency
    public static let summary = """
        The file is not CSV or XML as the format has it: malformed, undecodable, without a header, with NUL bytes, \
        with a quote never closed, with a row that has more cells than the header, or with more than 100,000 cells \
        that can't be read.
        """
    public static let nextStep = """
        Mend the file at this place, or save it anew from the program that made it, and send it again whole.
        """

    static func finding(_ unreadable: Unreadable) -> Finding {
        Finding(Self.self, line: unreadable.line, unreadable.sentence)
    }

    /// A directory, a link or a device under the name of an invoice file.
    static func notARegularFile() -> Finding {
        let sentence = Sentence(
            expected: "a regular file", found: "something else under its name",
            message: "There is no regular file under this name: a directory, a link or a device can't be read.")
        return Finding(Self.self, line: 0, sentence)
    }

    /// A file whose name can't be written in a report, nor be asked for again.
    static func nameIsNotText() -> Finding {
        let sentence = Sentence(
            expected: "a name in UTF-8", found: "a name with other bytes",
            message: "The file's name is not UTF-8, so that no report can tell it; the file was not read.")
        return Finding(Self.self, line: 0, sentence)
    }
}
