import Billing
import Glibc

/// The progress of long work, written over on one line of standard error when that is a terminal; silent otherwise.
final class Meter {
    private let what: String
    private let isShown: Bool
    private var started = 0
    private var shown = 0
    private var done = 0

    /// - Parameter what: the work in a word.
    init(_ what: String, isShown: Bool) {
        self.what = what
        self.isShown = isShown && isatty(STDERR_FILENO) == 1
    }

    /// So many more bytes of a total are done; of 0 nobody knows how many there are.
    func advance(_ bytes: Int, of total: Int) { set(done + bytes, of: total) }

    /// So many bytes of a total are done. Written at most five times a second.
    func set(_ bytes: Int, of total: Int) {
        done = bytes
        guard isShown else { return }
        let now = Self.now()
        if started == 0 { started = now }
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
