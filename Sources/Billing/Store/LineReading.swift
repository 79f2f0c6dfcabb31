import Dispatch
import GRDB

/// Reads all invoices, lines and decisions once, for everything that is proved of them. Threads share it: each reads
/// some invoices at a time, and in their order the hashes take up what was read.
struct LineReading {
    /// The hashes of the rows of `lines` and of `decisions`.
    private(set) var hashes: [String: [Int: RunDigests.Finding]] = [:]
    /// What the working tables hold if they follow from the rows.
    private(set) var sums: [String: WorkingSketches.Sum] = [:]
    /// Whether every value of a line or decision is of its column's kind.
    let isOfKind: Bool
    private let decisions: DecisionProof
    private let fault: Difference?

    /// How the reading is shared.
    struct Shares {
        /// How many invoices are read at a time.
        var invoices = 128
        /// How many bytes of rows a reader holds before the hashes have taken them up.
        var room = 1 << 22
    }

    /// - Parameter beside: other work, which one of the threads does first.
    init(
        _ connections: SharedConnections, _ runs: [VerifiedRun], _ shares: Shares, beside: @escaping () -> Void
    ) throws {
        let ranges = try Self.ranges(connections.first, shares.invoices)
        let readers = try connections.all.map { try Reader(LineReader($0, runs, room: shares.room)) }
        nonisolated(unsafe) var taking = try Taking(connections.first)
        nonisolated(unsafe) let beside = beside
        // A reader keeps what it read until its turn has come, and none reads on before that.
        let turns = (0...ranges.count).map { _ in DispatchSemaphore(value: 0) }
        turns[0].signal()
        SharedWork.each(ranges.count + 1, threads: readers.count) { number in
            if number == 0 { return beside() }
            let place = connections.take()
            let hasMore = Result { try readers[place].begin(ranges[number - 1]) }
            turns[number - 1].wait()
            taking.take(readers[place], hasMore)
            connections.giveBack(place)
            turns[number].signal()
        }
        if let failure = taking.failure { throw failure }
        fault = taking.fault
        isOfKind = readers.allSatisfy { $0.reader.isOfKind }
        hashes = ["lines": taking.lines.finish(), "decisions": taking.decided.finish()]
        decisions = try DecisionProof(connections.first, runs, adding: readers.map { $0.reader.decisions })
        for reader in readers { sums.merge(reader.reader.sketches.sums) { $0 &+ $1 } }
    }

    /// - Returns: how many decisions there are.
    /// - Throws: `Difference`.
    func requireFollowing() throws -> Int {
        if let fault { throw fault }
        try decisions.compare()
        return decisions.count
    }

    /// All numbers that an invoice can have, parted so that each part holds some invoices.
    private static func ranges(_ database: Database, _ share: Int) throws -> [ClosedRange<Int>] {
        var ranges: [ClosedRange<Int>] = []
        var start = Int.min
        var count = 0
        let statement = try Statement(database, "SELECT invoice_id FROM invoices ORDER BY invoice_id")
        while try statement.step() {
            count += 1
            guard count % share == 0, statement.int(0) < .max else { continue }
            ranges.append(start...statement.int(0))
            start = statement.int(0) + 1
        }
        return ranges + [start...Int.max]
    }

    /// A reader, which one thread has at a time.
    private final class Reader: @unchecked Sendable {
        var reader: LineReader

        init(_ reader: LineReader) { self.reader = reader }

        func begin(_ invoices: ClosedRange<Int>) throws -> Bool {
            try reader.begin(invoices)
            return try reader.read()
        }
    }

    /// What was read, as it is taken up in order.
    private struct Taking {
        var lines: RunDigests
        var decided: RunDigests
        var fault: Difference?
        var failure: (any Error)?

        init(_ database: Database) throws {
            lines = try RunDigests(database, of: "lines")
            decided = try RunDigests(database, of: "decisions")
        }

        /// Takes what a reader has of the invoices that it began, and reads them to their end.
        mutating func take(_ reader: Reader, _ hasMore: Result<Bool, any Error>) {
            if failure != nil { return }
            do {
                var hasMore = try hasMore.get()
                take(reader.reader)
                while hasMore {
                    hasMore = try reader.reader.read()
                    take(reader.reader)
                }
            } catch { failure = error }
            fault = fault ?? reader.reader.fault
        }

        private mutating func take(_ reader: LineReader) {
            lines.add(reader.lines, reader.line.bytes) { LineReader.row($0) }
            decided.add(reader.decided, reader.decision.bytes) { LineReader.row($0) }
        }
    }
}
