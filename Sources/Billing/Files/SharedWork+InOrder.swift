import Dispatch

extension SharedWork {
    /// Does every piece, and hands over what came of each in the order of the pieces, of one at a time. What is ready
    /// before its turn waits for it; a thread does not wait but for one that lies too far behind.
    ///
    /// - Parameters:
    ///   - beside: another piece of work, which one of the threads does first.
    ///   - body: does the piece of that number.
    ///   - handOver: takes what came of a piece; called by whichever thread has the turn. After a failure of it nothing
    ///     more is handed over.
    static func inOrder<Result: Sendable, Failure: Error>(
        _ count: Int, threads: Int, beside: (() -> Void)? = nil, _ body: @Sendable (Int) -> Result,
        handOver: (Result) throws(Failure) -> Void
    ) throws(Failure) {
        // No more results are kept than this, so that memory does not depend on who is slow.
        let lead = 2 * threads
        let handedOver = (0..<count).map { _ in DispatchSemaphore(value: 0) }
        let turn = Locked(Turn<Result>())
        nonisolated(unsafe) let beside = beside
        nonisolated(unsafe) var failure: Failure?
        withoutActuallyEscaping(handOver) { handOver in
            nonisolated(unsafe) let handOver = handOver
            let first = beside == nil ? 0 : 1
            each(count + first, threads: threads) { number in
                let piece = number - first
                if piece < 0 {
                    beside?()
                    return
                }
                if piece >= lead { handedOver[piece - lead].wait() }
                let result = body(piece)
                guard turn.withLock({ $0.take(result, of: piece) }) else { return }
                while let next = turn.withLock({ $0.next() }) {
                    // Only who has the turn looks at the failure.
                    if failure == nil {
                        do throws(Failure) { try handOver(next.result) } catch { failure = error }
                    }
                    handedOver[next.piece].signal()
                }
            }
        }
        if let failure { throw failure }
    }

    /// What is ready to be handed over, and whether somebody does so.
    private struct Turn<Result: Sendable> {
        private var ready: [Int: Result] = [:]
        private var piece = 0
        private var isTaken = false

        /// - Returns: whether the caller has the turn from now on.
        mutating func take(_ result: Result, of piece: Int) -> Bool {
            ready[piece] = result
            if isTaken { return false }
            isTaken = true
            return true
        }

        /// The next result in order; nil: it is not ready, and the turn is given up.
        mutating func next() -> (piece: Int, result: Result)? {
            guard let result = ready.removeValue(forKey: piece) else {
                isTaken = false
                return nil
            }
            defer { piece += 1 }
            return (piece, result)
        }
    }
}
