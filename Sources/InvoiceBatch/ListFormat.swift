import ArgumentParser

/// How a command of the desk writes what it found.
enum ListFormat: String, ExpressibleByArgument, CaseIterable {
    /// For a terminal.
    case text
    /// For machines; the document says its version.
    case json
}
