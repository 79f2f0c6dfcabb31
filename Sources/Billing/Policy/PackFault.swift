/// What is wrong with a policy pack, in words that the person who edited it can act on.
public struct PackFault: Error, Hashable, Sendable {
    /// The pack's file: `ppsp.yaml`.
    public var file: String
    /// The line in it, the first being 1; 0 where there is none.
    public var line: Int
    /// Where in the document: `rules.agreement-term.effect`.
    public var path: String
    /// What was found, what was expected, what to do.
    public var message: String

    public init(file: String, line: Int, path: String, message: String) {
        self.file = file
        self.line = line
        self.path = path
        self.message = message
    }
}
