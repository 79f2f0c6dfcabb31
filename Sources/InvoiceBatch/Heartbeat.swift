import Billing
import Glibc

/// Keeps a run's status file, where one is asked for.
struct Heartbeat {
    private let file: StatusFile?
    private var status: RunStatus
    private var hasBegun = false

    /// - Parameter file: nil: none is kept.
    init(_ job: Job, file: String?) {
        self.file = file.map { StatusFile($0) }
        status = RunStatus(job, process: Int(getpid()), started: Self.now)
    }

    /// Tells that the run begins.
    ///
    /// - Throws: `cannotWrite`: nothing was done yet, and a monitor that hears nothing is worse than no run.
    mutating func begin() throws(Stop) {
        try file?.write(status)
        hasBegun = true
    }

    mutating func succeed(_ summary: Summary) {
        status.succeed(summary, at: Self.now)
        end()
    }

    /// Tells why the run stopped. Where another run holds the store the file is that one's, and stays as it is.
    mutating func fail(_ stop: Stop) {
        if !hasBegun, stop.code == .storeIsHeld { return }
        status.fail(stop, at: Self.now)
        end()
    }

    /// What the run came to is no longer changed by a status that can't be written.
    private func end() {
        do {
            try file?.write(status)
        } catch {
            Console.complain("invoice-batch: \(error.message)\n")
        }
    }

    private static var now: Int { Int(Glibc.time(nil)) }
}
