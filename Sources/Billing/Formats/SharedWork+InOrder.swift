import Dispatch

extension SharedWork {
    /// Does every piece, and hands over what came of each in the order of the pieces, of one at a time: no thread
    /// begins another piece before that.
    ///
    /// - Parameters:
    ///   - beside: another piece of work, which one of the threads does first.
    ///   - body: does the piece of that number.
    ///   - handOver: takes what came of a piece; called by whichever thread did it. After a failure of it nothing more
    ///     is handed over.
    static func inOrder<Result, Failure: Error>(
        _ count: Int, threads: Int, beside: (() -> Void)? = nil, _ body: @Sendable (Int) -> Result,
        handOver: (Result) throws(Failure) -> Void
    ) throws(Failure) {
        let turns = (0...count).map { _ in DispatchSemaphore(value: 0) }
        turns[0].signal()
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
                let result = body(piece)
                // Only who has the turn looks at the failure.
                turns[piece].wait()
                defer { turns[piece + 1].signal() }
                if failure != nil { return }
                do throws(Failure) {
                    try handOver(result)
                } catch {
                    failure = error
                }
            }
        }
        if let failure { throw failure }
    }
}
