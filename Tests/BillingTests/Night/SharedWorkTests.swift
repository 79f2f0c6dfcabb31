import Dispatch
import Glibc
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

    @Test(arguments: [1, 2, 8]) func whatPiecesComeToStandsInTheirOrder(_ threads: Int) {
        #expect(SharedWork.map(1000, threads: threads) { "\($0)" } == (0..<1000).map { "\($0)" })
        #expect(SharedWork.map(0, threads: threads) { $0 } == [])
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

    /// Whoever is slow: the first pieces, the last, or every seventh.
    @Test(.timeLimit(.minutes(patience)), arguments: [1, 2, 8], [0..<3, 37..<40, 0..<0])
    func whatComesOfPiecesIsHandedOverInOrder(_ threads: Int, _ slow: Range<Int>) {
        var handedOver: [Int] = []
        var didBeside = false
        SharedWork.inOrder(40, threads: threads, beside: { didBeside = true }) { piece in
            if slow.contains(piece) || slow.isEmpty && piece % 7 == 0 { usleep(3000) }
            return piece
        } handOver: { piece in
            handedOver.append(piece)
        }
        #expect(handedOver == Array(0..<40))
        #expect(didBeside)
    }

    @Test(.timeLimit(.minutes(patience))) func nothingIsHandedOverBehindAFailure() {
        for failing in 0..<20 {
            var handedOver: [Int] = []
            let failure = #expect(throws: Failure.self) {
                try SharedWork.inOrder(40, threads: 4) { $0 } handOver: { (piece) throws(Failure) in
                    if piece == failing { throw Failure(piece: piece) }
                    handedOver.append(piece)
                }
            }
            #expect(failure == Failure(piece: failing))
            #expect(handedOver == Array(0..<failing))
        }
    }

    /// A thread that is far ahead waits, so that only so many results are kept.
    @Test(.timeLimit(.minutes(patience))) func nobodyRunsFarAhead() {
        let begun = Locked(0)
        var most = 0
        SharedWork.inOrder(60, threads: 2) { piece in
            begun.withLock { $0 = max($0, piece) }
            return piece
        } handOver: { piece in
            if piece % 9 == 0 { usleep(3000) }
            most = max(most, begun.withLock { $0 } - piece)
        }
        #expect(most <= 4)
    }
}
