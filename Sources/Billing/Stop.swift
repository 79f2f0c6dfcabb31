/// Why a command stops without having done its work. Whatever stops `run` has posted nothing.
public struct Stop: Error, Hashable, Sendable {
    public var code: ExitCode
    /// One plain sentence or two: file, place, what was found, what was expected, what to do. No child's id, name or
    /// free text of an invoice.
    public var message: String

    public init(_ code: ExitCode, _ message: String) {
        self.code = code
        self.message = message
    }
}

/// The exit codes (spec: The command).
public enum ExitCode: Int32, Sendable {
    case done = 0
    /// `check` found something.
    case findings = 1
    /// Usage, or an as-of date before the last run's.
    case usage = 64
    /// The registers, the pack, the dispositions file or the store can't be used.
    case unusableData = 65
    /// An input directory or file named on the command line is missing.
    case missingInput = 66
    /// It doesn't balance, or another fault of the program.
    case programFault = 70
    /// An output can't be written.
    case cannotWrite = 73
    /// An input can't be read, or the disk failed.
    case cannotRead = 74
    /// Another run holds the store.
    case storeIsHeld = 75
}
