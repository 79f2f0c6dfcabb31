import Billing
import Glibc

/// The progress of long work, written over on one line of standard error when that is a terminal; silent otherwise.
final class Meter {
    private let what: String
    private let total: Int
    private let isShown: Bool
    private let started = Meter.now()
    private var shown = 0
    private var done = 0

    /// - Parameters:
    ///   - what: the work in a word.
    ///   - total: how many bytes there are; 0: nobody knows.
    init(_ what: String, total: Int, isShown: Bool) {
        self.what = what
        self.total = total
        self.isShown = isShown && isatty(STDERR_FILENO) == 1
    }

    /// So many more bytes are done. Written at most five times a second.
    func advance(_ bytes: Int) {
        done += bytes
        guard isShown else { return }
        let now = Self.now()
        guard now - shown >= 200 else { return }
        shown = now
        let line = ProgressLine(what: what, done: done, total: total, elapsed: now - started)
        Console.complain("\r\u{1B}[K\(line.text)")
    }

    /// Takes the line away.
    func end() {
        if shown > 0 { Console.complain("\r\u{1B}[K") }
    }

    /// Milliseconds of a clock that never goes back.
    private static func now() -> Int {
        var time = timespec()
        clock_gettime(CLOCK_MONOTONIC, &time)
        return Int(time.tv_sec) * 1000 + Int(time.tv_nsec) / 1_000_000
    }
}
