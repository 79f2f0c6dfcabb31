import Glibc

/// What a monitor reads of a run in its status file: that it began, and how it ended. No id, no name, no free text.
///
/// A file that says `running` long after it was started tells of a run that was killed.
public struct RunStatus: Sendable {
    enum State: String, Sendable {
        case running, succeeded, failed
    }

    private(set) var state = State.running
    private let program: String
    private let asOf: Day
    private let isDryRun: Bool
    private let process: Int
    /// Seconds since 1970.
    private let started: Int
    private var finished: Int?
    private var code: ExitCode?
    private var message: String?
    private var summary: Summary?

    /// A run that begins.
    ///
    /// - Parameters:
    ///   - process: the number under which the system knows it.
    ///   - started: seconds since 1970.
    public init(_ job: Job, process: Int, started: Int) {
        (program, asOf, isDryRun) = (job.program, job.asOf, job.isDryRun)
        (self.process, self.started) = (process, started)
    }

    /// The run is posted, or would be.
    public mutating func succeed(_ summary: Summary, at time: Int) {
        (state, code, finished) = (.succeeded, .done, time)
        self.summary = summary
        message = summary.warning
    }

    /// The run stopped and posted nothing.
    public mutating func fail(_ stop: Stop, at time: Int) {
        (state, code, finished, message) = (.failed, stop.code, time, stop.message)
    }

    /// The file's content: JSON, version 1.
    public var json: String {
        DeskJSON.text(
            Document(
                state: state.rawValue, program: program, asOf: asOf.description, dryRun: isDryRun, process: process,
                started: RunTimes.text(started), finished: finished.map { RunTimes.text($0) },
                exitCode: code.map { Int($0.rawValue) }, message: message, runId: summary?.runID,
                totals: summary?.totals))
    }

    private struct Document: Encodable {
        var version = 1
        var state, program, asOf: String
        var dryRun: Bool
        var process: Int
        var started: String
        var finished: String?
        var exitCode: Int?
        var message, runId: String?
        var totals: ControlTotals?
    }
}

/// The file in which a run tells a monitor how it stands. It is exchanged in one step, so that a reader never meets
/// half of it.
public struct StatusFile: Sendable {
    private let path: String
    private let disk: Disk

    public init(_ path: String, disk: Disk = Disk()) {
        self.path = path
        self.disk = disk
    }

    /// - Throws: `cannotWrite`.
    public func write(_ status: RunStatus) throws(Stop) {
        do {
            try write(Array(status.json.utf8))
        } catch {
            throw Stop.cannotWrite(error)
        }
    }

    private func write(_ bytes: [UInt8]) throws(Disk.Fault) {
        let waiting = path + ".new"
        let descriptor = try disk.create(waiting)
        defer { close(descriptor) }
        let written = bytes.withUnsafeBytes { bytes in
            Result { () throws(Disk.Fault) in try disk.write(bytes, to: descriptor, waiting) }
        }
        try written.get()
        try disk.sync(descriptor, waiting)
        try disk.rename(waiting, to: path)
        try disk.syncDirectory(parentDirectory(path))
    }
}
