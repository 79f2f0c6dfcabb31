import Billing
import Foundation
import GRDB

extension Rig {
    /// The answer is one plain sentence or a few, on one line, and names no child or worker.
    ///
    /// - Throws: `Failure`.
    func requireSentence(after what: String) throws {
        let text = answer
        guard text.hasSuffix("."), !text.contains("\n"), text.count < 600,
            text.firstMatch(of: /\b[CW]-\d{3}/) == nil
        else { throw Failure(description: "\(what): no plain sentence: \(text)") }
    }

    /// - Throws: `Failure` where the night is posted or its reports are visible.
    func requireNothingPosted(_ night: Int, after what: String) throws {
        try requirePosted(night - 1, after: what)
        let run = nights.nights[night - 1].asOf.description
        guard !place.published().keys.contains(where: { $0.hasPrefix(run) }) else {
            throw Failure(description: "\(what): its reports are visible")
        }
    }

    /// - Throws: `Failure` where the store holds another number of runs.
    func requirePosted(_ count: Int, after what: String) throws {
        let found = number("SELECT count(*) FROM runs")
        guard found == count else { throw Failure(description: "\(what): \(found) runs are posted, not \(count)") }
    }

    func isPosted(_ night: Int) -> Bool { number("SELECT count(*) FROM runs") == night }

    func isFinished(_ night: Int) -> Bool { number("SELECT count(*) FROM finished_runs") == night }

    /// Whether a file of that name came on an earlier night.
    func isKnown(_ path: String, before night: Int) -> Bool {
        let name = path.split(separator: "/").last!
        return nights.nights.prefix(night - 1).contains { $0.files.contains { $0.hasSuffix("/\(name)") } }
    }

    /// Whether `verify` refuses the store as it is.
    func isRefusedByVerify() -> Bool {
        Child.run {
            do throws(Stop) {
                try _ = Verification.verify(place.store, out: nil)
                return 0
            } catch {
                return error.code.rawValue
            }
        } == .exited(ExitCode.unusableData.rawValue)
    }

    /// Whether the place is what the undisturbed night left.
    func isSame(_ night: Int, after what: String) -> Bool { (try? requireSame(night, after: what)) != nil }

    /// A count of the store; it is read in a process of its own, which may open it as it likes.
    private func number(_ sql: String) -> Int {
        let ending = Child.run {
            guard FileManager.default.fileExists(atPath: place.store) else { return 0 }
            let queue = try? DatabaseQueue(path: place.store)
            return (try? queue?.read { try Int32.fetchOne($0, sql: sql) ?? 0 }) ?? 250
        }
        guard case .exited(let count) = ending else { return -1 }
        return Int(count)
    }
}
