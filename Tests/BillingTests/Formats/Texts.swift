import Testing

@testable import Billing

/// A source that gives at most `piece` bytes at once, as a slow disk or a pipe might.
func source(_ bytes: [UInt8], piece: Int = .max) -> ByteSource {
    ByteSource(size: bytes.count) { (buffer, offset) throws(ReadFault) in
        let count = min(buffer.count, piece, bytes.count - offset)
        buffer.copyBytes(from: bytes[offset..<offset + count])
        return count
    }
}

func source(_ text: String, piece: Int = .max) -> ByteSource { source(Array(text.utf8), piece: piece) }

/// The text as UTF-16 with a byte-order mark.
func utf16(_ text: String, bigEndian: Bool = false) -> [UInt8] {
    "\u{FEFF}\(text)".utf16.flatMap { unit in
        bigEndian ? [UInt8(unit >> 8), UInt8(unit & 0xFF)] : [UInt8(unit & 0xFF), UInt8(unit >> 8)]
    }
}

/// All that a CSV file holds, a line of text per row: `3: a|b` for cells a and b that begin on line 3; the header comes
/// first, `!` marks a row that is longer than it, and an unreadable file ends with `unreadable at 4`.
///
/// - Parameter repeated: how many cells at a row's beginning are held against those of the row before; where the reader
///   says that they are the same, they have to be.
func rows(
    of source: ByteSource, known: [String] = ["form", "hours", "rate"], repeated: Int = 0
) throws -> [String] {
    let encoding = try FileScan.scan(source).encoding
    var reader = CSVReader(source, encoding: encoding)
    var rows: [String] = []
    do {
        rows.append(try reader.readHeader(known: known).joined(separator: "|"))
        reader.expectRepetition(of: repeated)
        var last: [String] = []
        while try reader.nextRow() {
            let cells = (0..<reader.cellCount).map { String(decoding: reader.cell($0), as: UTF8.self) }
            if reader.repeatsBeginning { #expect(cells.prefix(repeated) == last.prefix(repeated)) }
            last = cells
            rows.append("\(reader.rowLine): \(cells.joined(separator: "|"))\(reader.rowIsTooLong ? "!" : "")")
        }
    } catch let fault as Unreadable {
        rows.append("unreadable at \(fault.line)")
    }
    return rows
}

func rows(of text: String) throws -> [String] { try rows(of: source(text)) }
