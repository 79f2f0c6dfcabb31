/// A register that cannot be used as it stands: the run stops before anything is decided (spec: Registers, Faults).
///
/// Its message is a full sentence for a log: it names the place, what was found, what was expected and what to do, and
/// never an id or a name from a row.
public struct RegisterStop: Error, Equatable, Sendable {
    /// The register's file name.
    public var file: String
    /// The file's physical line, the first being 1; nil where the file as a whole is meant.
    public var line: Int?
    public var message: String
}

extension RegisterStop: CustomStringConvertible {
    public var description: String { "\(file)\(line.map { " line \($0)" } ?? ""): \(message)" }
}
