import Billing
import Foundation

/// A disk that ends the process at one of its steps: before it, half-way through it, or after it. It can take the power
/// with it, so that everything is lost which was not synced by then.
final class KillingDisk: @unchecked Sendable {
    enum Moment: String, CaseIterable {
        case before, halfWay = "half-way", after
    }

    private let step: Int
    private let moment: Moment
    private let power: PowerCut?
    /// Steps that changed something, so far.
    private var count = 0
    private var logSize = 0

    /// - Parameters:
    ///   - step: which step, of those that change something; the first is 0.
    ///   - isPowerCut: whether what was not synced is lost.
    init(step: Int, _ moment: Moment, isPowerCut: Bool = false) {
        self.step = step
        self.moment = moment
        power = isPowerCut ? PowerCut() : nil
    }

    var disk: Disk { Disk(before: { self.before($0) }, after: { self.after($0) }) }

    private func before(_ step: Disk.Step) -> Disk.Fate {
        guard step.isChange else { return .happens }
        defer { count += 1 }
        power?.expect(step)
        if count != self.step { return .happens }
        switch moment {
        case .before: end()
        case .halfWay where step.kind == .commit: logSize = Self.size(step.path + "-wal")
        case .halfWay: return .stopsHalfWay(EIO)
        case .after: break
        }
        return .happens
    }

    private func after(_ step: Disk.Step) {
        guard step.isChange else { return }
        power?.note(step)
        if count != self.step + 1 { return }
        if moment == .halfWay, step.kind == .commit { tear(step.path + "-wal") }
        end()
    }

    /// Cuts the last transaction in the write-ahead log in two.
    private func tear(_ log: String) {
        let size = Self.size(log)
        if size > logSize { truncate(log, off_t(logSize + (size - logSize) / 2)) }
    }

    private func end() -> Never {
        power?.happen()
        Child.killItself()
    }

    private static func size(_ path: String) -> Int {
        var status = stat()
        return stat(path, &status) == 0 ? Int(status.st_size) : 0
    }
}

/// What a power cut takes: names and bytes that were not synced yet. The worst is assumed: nothing of them has reached
/// the disk by itself.
final class PowerCut {
    private var unsynced: [Disk.Step] = []
    /// What a link pointed to that a rename replaced, by the link's path.
    private var replacedLinks: [String: String] = [:]

    /// Takes note of a step that is about to be done.
    func expect(_ step: Disk.Step) {
        guard step.kind == .rename else { return }
        replacedLinks[step.path] = try? FileManager.default.destinationOfSymbolicLink(atPath: step.path)
    }

    /// Takes note of a step that was done.
    func note(_ step: Disk.Step) {
        if step.kind == .sync || step.kind == .commit {
            unsynced.removeAll { $0.path == step.path && $0.kind == .write }
        }
        if step.kind == .syncTree { unsynced.removeAll { $0.path.hasPrefix(step.path + "/") } }
        if step.kind == .sync { unsynced.removeAll { $0.kind != .write && Self.parent($0.path) == step.path } }
        switch step.kind {
        case .createDirectory, .create, .write, .rename, .link: unsynced.append(step)
        case .sync, .syncTree, .commit, .remove, .open, .read: break
        }
    }

    /// Undoes what is not synced, the last first.
    func happen() {
        for step in unsynced.reversed() {
            switch step.kind {
            case .write: truncate(step.path, 0)
            case .create, .link: unlink(step.path)
            case .createDirectory: rmdir(step.path)
            case .rename:
                rename(step.path, step.source!)
                if let target = replacedLinks[step.path] { symlink(target, step.path) }
            case .sync, .syncTree, .commit, .remove, .open, .read: break
            }
        }
    }

    private static func parent(_ path: String) -> String { String(path[..<path.lastIndex(of: "/")!]) }
}
