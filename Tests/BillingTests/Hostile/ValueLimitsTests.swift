import Testing

@testable import Billing

/// How long texts may be, counted in characters, whatever bytes they take (spec: Invoice files, Values).
@Suite("Texts at their limits")
struct ValueLimitsTests {
    /// The findings of an invoice of one line in which one column holds a text.
    private func findings(_ column: Column, _ text: String) throws -> [String] {
        var cells: [Column: String] = [
            .form: "AAP", .invoiceNumber: "1", .providerID: "P", .agreementID: "A", .billingMonth: "2026-09",
            .invoiceDate: "2026-09-30", .invoiceTotal: "1", .lineNumber: "1", .childID: "C",
            .serviceDate: "2026-09-03", .service: "PP", .activity: "home visit", .hours: "1", .rate: "1",
            .amount: "1",
        ]
        cells[column] = text
        let header = Column.allCases.map { $0.name }.joined(separator: ",")
        let row = Column.allCases.map { "\"\(cells[$0] ?? "")\"" }.joined(separator: ",")
        return try reading(source("\(header)\n\(row)\n"), as: CSVFormat.self).filter { $0.hasPrefix("-") }
    }

    private static let longest: [(Column, Int)] = [
        (.providerID, 40), (.agreementID, 40), (.childID, 40), (.worker, 40), (.familyID, 40),
        (.activity, 2000), (.description, 2000),
    ]

    /// A letter of one, two, three and four bytes, one with a mark of its own, and one that is written from the right.
    private static let letters = ["x", "é", "語", "🧒", "\u{0301}", "\u{05D0}", "\u{200B}", "\u{FFFD}"]

    @Test("may be as long as that", arguments: longest, letters)
    func fits(limit: (column: Column, count: Int), letter: String) throws {
        #expect(try findings(limit.column, String(repeating: letter, count: limit.count)) == [])
    }

    @Test("and no longer", arguments: longest, letters)
    func doesNotFit(limit: (column: Column, count: Int), letter: String) throws {
        let text = String(repeating: letter, count: limit.count + 1)
        #expect(try findings(limit.column, text) == ["- invoice-value 2 \(limit.column.name)"])
    }

    @Test("a worker of 2,000 characters is none")
    func worker() throws {
        #expect(try findings(.worker, String(repeating: "w", count: 2000)) == ["- invoice-value 2 worker"])
    }

    @Test(
        "an invoice number has 30 characters of plain ASCII",
        arguments: [
            (String(repeating: "n", count: 30), true), (String(repeating: "n", count: 31), false), ("№1", false),
            ("../../etc/passwd", true), ("-rf", true), ("a\u{1}b", false), ("a\u{7F}", false), ("=1+1", true),
        ])
    func number(text: String, isRight: Bool) throws {
        #expect(try findings(.invoiceNumber, text) == (isRight ? [] : ["- invoice-value 2 invoice_number"]))
    }

    @Test(
        "ids hold no control characters",
        arguments: [
            ("C\n1", false), ("C\t1", false), ("C\u{1B}1", false), ("C\u{7F}1", false), ("C\u{80}1", false),
            ("C\u{9F}1", false), ("C\u{A1}1", true), ("../C", true), ("C 1", true), ("\u{202E}C", true), ("-", true),
        ])
    func control(text: String, isRight: Bool) throws {
        #expect(try findings(.childID, text) == (isRight ? [] : ["- invoice-value 2 child_id"]))
    }

    @Test(
        "a sentence quotes no more than 60 characters, on one line",
        arguments: [
            ("short", "short"), ("a\u{1B}[2J\nb", "a [2J b"),
            (String(repeating: "x", count: 61), String(repeating: "x", count: 60) + "…"),
            ("e" + String(repeating: "\u{0301}", count: 100_000), "e" + String(repeating: "\u{0301}", count: 59) + "…"),
        ])
    func quotation(text: String, shown: String) {
        #expect(Quotation.short(text).unicodeScalars.elementsEqual(shown.unicodeScalars))
    }
}
