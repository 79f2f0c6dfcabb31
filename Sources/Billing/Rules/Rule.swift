/// One rule of the rulebook. Its file holds all there is to know of it but its effect and its source, which stand in
/// the pack; the catalogue is made from the folder (`make generate`).
public protocol Rule: SendableMetatype {
    /// Its place in the catalogue; generated.
    static var id: RuleID { get }
    /// Its name in every file: `agreement-term`.
    static var name: String { get }
    /// Its place among the rules of its folder, as the rulebook counts them.
    static var number: Int { get }
    /// The effects that a pack may give it.
    static var permitted: [Effect] { get }
    /// Who moves next.
    static var owner: Owner { get }
    /// When it speaks, in one sentence for docs/rules.md.
    static var summary: String { get }
    /// What its owner does about it, in one sentence.
    static var nextStep: String { get }
}

/// A rule as a number: its place in `Catalogue.all`, which is the order of the rulebook.
public struct RuleID: Hashable, Comparable, Sendable {
    public var index: UInt8

    public init(index: UInt8) { self.index = index }

    public static func < (a: RuleID, b: RuleID) -> Bool { a.index < b.index }
}

/// What a finding says to a person. Short values, a plain sentence with the numbers in it.
public struct Sentence: Hashable, Sendable {
    /// The value that was due: `at most 1.50 h`.
    public var expected: String
    /// The value that was met: `3.00 h`.
    public var found: String
    /// What is off, in one sentence.
    public var message: String

    public init(expected: String, found: String, message: String) {
        self.expected = expected
        self.found = found
        self.message = message
    }
}

/// A finding on a file or an invoice, with its place in the file.
public struct Finding: Hashable, Sendable {
    public var rule: RuleID
    /// The file's physical line, the first being 1; 0 where there is none.
    public var line: Int
    /// The column, by its CSV name; nil where the finding is not about one cell.
    public var column: String?
    public var sentence: Sentence

    public init(_ rule: any Rule.Type, line: Int, column: String? = nil, _ sentence: Sentence) {
        self.rule = rule.id
        self.line = line
        self.column = column
        self.sentence = sentence
    }

    /// `line 14`, `line 14 column hours`.
    public var place: String {
        if line == 0 { return "" }
        return "line \(line)" + (column.map { " column \($0)" } ?? "")
    }
}
