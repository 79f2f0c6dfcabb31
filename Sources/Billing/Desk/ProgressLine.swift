/// How far long work has come: `reading  312 of 1,024 MB  45 MB/s  16 s left`.
public struct ProgressLine: Sendable {
    var what: String
    var done: Int
    /// 0: nobody knows.
    var total: Int
    /// Milliseconds since the work began.
    var elapsed: Int

    public init(what: String, done: Int, total: Int, elapsed: Int) {
        self.what = what
        self.done = done
        self.total = total
        self.elapsed = elapsed
    }

    /// Rate and time left are told once there is half a second to tell them from.
    public var text: String {
        var parts = [what, total > 0 ? "\(megabytes(done)) of \(megabytes(total)) MB" : "\(megabytes(done)) MB"]
        guard elapsed >= 500, done > 0 else { return parts.joined(separator: "  ") }
        parts.append("\(megabytes(done * 1000 / elapsed)) MB/s")
        if total > done { parts.append("\(Self.time((total - done) * elapsed / done / 1000)) left") }
        return parts.joined(separator: "  ")
    }

    private func megabytes(_ bytes: Int) -> String {
        let tenths = bytes / 100_000
        return tenths < 100 ? "\(tenths / 10).\(tenths % 10)" : "\(tenths / 10)"
    }

    /// `45 s`, `3 min 20 s`, `2 h 5 min`.
    static func time(_ seconds: Int) -> String {
        if seconds < 60 { return "\(seconds) s" }
        if seconds < 3600 { return "\(seconds / 60) min \(seconds % 60) s" }
        return "\(seconds / 3600) h \(seconds / 60 % 60) min"
    }
}
