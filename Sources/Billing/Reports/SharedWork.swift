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
        let next = Mutex(0)
        let failures = Mutex<[Int: Failure]>([:])
        DispatchQueue.concurrentPerform(iterations: min(threads, count)) { _ in
            while let piece = take(next, count), failures.withLock({ $0.isEmpty }) {
                do throws(Failure) {
                    try body(piece)
                } catch {
                    failures.withLock { $0[piece] = error }
                }
            }
        }
        let failed = failures.withLock { $0 }
        if let first = failed.keys.min() { throw failed[first]! }
    }

    private static func take(_ next: borrowing Mutex<Int>, _ count: Int) -> Int? {
        next.withLock { number in
            if number == count { return nil }
            defer { number += 1 }
            return number
        }
    }
}
