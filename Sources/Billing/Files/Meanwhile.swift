import Dispatch
import Foundation

/// Something that is worked out beside other work, or at once where nothing is to be shared; its result is asked for
/// when it is needed.
final class Meanwhile<Value> {
    private let group = DispatchGroup()
    private var outcome: Result<Value, Stop>?

    /// - Parameter isShared: whether it is worked out on another thread.
    init(isShared: Bool, _ work: @escaping () throws(Stop) -> Value) {
        nonisolated(unsafe) let this = self
        nonisolated(unsafe) let work = work
        guard isShared else {
            outcome = Result { () throws(Stop) in try work() }
            return
        }
        // A thread of its own: those of Dispatch are no more than the cores, and one of them may be waiting for this.
        group.enter()
        Thread.detachNewThread {
            this.outcome = Result { () throws(Stop) in try work() }
            this.group.leave()
        }
    }

    /// Waits until nothing is being worked out any more.
    func wait() { group.wait() }

    /// - Throws: what the work did.
    func result() throws(Stop) -> Value {
        wait()
        return try outcome!.get()
    }
}

/// What is worked out is written once, before anybody is let through to it.
extension Meanwhile: @unchecked Sendable where Value: Sendable {}
