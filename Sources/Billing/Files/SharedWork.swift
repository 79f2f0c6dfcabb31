import Dispatch
import Synchronization

/// Pieces of work that some threads share: each takes the next that nobody has begun.
enum SharedWork {
    /// Does every piece; after a failure no further piece is begun.
    ///
    /// - Parameters:
    ///   - threads: how many share them; with one the pieces are done in their order.
    ///   - body: does the piece of that number.
    /// - Throws: the failure of the first piece in order among those that failed.
    static func each<Failure: Error>(
        _ count: Int, threads: Int, _ body: @Sendable (Int) throws(Failure) -> Void
    ) throws(Failure) {
        if threads <= 1 || count <= 1 {
            for piece in 0..<count { try body(piece) }
            return
        }
        let next = Atomic(0)
        let hasFailed = Atomic(false)
        let failures = UnsafeMutableBufferPointer<Failure?>.allocate(capacity: count)
        failures.initialize(repeating: nil)
        defer { failures.deinitialize().deallocate() }
        nonisolated(unsafe) let places = failures
        DispatchQueue.concurrentPerform(iterations: min(threads, count)) { _ in
            while !hasFailed.load(ordering: .relaxed) {
                // What is taken is begun: who waits for the piece before its own never waits for one that nobody does.
                let piece = next.wrappingAdd(1, ordering: .relaxed).oldValue
                if piece >= count { return }
                do throws(Failure) {
                    try body(piece)
                } catch {
                    places[piece] = error
                    hasFailed.store(true, ordering: .relaxed)
                }
            }
        }
        if let first = failures.first(where: { $0 != nil }), let failure = first { throw failure }
    }
}
