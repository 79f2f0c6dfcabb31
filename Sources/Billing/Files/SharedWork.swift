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

    /// Does every piece and keeps what each comes to, in the order of the pieces.
    static func map<Piece>(_ count: Int, threads: Int, _ body: @Sendable (Int) -> Piece) -> [Piece] {
        [Piece](unsafeUninitializedCapacity: count) { pieces, made in
            nonisolated(unsafe) let places = pieces
            each(count, threads: threads) { places.initializeElement(at: $0, to: body($0)) }
            made = count
        }
    }

    /// Does two things, side by side where there is more than one thread.
    static func both<First, Second>(
        threads: Int, _ first: @Sendable () -> First, _ second: @Sendable () -> Second
    ) -> (First, Second) {
        var results: (first: First?, second: Second?) = (nil, nil)
        withUnsafeMutablePointer(to: &results) { results in
            nonisolated(unsafe) let results = results
            each(2, threads: threads) { number in
                if number == 0 { results.pointee.first = first() } else { results.pointee.second = second() }
            }
        }
        return (results.first!, results.second!)
    }
}
