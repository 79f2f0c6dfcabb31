import Glibc
import Synchronization

/// Reads the rows of a large CSV file on several threads. The file is cut behind line feeds; each segment is read as if
/// a row began there, and put behind the one before it. Where the one before ends elsewhere - a cut fell into a quoted
/// cell -, or where a segment has anything to complain of, it is read once more from where it truly begins, by the
/// thread that puts it in its place: what comes out is what one thread would have read.
struct SegmentedRows {
    private let source: ByteSource
    private let rows: CSVRows
    private let services: ServiceCatalogue
    private let threads: Int
    private let segmentSize: Int

    /// Of a segment's texts each is looked up once more where it is put behind the others: the fewer segments the
    /// better, but each thread should have some.
    private static func usualSegment(_ size: Int, _ threads: Int) -> Int {
        min(max(size / (16 * threads), 4 << 20), 16 << 20)
    }
    private static let smallestSegment = 2 << 20
    /// A line is seldom shorter, so that room for a segment's lines is made once.
    private static let usualLine = 128
    /// For no more lines room is made on the word of the first segment.
    private static let mostExpected = 8 << 20

    /// - Parameter segment: how many bytes one is about.
    init(
        _ source: ByteSource, _ rows: CSVRows, _ services: ServiceCatalogue, threads: Int, segment: Int? = nil
    ) {
        self.source = source
        self.rows = rows
        self.services = services
        self.threads = threads
        segmentSize = segment ?? Self.usualSegment(source.size, threads)
    }

    private typealias Builder = InvoiceBuilder<SpreadsheetNotation>

    /// What came of reading a segment alone.
    private struct Segment {
        var builder: Builder
        var end: Int
        var lineCount: Int
    }

    /// What has been put together so far.
    private final class Whole {
        var builder: Builder
        /// Where the next row begins, and on which line.
        var place: Int
        var line: Int

        init(_ builder: consuming Builder, place: Int, line: Int) {
            self.builder = builder
            self.place = place
            self.line = line
        }
    }

    /// Reads all rows.
    ///
    /// - Parameters:
    ///   - place: where the first row begins.
    ///   - line: on which line that is.
    ///   - beside: another piece of work, which one of the threads does first.
    /// - Throws: `ReadFault`, `Unreadable`.
    func read(
        from place: Int, line: Int, into builder: inout InvoiceBuilder<SpreadsheetNotation>, beside: (() -> Void)?
    ) throws {
        let whole = Whole(builder, place: place, line: line)
        // One copy alone can be added to in place.
        builder = Builder(symbols: Symbols(), services: services)
        defer { builder = whole.builder }
        let places = places(from: place)
        let hasFailed = Atomic(false)
        nonisolated(unsafe) let reading = self
        try SharedWork.inOrder(places.count, threads: threads, beside: beside) { number in
            let last = number == places.count - 1 ? Int.max : places[number + 1]
            let start = number == 0 ? place : reading.lineEnd(behind: places[number])
            let segment = hasFailed.load(ordering: .relaxed) ? nil : reading.segment(from: start, startingBy: last)
            return (start: start, last: last, segment: segment)
        } handOver: { found in
            if whole.place == place, let segment = found.segment {
                // Room that nobody comes to use costs nothing; lines that have to move cost twice.
                let count = segment.builder.lineCount * (source.size - place) / max(1, segment.end - place)
                whole.builder.expect(lines: min(count * 17 / 16, Self.mostExpected))
            }
            do {
                try put(found.segment, from: found.start, startingBy: found.last, behind: whole)
            } catch {
                hasFailed.store(true, ordering: .relaxed)
                throw error
            }
        }
    }

    /// Behind which places the segments begin. The last ones are ever smaller, so that no thread waits long for another
    /// in the end.
    private func places(from place: Int) -> [Int] {
        var places = [place]
        var next = place
        while true {
            let share = (source.size - next) / (2 * threads)
            next += min(max(share, Self.smallestSegment), segmentSize)
            if next >= source.size { return places }
            places.append(next)
        }
    }

    private func segment(from start: Int, startingBy last: Int) -> Segment? {
        var builder = Builder(symbols: Symbols(slots: 1 << 14), services: services)
        builder.expect(lines: max(0, min(last, source.size) - start) / Self.usualLine)
        do {
            var reader = reader(from: start, line: 1)
            try rows.read(&reader, into: &builder, startingBy: last == .max ? .max : last - start)
            return Segment(builder: builder, end: start + reader.nextRowStart, lineCount: reader.nextRowLine - 1)
        } catch {
            return nil
        }
    }

    private func put(_ segment: Segment?, from start: Int, startingBy last: Int, behind whole: Whole) throws {
        if whole.place > last { return }
        if let segment, start == whole.place,
            whole.builder.absorb(segment.builder, linesBefore: whole.line - 1)
        {
            whole.place = segment.end
            whole.line += segment.lineCount
            return
        }
        var reader = reader(from: whole.place, line: whole.line)
        try rows.read(&reader, into: &whole.builder, startingBy: last == .max ? .max : last - whole.place)
        whole.place += reader.nextRowStart
        whole.line = reader.nextRowLine
    }

    private func reader(from start: Int, line: Int) -> CSVReader {
        CSVReader(
            continuing: source.part(from: start), separator: rows.separator, columnCount: rows.header.columnCount,
            line: line)
    }

    /// The place behind the first line feed at or behind a place; the end where there is none.
    private func lineEnd(behind place: Int) -> Int {
        let rest = source.part(from: place, isWatched: false)
        let buffer = UnsafeMutableRawBufferPointer.allocate(byteCount: 1 << 14, alignment: 16)
        defer { buffer.deallocate() }
        var start = place
        while let count = try? rest.read(into: buffer), count > 0 {
            if let found = memchr(buffer.baseAddress!, Int32(Byte.lineFeed), count) {
                return start + buffer.baseAddress!.distance(to: found) + 1
            }
            start += count
        }
        return source.size
    }
}
