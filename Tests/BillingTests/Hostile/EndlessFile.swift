import Foundation
import Glibc

@testable import Billing

/// A file larger than any disk of a test: its beginning, a text that is repeated, its end. No byte of it is stored.
struct EndlessFile: Sendable {
    var name: String
    var format: any Format.Type
    var head: [UInt8]
    var body: [UInt8]
    var tail: [UInt8] = []
    var size: Int
    /// What the reading comes to: the file's own findings as `rule line`, or the count of its invoices.
    var expected: String

    /// The bytes, made up as they are asked for.
    var source: ByteSource {
        let block = [UInt8](repeatElement(body, count: 1 + 65_536 / body.count).joined())
        let end = size - tail.count
        return ByteSource(size: size) { [head, tail, body] (buffer, offset) throws(ReadFault) in
            let part: ArraySlice<UInt8> =
                if offset < head.count { head[offset...] } else if offset >= end { tail[(offset - end)...] } else {
                    block[((offset - head.count) % body.count)...].prefix(end - offset)
                }
            let count = min(part.count, buffer.count)
            buffer.copyBytes(from: part.prefix(count))
            return count
        }
    }

    /// Reads it as a night would, but for the hash of all its bytes.
    func read(_ encoding: TextEncoding? = nil) throws -> String {
        var symbols = Symbols()
        let isUTF16 = head.starts(with: [0xFF, 0xFE])
        var reading = try format.read(
            source, encoding: encoding ?? (isUTF16 ? .utf16LittleEndian : .utf8), services: services, symbols: &symbols)
        InvoiceChecks.check(&reading, asOf: Day(year: 2026, month: 10, day: 5)!)
        guard let first = reading.findings.first else { return "\(reading.invoices.count) invoices" }
        return "\(Catalogue.name(first.rule)) \(first.line)"
    }
}

/// What this process has needed of memory at most, in MiB.
func peakMemory() -> Int {
    // Not getrusage: a process that is started from a large one has that one's peak, too.
    let status = (try? String(contentsOfFile: "/proc/self/status", encoding: .utf8)) ?? ""
    let line = status.split(separator: "\n").first { $0.hasPrefix("VmHWM:") }
    return line.flatMap { Int($0.filter(\.isNumber)) }.map { $0 / 1024 } ?? .max
}

/// The seconds of processor time that this process has used.
func processorSeconds() -> Int {
    var usage = rusage()
    getrusage(Int32(RUSAGE_SELF.rawValue), &usage)
    return Int(usage.ru_utime.tv_sec + usage.ru_stime.tv_sec)
}
