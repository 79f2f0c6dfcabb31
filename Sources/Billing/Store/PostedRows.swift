/// Rows of a table that were read, until the hashes of their runs take them up.
struct PostedRows {
    /// Rows of one run that lie one behind the other.
    struct Stretch {
        let run: Int
        var rows: Int
        /// Where they end among the bytes of all.
        var end: Int
    }

    private(set) var stretches: [Stretch] = []
    /// Each row's mark as it is posted, when they are worked out.
    private(set) var marks: [UInt32] = []
    /// Where each row begins.
    private(set) var starts: [Int] = []

    /// Takes up the row that was read last.
    mutating func add(lastOf read: EncodedRows, run: Int) {
        let end = read.bytes.count
        starts.append(read.row)
        let last = stretches.count - 1
        if last >= 0, stretches[last].run == run {
            stretches[last].rows += 1
            stretches[last].end = end
        } else {
            stretches.append(Stretch(run: run, rows: 1, end: end))
        }
    }

    /// Works out the marks of all rows.
    mutating func mark(_ bytes: UnsafeRawBufferPointer) {
        func row(_ number: Int) -> UnsafeRawBufferPointer {
            let next = number + 1 < starts.count ? starts[number + 1] : stretches.last!.end
            // Without the byte that ends it.
            return UnsafeRawBufferPointer(rebasing: bytes[starts[number]..<next - 1])
        }
        var number = 0
        while number + 1 < starts.count {
            let pair = RowMark.of(row(number), row(number + 1))
            marks.append(pair.0.littleEndian)
            marks.append(pair.1.littleEndian)
            number += 2
        }
        if number < starts.count { marks.append(RowMark.of(row(number)).littleEndian) }
    }

    mutating func removeAll() {
        stretches.removeAll(keepingCapacity: true)
        marks.removeAll(keepingCapacity: true)
        starts.removeAll(keepingCapacity: true)
    }

    /// The first row among some whose mark is not the one posted, which may be none.
    ///
    /// - Parameters:
    ///   - rows: the rows' numbers among these.
    ///   - posted: the marks of all rows of the run.
    ///   - place: how many of them are of rows before these.
    func firstDiffering(_ rows: Range<Int>, from posted: [UInt8], at place: Int) -> Int? {
        let size = RowDigest.markSize
        return marks.withUnsafeBytes { own in
            posted.withUnsafeBytes { posted in
                let count = max(0, min(rows.count, posted.count / size - place))
                let isSame =
                    count == 0
                    || (own.baseAddress! + rows.lowerBound * size).holdsSame(
                        posted.baseAddress! + place * size, count: count * size)
                if isSame { return count == rows.count ? nil : rows.lowerBound + count }
                return rows.first { row in
                    let other = (place + row - rows.lowerBound) * size
                    return !(own.baseAddress! + row * size).holdsSame(posted.baseAddress! + other, count: size)
                }
            }
        }
    }
}
