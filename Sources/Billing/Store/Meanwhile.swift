import Dispatch

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
        DispatchQueue.global(qos: .userInitiated).async(group: group) {
            this.outcome = Result { () throws(Stop) in try work() }
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
