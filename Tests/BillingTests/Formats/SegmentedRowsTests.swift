import Foundation
import Testing

@testable import Billing

/// A large file is cut into segments that are read side by side; what comes of it must be what one reader finds,
/// wherever the cuts fall.
@Suite struct SegmentedRowsTests {
    private static let services = ServiceCatalogue([("home-study", ["HS"]), ("placement-planning", ["PP"])])

    /// All that a reading says, with its texts.
    private static func words(_ reading: FileReading, _ symbols: Symbols) -> [String] {
        reading.invoices.map { invoice in
            let texts = [
                invoice.provider, invoice.number, invoice.numberKey, invoice.formText, invoice.agreement,
                invoice.replacesText, invoice.replaces,
            ].map { symbols[$0] }
            let lines = reading.lines[invoice.lines].map { line in
                let texts = [
                    line.child, line.worker, line.family, line.activity, line.description, line.serviceText,
                ].map { symbols[$0] }
                return "\(line.invoice) \(line.number) \(texts) \(line.service?.index ?? 99) \(line.day) "
                    + "\(line.hours) \(line.rate) \(line.amount) \(line.place) \(line.unread.rawValue)"
            }
            return "\(texts) \(invoice.billingMonth?.description ?? "") \(invoice.date?.description ?? "") "
                + "\(invoice.total?.description ?? "") \(invoice.place) \(invoice.findings) \(lines)"
        }
    }

    /// Reads a file with segments of so many bytes; nil: on one thread.
    private static func read(_ text: String, segment: Int?) -> [String] {
        let source = ByteSource(memory: Array(text.utf8))
        var builder = InvoiceBuilder<SpreadsheetNotation>(symbols: Symbols(), services: services)
        do {
            var reader = CSVReader(source, encoding: .utf8)
            let header = CSVHeader(
                try reader.readHeader(known: Column.allCases.map { $0.name }), line: reader.rowLine)
            let rows = CSVRows(header: header, separator: reader.separator)
            if let segment {
                try SegmentedRows(source, rows, services, threads: 3, segment: segment).read(
                    from: reader.nextRowStart, line: reader.nextRowLine, into: &builder, beside: nil)
            } else {
                try rows.read(&reader, into: &builder)
            }
            let reading = builder.finish()
            return words(reading, builder.symbols)
        } catch {
            return ["\(error)"]
        }
    }

    private static let header = Column.allCases.map { $0.name }.joined(separator: ",")

    private static func row(_ invoice: String, _ line: Int, _ description: String = "", total: String = "70.63") -> String {
        "DCF-2106,\(invoice),P-1,A-1,2026-08,2026-09-01,\(total),\(line),C-\(line % 3),2026-08-0\(line % 9 + 1),HS,"
            + "visit,1.00,70.63,70.63,W-\(line % 2),\(description),,"
    }

    private static let files: [(name: String, rows: [String])] = [
        ("plain", (1...40).map { row("INV-\($0 / 7)", $0) }),
        ("quoted breaks", (1...30).map { row("INV-\($0 / 7)", $0, "\"first\nsecond, \"\"third\"\"\n\n\"") }),
        ("blank rows", (1...30).flatMap { ["", row("INV-\($0 / 7)", $0), "  ", ",,,"] }),
        ("a header that changes", (1...30).map { row("INV-\($0 / 9)", $0, total: $0 == 15 ? "1.00" : "70.63") }),
        ("a cell that can't be read", (1...30).map { row("INV-\($0 / 9)", $0, total: $0 == 14 ? "much" : "70.63") }),
        ("scattered lines", (1...30).map { row("INV-\($0 % 4)", $0) }),
        ("a row that is too long", (1...20).map { row("INV-1", $0) + ($0 == 13 ? ",more" : "") }),
        ("a quote that is never closed", (1...20).map { row("INV-1", $0, $0 == 11 ? "\"open" : "") }),
        ("text behind a quote", (1...20).map { row("INV-1", $0, $0 == 9 ? "\"a\"b" : "") }),
        ("a bare quote", (1...20).map { row("INV-1", $0, $0 % 3 == 0 ? "5\" shelf" : "") }),
        ("no services", ["DCF-2106,INV-9,P-1,A-1,2026-08,2026-09-01,0.00" + String(repeating: ",", count: 12)]),
        ("no rows", []),
    ]

    @Test(arguments: files.map { $0.name }, ["\n", "\r\n", "\r"])
    func readsWhatOneReaderReads(_ name: String, _ lineBreak: String) throws {
        let rows = try #require(Self.files.first { $0.name == name }).rows
        let text = ([Self.header] + rows).joined(separator: lineBreak)
        for end in ["", lineBreak] {
            let expected = Self.read(text + end, segment: nil)
            for segment in [1, 7, 64, 150, 151, 152, 153, 400, 1000, 100_000] {
                #expect(Self.read(text + end, segment: segment) == expected, "\(segment)")
            }
        }
    }

    @Test func readsTheSampleMonthAsOneReaderDoes() throws {
        let folder = repository.appending(path: "samples/invoices")
        let names = try FileManager.default.contentsOfDirectory(atPath: folder.path).filter { $0.hasSuffix(".csv") }
        var read = 0
        for name in names {
            guard let text = try? String(contentsOf: folder.appending(path: name), encoding: .utf8),
                !text.hasPrefix("\u{FEFF}")
            else { continue }
            read += 1
            #expect(Self.read(text, segment: 777) == Self.read(text, segment: nil), "\(name)")
        }
        #expect(read > 5)
    }
}
