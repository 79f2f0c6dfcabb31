import Dispatch
import Testing

@testable import Billing

/// Pieces that threads share: each is done once, and who waits for the piece before its own never waits for ever.
@Suite struct SharedWorkTests {
    private struct Failure: Error, Equatable {
        var piece: Int
    }

    @Test(arguments: [1, 2, 8]) func everyPieceIsDoneOnce(_ threads: Int) {
        let done = UnsafeMutableBufferPointer<Int>.allocate(capacity: 1000)
        defer { done.deallocate() }
        done.initialize(repeating: 0)
        nonisolated(unsafe) let places = done
        SharedWork.each(1000, threads: threads) { piece in places[piece] += 1 }
        #expect(Array(done) == [Int](repeating: 1, count: 1000))
    }

    @Test(.timeLimit(.minutes(patience))) func aFailureLetsNobodyWaitForAPieceThatNobodyDoes() {
        for round in 0..<300 {
            let failing = round % 20
            let turns = (0...40).map { _ in DispatchSemaphore(value: 0) }
            turns[0].signal()
            let failure = #expect(throws: Failure.self) {
                try SharedWork.each(40, threads: 8) { (piece) throws(Failure) in
                    turns[piece].wait()
                    defer { turns[piece + 1].signal() }
                    if piece == failing { throw Failure(piece: piece) }
                }
            }
            #expect(failure == Failure(piece: failing))
        }
    }
}
