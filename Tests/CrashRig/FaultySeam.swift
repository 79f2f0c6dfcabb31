import Billing
import Foundation

/// Lets every step of every night fail in every way, and every read of every input; then runs the night again.
struct FaultySeam {
    let rig: Rig
    let stride: Int

    private var isComplete: Bool { stride == 1 }

    private static let faults: [(name: String, errno: Int32)] = [
        ("no space left", ENOSPC), ("an I/O error", EIO), ("a read-only file system", EROFS),
        ("no permission", EACCES),
    ]

    func run() throws {
        let nights = try rig.prepare()
        var tally = Tally("faults, \(rig.nights.name)")
        for (index, steps) in nights.enumerated() {
            try fail(index + 1, steps, &tally)
            try grow(index + 1, steps, &tally)
            try limit(index + 1, &tally)
        }
        tally.say()
    }

    private func fail(_ night: Int, _ steps: [Disk.Step], _ tally: inout Tally) throws {
        let published = steps.firstIndex { $0.kind == .rename && $0.path.contains("/out/2026-") }!
        let commit = steps[..<published].lastIndex { $0.kind == .commit }!
        for (place, step) in steps.enumerated() where place % stride == 0 {
            for (name, errno) in Self.faults {
                var fates: [(String, Disk.Fate)] = [(name, .fails(errno))]
                if step.kind == .write { fates.append(("a short write and \(name)", .stopsHalfWay(errno))) }
                for (name, fate) in fates {
                    let what = "night \(night), \(name) at step \(place) (\(step.kind.rawValue) \(step.path))"
                    let disk = FailingDisk(step: place, fate).disk
                    let code = step.isChange && errno != EIO ? ExitCode.cannotWrite : .cannotRead
                    try self.fail(night, disk, place <= commit ? code.rawValue : 0, what)
                    tally.add(step.isChange ? "steps that failed" : "reads that failed")
                }
            }
        }
    }

    /// A start that meets a fault, and the next one without.
    private func fail(_ night: Int, _ disk: Disk, _ code: Int32, _ what: String) throws {
        try rig.arrange(before: night)
        let ending = Child.run { rig.start(night, disk: disk) }
        guard ending == .exited(code) else {
            throw Rig.Failure(description: "\(what): \(ending), not \(code): \(rig.answer)")
        }
        try rig.requireWhole(night, after: what)
        if code != 0 {
            try rig.requireSentence(after: what)
            try rig.requireNothingPosted(night, after: what)
        }
        try rig.startAgain(night, after: what)
    }

    /// Every input grows while it is read.
    private func grow(_ night: Int, _ steps: [Disk.Step], _ tally: inout Tally) throws {
        let inputs = Set(steps.filter { $0.kind == .read }.map { $0.path }).sorted()
        for (place, path) in inputs.enumerated() where isComplete || place % 6 == 0 {
            let what = "night \(night), \(path) grows while it is read"
            try rig.arrange(before: night)
            let disk = Disk(
                before: { step in
                    if step.kind == .read, step.path == path { Self.append(to: path) }
                    return .happens
                }, after: nil)
            let ending = Child.run { rig.start(night, disk: disk) }
            // What was read of a file that came before is what came before; what was added is the next night's.
            if ending == .exited(0), rig.isKnown(path, before: night) { continue }
            guard ending == .exited(ExitCode.cannotRead.rawValue) else {
                throw Rig.Failure(description: "\(what): \(ending): \(rig.answer)")
            }
            try rig.requireSentence(after: what)
            try rig.requireNothingPosted(night, after: what)
            // Its sender has finished writing it: what it was meant to be is what is read.
            try rig.receive(night)
            try rig.startAgain(night, after: what)
            tally.add("inputs that grew")
        }
    }

    private static func append(to path: String) {
        guard let file = fopen(path, "a") else { return }
        fputs("\n", file)
        fclose(file)
    }

    /// The process may write only so many bytes to any file, the store among them; these writes are real short ones.
    private func limit(_ night: Int, _ tally: inout Tally) throws {
        var size = 0
        while true {
            let what = "night \(night), no file larger than \(size) bytes"
            try rig.arrange(before: night)
            let ending = Child.run {
                signal(SIGXFSZ, SIG_IGN)
                var limit = rlimit(rlim_cur: rlim_t(size), rlim_max: rlim_t(size))
                setrlimit(__rlimit_resource_t(RLIMIT_FSIZE.rawValue), &limit)
                return rig.start(night, disk: Disk())
            }
            guard case .exited(let code) = ending, [0, 73, 74].contains(code) else {
                throw Rig.Failure(description: "\(what): \(ending): \(rig.answer)")
            }
            try rig.requireWhole(night, after: what)
            if code != 0 { try rig.requireNothingPosted(night, after: what) }
            if code == 0 { break }
            try rig.startAgain(night, after: what)
            tally.add("runs cut off by a file's largest size")
            size += (size < 1 << 16 ? 4096 : 1 << 15) * (isComplete ? 1 : 6)
        }
    }
}

/// A disk on which one step fails.
final class FailingDisk: @unchecked Sendable {
    private let step: Int
    private let fate: Disk.Fate
    private var count = 0

    /// - Parameter step: which step, of all; the first is 0.
    init(step: Int, _ fate: Disk.Fate) {
        self.step = step
        self.fate = fate
    }

    var disk: Disk {
        Disk(
            before: { _ in
                defer { self.count += 1 }
                return self.count == self.step ? self.fate : .happens
            }, after: nil)
    }
}
