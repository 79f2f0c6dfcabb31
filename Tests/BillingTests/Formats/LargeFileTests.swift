import Testing

@testable import Billing

/// A large file is read in other ways than a small one: what comes of it is the same.
@Suite struct LargeFileTests {
    private static let services = ServiceCatalogue([("home-study", ["HS"])])

    private struct Read: Equatable {
        var encoding: TextEncoding
        var findings: [Finding]
        var invoices: [String]
        var lines: Int

        init(_ bytes: [UInt8], _ format: any Format.Type, threads: Int, isHashed: Bool) throws {
            var symbols = Symbols()
            let source = ByteSource(memory: bytes)
            let (scan, ahead) = try format.scanAndRead(
                source, services: services, symbols: &symbols, threads: threads, isHashed: isHashed)
            let reading =
                try ahead
                ?? format.read(source, encoding: scan.encoding, services: services, symbols: &symbols, threads: threads)
            encoding = format.statesEncoding ? .utf8 : scan.encoding
            findings = reading.findings
            invoices = reading.invoices.map { invoice in
                let lines = reading.lines[invoice.lines].map { "\($0.place) \($0.number) \(symbols[$0.description])" }
                return "\(symbols[invoice.number]) \(invoice.place) \(invoice.findings) \(lines)"
            }
            lines = reading.lines.count
        }
    }

    private static let header = """
        form,invoice_number,provider_id,agreement_id,billing_month,invoice_date,invoice_total,line_number,child_id,\
        service_date,service,activity,hours,rate,amount,description

        """

    /// So many rows that the file is a large one.
    private static let rows = (0..<1500).map { number in
        "AAP,\(number / 20),P-1,A-1,2026-09,2026-09-30,5.00,\(number % 20 + 1),C-1,2026-09-03,HS,visit,1.00,1.00,1.00,"
            + String(repeating: "Zoë ", count: 300) + "\n"
    }.joined()

    private static let sound = Array((header + rows).utf8)

    private static let changes: [(name: String, change: @Sendable ([UInt8]) -> [UInt8])] = [
        ("sound", { $0 }),
        ("a mark in front", { [0xEF, 0xBB, 0xBF] + $0 }),
        ("one byte of Windows-1252", { $0[..<1_000_000] + [0xE9] + $0[1_000_000...] }),
        ("half a character at the end", { $0 + [0xC3] }),
        ("no sound header, and a byte of Windows-1252 far behind", { [0x78] + $0 + [0xE9] }),
        ("a quote never closed, and a byte of Windows-1252 behind", { $0 + Array("\"open ".utf8) + [0xE9] }),
        ("a NUL", { $0 + [0x00] }),
    ]

    @Test(arguments: changes.map { $0.name })
    func whoReadsSeesTheEncodingAsALookDoes(_ name: String) throws {
        let bytes = try #require(Self.changes.first { $0.name == name }).change(Self.sound)
        #expect(bytes.count > Formats.large)
        let looked = try Read(bytes, CSVFormat.self, threads: 2, isHashed: true)
        #expect(try Read(bytes, CSVFormat.self, threads: 2, isHashed: false) == looked)
        #expect(looked.lines == 1500 || !looked.findings.isEmpty)
    }

    // MARK: - XML

    private static func xml(amount: String, end: String) -> [UInt8] {
        let line = "<Line number=\"1\" child=\"C-1\" serviceDate=\"2026-09-03\" service=\"HS\"><Activity>\n"
            + String(repeating: "visit ", count: 150) + "</Activity><Hours>1.00</Hours><Rate>\(amount)</Rate>"
            + "<Amount>\(amount)</Amount></Line>\n"
        let invoices = (0..<100).map { number in
            "<Invoice form=\"AAP\" number=\"\(number)\" provider=\"P-1\" agreement=\"A-1\" billingMonth=\"2026-09\" "
                + "invoiceDate=\"2026-09-30\" total=\"5.00\">" + String(repeating: line, count: 25) + "</Invoice>\n"
        }.joined()
        return Array("<Invoices xmlns=\"urn:ct-dcf:ppsp:invoice:1\">\(invoices)\(end)".utf8)
    }

    @Test(arguments: ["</Invoices>", "<Other/></Invoices>", "</Nothing>", ""])
    func invoicesAreTheSameWhoeverMakesThem(end: String) throws {
        for amount in ["1.00", "much"] {
            let bytes = Self.xml(amount: amount, end: end)
            #expect(bytes.count > Formats.large)
            let alone = try Read(bytes, XMLFormat.self, threads: 1, isHashed: true)
            #expect(alone.lines == (end == "</Invoices>" ? 2500 : 0))
            for isHashed in [true, false] {
                #expect(try Read(bytes, XMLFormat.self, threads: 2, isHashed: isHashed) == alone)
            }
        }
    }

    /// The parser is ahead of who makes invoices: its own complaint comes later in the file.
    @Test func whatEndsTheFileFirstIsTold() throws {
        let cells = "<Line number='x' child='' serviceDate='x' service=''><Activity/><Hours/><Rate/><Amount/></Line>\n"
        let invoice = "<Invoice form='x' number='1' provider='' agreement='' billingMonth='' invoiceDate='' total=''>\n"
        let rows = String(repeating: cells, count: 100_000 / 7 + 1)
        let text = "<Invoices xmlns='urn:ct-dcf:ppsp:invoice:1'>\(invoice)\(rows)<Other/>"
        for threads in [1, 2] {
            let read = try Read(Array(text.utf8), XMLFormat.self, threads: threads, isHashed: false)
            #expect(read.findings.map { Catalogue.name($0.rule) } == ["file-unreadable"])
            #expect(read.findings[0].sentence.found == "more of them")
        }
    }
}
