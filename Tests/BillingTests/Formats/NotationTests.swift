import Testing

@testable import Billing

/// Hands a cell's text to a reader of values.
private func read<Value>(_ text: String, _ parse: (UnsafeRawBufferPointer) -> Value?) -> Value? {
    var text = text
    return text.withUTF8 { parse(UnsafeRawBufferPointer($0)) }
}

@Suite("Values of cells")
struct NotationTests {
    @Test(
        "hours",
        arguments: [
            ("1", 100), ("1.5", 150), (".5", 50), ("1.50", 150), ("1.5000", 150), ("0", 0), ("01", 100),
            ("999.99", 99_999),
            ("1:30", 150), ("1:30:00", 150), ("0:01", 2), ("0:02", 3), ("0:10", 17), ("1:59:59", 200), ("0:00:17", 0),
            ("0:00:18", 1), ("1000", 100_000),
            ("", nil), (".", nil), ("1.", nil), ("1.125", nil), ("1,5", nil), ("-1", nil), ("+1", nil), ("1e1", nil),
            ("1:60", nil), ("1:5", nil), (":30", nil), ("1:30:60", nil), ("1:30:0", nil), ("1:30:00:00", nil),
            ("two", nil),
            ("1 h", nil), ("1:30 ", nil), ("1.5.0", nil), ("½", nil), ("99999999999999999999", 1_000_000_000_000_000),
        ] as [(String, Int?)])
    func hours(text: String, expected: Int?) {
        let hours = read(text, SpreadsheetNotation.hours)
        if text.count > 15 { #expect(hours! > .largest) } else { #expect(hours?.hundredths == expected) }
    }

    @Test(
        "money",
        arguments: [
            ("70.63", 7063), ("71", 7100), ("71.5", 7150), (".5", 50), ("$70.63", 7063), ("$1,070.60", 107_060),
            ("1,070", 107_000), ("9,999,999.99", 999_999_999), ("1070.600", 107_060), ("0", 0), ("0.00", 0),
            ("$.50", 50),
            ("", nil), ("$", nil), ("70,63", nil), ("1070,600", nil), ("1,07", nil), ("1,0700", nil), (",070", nil),
            ("1,070,60", nil), ("$ 70", nil), ("70$", nil), ("-70.63", nil), ("(70.63)", nil), ("7.063e1", nil),
            ("70.635", nil),
            ("70.", nil), ("$$1", nil), ("1.070,60", nil), ("USD 5", nil), ("€5", nil), ("1, 070", nil),
        ] as [(String, Int?)])
    func money(text: String, expected: Int?) {
        #expect(read(text, SpreadsheetNotation.money)?.cents == expected)
    }

    @Test(
        "dates",
        arguments: [
            ("2026-09-03", "2026-09-03"), ("9/3/2026", "2026-09-03"), ("09/03/2026", "2026-09-03"),
            ("9/3/2026 0:00", "2026-09-03"), ("2026-09-03T00:00:00", "2026-09-03"),
            ("2026-09-03 00:00:00.000", "2026-09-03"),
            ("9/3/2026 12:00:00 AM", "2026-09-03"), ("2024-02-29", "2024-02-29"), ("2/29/2024", "2024-02-29"),
            ("2026-02-29", nil), ("2026-02-30", nil), ("13/1/2026", nil), ("0/1/2026", nil), ("9/31/2026", nil),
            ("2026-9-3", nil), ("9/3/26", nil), ("9-3-2026", nil), ("2026/09/03", nil), ("20260903", nil),
            ("46268", nil),
            ("9/3/2026 0:01", nil), ("9/3/2026 12:00", nil), ("9/3/2026 12:00 PM", nil), ("2026-09-03T00:00:00Z", nil),
            ("2026-09-03 ", nil), ("2026-09-03T", nil), ("0000-01-01", nil), ("Sep 3, 2026", nil), ("", nil),
        ] as [(String, String?)])
    func days(text: String, expected: String?) {
        #expect(read(text, SpreadsheetNotation.day)?.description == expected)
    }

    @Test(
        "months",
        arguments: [
            ("2026-09", "2026-09"), ("9/2026", "2026-09"), ("09/2026", "2026-09"), ("Sep-26", "2026-09"),
            ("Sep-2026", "2026-09"), ("September 2026", "2026-09"), ("SEP 26", "2026-09"), ("may-26", "2026-05"),
            ("May 2026", "2026-05"), ("December-2026", "2026-12"), ("january 2027", "2027-01"),
            ("13/2026", nil), ("2026-13", nil), ("0/2026", nil), ("2026-9", nil), ("9/26", nil), ("2026-09-01", nil),
            ("Sept-26", nil), ("Septembre 2026", nil), ("Sep26", nil), ("Sep-026", nil), ("Sep--26", nil),
            ("26-Sep", nil),
            ("Sep", nil), ("", nil), ("0000-09", nil), ("Mai-26", nil),
        ] as [(String, String?)])
    func months(text: String, expected: String?) {
        #expect(read(text, SpreadsheetNotation.month)?.description == expected)
    }

    @Test(
        "forms",
        arguments: [
            ("DCF-2106", .dcf2106), ("dcf-2106", .dcf2106), ("AAP", .aap), ("Aap", .aap), ("DCF2106", nil),
            ("DCF-2107", nil),
            ("AAPS", nil), ("", nil),
        ] as [(String, Form?)])
    func forms(text: String, expected: Form?) {
        #expect(read(text, SpreadsheetNotation.form) == expected)
    }

    @Test(
        "XML has one form of each",
        arguments: [
            ("1.50", true), ("2", true), ("1.5", true), (".5", false), ("1.500", false), ("1:30", false), ("$1", false),
            ("1,070.60", false), ("1.", false), ("", false), ("+1", false),
        ])
    func plainNumbers(text: String, isRead: Bool) {
        #expect((read(text, PlainNotation.hours) != nil) == isRead)
        #expect((read(text, PlainNotation.money) != nil) == isRead)
    }

    @Test(
        "XML has one form of dates and months",
        arguments: [
            ("2026-09-30", "2026-09-30"), ("2026-09", "2026-09"), ("9/30/2026", nil), ("2026-09-31", nil),
            ("Sep-26", nil),
            ("9/2026", nil), ("2026-09-30T00:00:00", nil), ("2026-13", nil),
        ] as [(String, String?)])
    func plainDates(text: String, expected: String?) {
        let found = read(text, PlainNotation.day)?.description ?? read(text, PlainNotation.month)?.description
        #expect(found == expected)
        #expect(read("aap", PlainNotation.form) == nil)
        #expect(read("AAP", PlainNotation.form) == .aap)
    }

    @Test(
        "ids",
        arguments: [
            ("P-1", true), ("Zoë 1", true), (String(repeating: "é", count: 40), true), ("\u{A1}", true),
            ("", false), (String(repeating: "é", count: 41), false), ("a\tb", false), ("a\u{7F}", false),
            ("a\u{85}b", false),
            ("a\nb", false),
        ])
    func ids(text: String, isID: Bool) {
        #expect(read(text) { PlainText.isID($0) } == isID)
    }

    @Test(
        "invoice numbers",
        arguments: [
            ("2026-09 #1", true), (String(repeating: "9", count: 30), true), (String(repeating: "9", count: 31), false),
            ("№1", false), ("", false), ("1\t2", false),
        ])
    func invoiceNumbers(text: String, isNumber: Bool) {
        #expect(read(text) { PlainText.isInvoiceNumber($0) } == isNumber)
    }

    @Test(
        "line numbers",
        arguments: [
            ("1", 1), ("014", 14), ("2147483647", 2_147_483_647), ("0", nil), ("-1", nil), ("1.0", nil), ("", nil),
            ("2147483648", nil), ("99999999999999999999999", nil), ("1a", nil),
        ] as [(String, Int32?)])
    func lineNumbers(text: String, expected: Int32?) {
        #expect(read(text) { PlainText.lineNumber($0) } == expected)
    }
}
