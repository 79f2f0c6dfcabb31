import Testing

@testable import Billing

private let header =
    "form,invoice_number,provider_id,agreement_id,billing_month,invoice_date,invoice_total,"
    + "line_number,child_id,service_date,service,activity,hours,rate,amount"

private func read(_ text: String) throws -> [String] { try reading(source(text), as: CSVFormat.self) }

/// Rows behind the header, in which `I` stands for the invoice P-1/7 of 141.26 and `L` for its line of 141.26.
private func read(rows: String, more: String = "") throws -> [String] {
    let body = rows.replacing("I", with: "DCF-2106,7,P-1,A-1,2026-09,2026-09-30,141.26")
        .replacing("L", with: "1,C-1,2026-09-03,PP,home visit,2.00,70.63,141.26")
    return try read("\(header)\(more)\n\(body)")
}

private let invoice = "P-1/7 DCF-2106 A-1 2026-09 2026-09-30 141.26 at 2"
private let line = "  1 C-1 2026-09-03 placement-planning 2.00 70.63 141.26 at 2"

@Suite("Invoices as CSV")
struct CSVFormatTests {
    @Test("one invoice, one line")
    func plain() throws {
        #expect(try read(rows: "I,L") == [invoice, line])
    }

    @Test(
        "the columns",
        arguments: [
            (header.replacing(",hours", with: ",units"), ["file-columns 1 hours", "file-column-unknown 1 units"]),
            (
                "\n\(header.replacing("form,", with: "").replacing(",rate", with: ""))",
                ["file-columns 2 form", "file-columns 2 rate"]
            ),
            ("\(header),Amount", ["file-columns 1 amount"]),
            ("\(header),worker,WORKER", ["file-columns 1 worker"]),
            ("\(header),colour,,Shape,colour", ["file-column-unknown 1 colour"]),
            (header, []),
        ])
    func columns(header: String, expected: [String]) throws {
        #expect(try read(header) == expected)
    }

    @Test(
        "a file is rejected for what comes first in it",
        arguments: [
            ("\(header.replacing(",hours", with: ""))\n\"never closed", ["file-columns 1 hours"]),
            ("\(header),x\na,\"never\nclosed", ["file-column-unknown 1 x", "file-unreadable 2"]),
            ("\(header)\n1,2,3,4,5,6,7,8,9,10,11,12,13,14,15,16\n", ["file-unreadable 2"]),
            ("", ["file-unreadable 1"]),
            ("\(header)\n\n\na\u{0}", ["file-unreadable 4"]),
        ])
    func rejected(text: String, expected: [String]) throws {
        #expect(try read(text) == expected)
    }

    @Test("a guessed encoding is told, also of a file that is rejected")
    func guessed() throws {
        let bytes = Array("\(header)\nDCF-2106,7,P-".utf8) + [0xE9]
        #expect(try reading(source(bytes), as: CSVFormat.self).first == "file-encoding-guessed 0")
        #expect(
            try reading(source(bytes + [0x81]), as: CSVFormat.self) == ["file-encoding-guessed 0", "file-unreadable 2"])
    }

    @Test("rows of one invoice need not stand together, and are known by their number in any case")
    func scattered() throws {
        let found = try read(
            rows: """
                AAP,a-1,P-1,A-1,2026-09,2026-09-30,30,2,C-1,2026-09-03,HS,x,1,10,10
                AAP,A-1,P-2,A-1,2026-09,2026-09-30,5,1,C-1,2026-09-03,HS,x,1,5,5
                AAP,A-1,P-1,A-1,Sep-26,9/30/2026,$30.00,1,C-1,2026-09-03,home study,x,1,20,20
                """)
        #expect(
            found == [
                "P-1/a-1 AAP A-1 2026-09 2026-09-30 30.00 at 2", "  2 C-1 2026-09-03 home-study 1.00 10.00 10.00 at 2",
                "  1 C-1 2026-09-03 home-study 1.00 20.00 20.00 at 4",
                "P-2/A-1 AAP A-1 2026-09 2026-09-30 5.00 at 3", "  1 C-1 2026-09-03 home-study 1.00 5.00 5.00 at 3",
            ])
    }

    @Test("rows without provider or number make up one invoice under what they have")
    func nameless() throws {
        let found = try read(
            rows: """
                AAP,,P-1,A-1,2026-09,2026-09-30,30,1,C-1,2026-09-03,HS,x,1,10,10
                AAP,,P-1,A-1,2026-09,2026-09-30,30,2,C-1,2026-09-03,HS,x,1,20,20
                AAP,9,,A-1,2026-09,2026-09-30,5,1,C-1,2026-09-03,HS,x,1,5,5
                """)
        #expect(
            found == [
                "P-1/ AAP A-1 2026-09 2026-09-30 30.00 at 2", "- invoice-value 2 invoice_number",
                "- invoice-value 3 invoice_number", "  1 C-1 2026-09-03 home-study 1.00 10.00 10.00 at 2",
                "  2 C-1 2026-09-03 home-study 1.00 20.00 20.00 at 3",
                "/9 AAP A-1 2026-09 2026-09-30 5.00 at 4", "- invoice-value 4 provider_id",
                "  1 C-1 2026-09-03 home-study 1.00 5.00 5.00 at 4",
            ])
    }

    @Test(
        "a cell that can't be read is told with its place, one finding per cell",
        arguments: [
            ("I,1,C-1,2026-09-03,PP,home visit,two,70.63,141.26", ["hours"]),
            ("I,1,C-1,2026-09-03,PP,home visit,0,0,0", ["hours", "rate", "amount"]),
            ("I,1,C-1,2026-09-03,PP,home visit,1000,10000000,9999999.99", ["hours", "rate"]),
            ("I,0,,2026-02-30,,,2,70.63,141.26", ["line_number", "child_id", "service_date", "service"]),
            ("I,1,C-1,2026-09-03,unheard of,,2,70.63,141.26", []),
            ("I,1,C-1,2026-09-03,PP,\(String(repeating: "x", count: 2001)),2,70.63,141.26", ["activity"]),
            ("I,1,C-1,2026-09-03,PP,\(String(repeating: "é", count: 2000)),2,70.63,141.26", []),
            (
                "DCF,№,P-1,,13/2026,2026-09-31,-1,L",
                ["form", "invoice_number", "agreement_id", "billing_month", "invoice_date", "invoice_total"]
            ),
        ])
    func values(row: String, columns: [String]) throws {
        let found = try read(rows: row).filter { $0.hasPrefix("- invoice-value") }
        #expect(Set(found) == Set(columns.map { "- invoice-value 2 \($0)" }))
        #expect(found.count == columns.count)
    }

    @Test(
        "optional columns",
        arguments: [
            ("I,L,W-1,F-1,6", []),
            ("I,L,,,", []),
            ("I,L,W\u{1},F-1,", ["- invoice-value 2 worker"]),
            ("I,L,,\(String(repeating: "F", count: 41)),", ["- invoice-value 2 family_id"]),
            ("I,L,,,7", ["- invoice-value 2 replaces"]),
            ("I,L,,,\(String(repeating: "9", count: 31))", ["- invoice-value 2 replaces"]),
        ])
    func optional(row: String, expected: [String]) throws {
        let found = try read(rows: row, more: ",worker,family_id,replaces")
        #expect(found.filter { $0.hasPrefix("-") } == expected)
        if row.hasSuffix(",6") { #expect(found[0] == invoice.replacing(" at", with: " replaces 6 at")) }
    }

    @Test("rows that disagree about their invoice, one finding per column")
    func conflicts() throws {
        let found = try read(
            rows: """
                I,L
                AAP,7,P-1,A-2,2026-09,2026-09-29,141.26,2,C-1,2026-09-03,PP,x,1,1,1
                DCF-2106,7,P-1,A-3,2026-09,2026-09-31,142,3,C-1,2026-09-03,PP,x,1,1,1
                """)
        #expect(
            found.filter { $0.hasPrefix("-") } == [
                "- invoice-value 4 invoice_date", "- invoice-header-conflict 3 form",
                "- invoice-header-conflict 3 agreement_id", "- invoice-header-conflict 3 invoice_date",
                "- invoice-header-conflict 4 invoice_total", "- invoice-total-mismatch 2 invoice_total",
            ])
    }

    @Test(
        "no services this month",
        arguments: [
            ("DCF-2106,7,P-1,A-1,2026-09,2026-09-30,0,,,,,,,,", []),
            ("DCF-2106,7,P-1,A-1,2026-09,2026-09-30,0.00,,,,,,0:00,$0,0.00", []),
            ("I,,,,,,,,", ["- invoice-total-mismatch 2 invoice_total"]),
            ("I,L\nI,,,,,,,,", ["- invoice-value 3"]),
            ("I,,,,,,,,\nI,L", ["- invoice-value 2"]),
            (
                "DCF-2106,7,P-1,A-1,2026-09,2026-09-30,0,,,,,home visit,,,",
                ["line_number", "child_id", "service_date", "service", "hours", "rate", "amount"].map {
                    "- invoice-value 2 \($0)"
                }
            ),
        ])
    func noServices(rows: String, expected: [String]) throws {
        #expect(Set(try read(rows: rows).filter { $0.hasPrefix("-") }) == Set(expected))
    }

    @Test("the pieces that a file comes in make no difference", arguments: [1, 2, 3, 7])
    func pieces(size: Int) throws {
        let text =
            "\u{FEFF}sep=;\r\n\(header.replacing(",", with: ";"));\r\n"
            + "DCF-2106;7;P-1;A-1;Sep-26;9/30/2026 0:00;$141.26;1;\u{A0}C-1;2026-09-03;"
            + "\"Placement\r\n \";\"a \"\"b\"\"\";"
            + "2:00;70.63;141.26;;\r\n\r\nAAP;;P-1"
        let whole = try reading(source(text), as: CSVFormat.self)
        #expect(whole.contains("  1 C-1 2026-09-03 Placement 2.00 70.63 141.26 at 3"))
        #expect(whole.contains("P-1/ AAP  ? ? ? at 6"))
        #expect(try reading(source(text, piece: size), as: CSVFormat.self) == whole)
    }

    @Test(
        "the ending tells the format",
        arguments: [
            ("a.csv", "csv"), ("A.CSV", "csv"), ("a.b.XML", "xml"), (".xml", "xml"), ("a.txt", nil), ("csv", nil),
            ("a.csv.part", nil),
        ] as [(String, String?)])
    func formats(name: String, expected: String?) {
        #expect(Formats.format(ofFile: name)?.name == expected)
    }
}
