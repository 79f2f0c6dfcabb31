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
        let state = Mutex(State<Failure>())
        DispatchQueue.concurrentPerform(iterations: min(threads, count)) { _ in
            // Taken and begun are one: who waits for the piece before its own never waits for one that nobody does.
            while let piece = state.withLock({ $0.take(count) }) {
                do throws(Failure) {
                    try body(piece)
                } catch {
                    state.withLock { $0.failures[piece] = error }
                }
            }
        }
        let failures = state.withLock { $0.failures }
        if let first = failures.keys.min() { throw failures[first]! }
    }

    private struct State<Failure: Error> {
        private var next = 0
        var failures: [Int: Failure] = [:]

        /// The next piece; nil where none is left, or one has failed.
        mutating func take(_ count: Int) -> Int? {
            if next == count || !failures.isEmpty { return nil }
            defer { next += 1 }
            return next
        }
    }
}
