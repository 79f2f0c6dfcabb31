/// A CSV file lacks a column, or has one twice (spec: Files).
public enum FileColumns: Rule {
    public static let name = "file-columns"
    public static let number = 4
    public static let permitted: [Effect] = [.reject]
    public static let owner = Owner.agency
    public static let summary = """
        A required column is absent, or a listed column stands twice; one finding per column.
        """
    public static let nextStep = """
        Give the header row every required column once and send the file again whole.
        """

    static func missing(_ column: Column, line: Int) -> Finding {
        finding(column, line, found: "no such column", message: "The header row has no column \(column.name).")
    }

    static func repeated(_ column: Column, line: Int) -> Finding {
        finding(column, line, found: "it stands twice", message: "The header row has the column \(column.name) twice.")
    }

    private static func finding(_ column: Column, _ line: Int, found: String, message: String) -> Finding {
        let sentence = Sentence(expected: "the column \(column.name) once", found: found, message: message)
        return Finding(Self.self, line: line, column: column.name, sentence)
    }
}
