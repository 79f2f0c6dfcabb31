/// A CSV file says nothing of its encoding and is not UTF-8 (spec: Files).
public enum FileEncodingGuessed: Rule {
    public static let name = "file-encoding-guessed"
    public static let number = 6
    public static let permitted: [Effect] = [.warn, .off]
    public static let owner = Owner.agency
    public static let summary = """
        The file has no byte-order mark and is not UTF-8; it was read as Windows-1252.
        """
    public static let nextStep = """
        Save the file as UTF-8 (in a spreadsheet: CSV UTF-8), so that no letter has to be guessed.
        """

    static func finding() -> Finding {
        let sentence = Sentence(
            expected: "UTF-8", found: "Windows-1252",
            message: "The file is not UTF-8 and was read as Windows-1252; letters with accents may be wrong.")
        return Finding(Self.self, line: 0, sentence)
    }
}
