/// A slip in a file of the policy pack. Nothing is decided with a pack that has one.
public struct PackFault: Error, Hashable, Sendable {
    /// The file's name, as whoever reads the pack knows it.
    public var file: String
    /// The line that the slip stands on, the first being 1; 0 where it is the file as a whole.
    public var line: Int
    /// Where in the file's structure: `typing.groups.typed.words`.
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

extension PackFault: CustomStringConvertible {
    /// `activities.yaml:14: typing.groups.typed.means: found …`.
    public var description: String {
        let place = line == 0 ? file : "\(file):\(line)"
        return path.isEmpty ? "\(place): \(message)" : "\(place): \(path): \(message)"
    }
}
