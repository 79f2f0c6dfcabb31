import Testing

@testable import Billing

/// What stands in the source is markup; what comes from an input is text, whatever it holds.
@Suite struct MarkupTests {
    @Test(arguments: [
        ("C-3001", "C-3001"),
        ("<script>alert(1)</script>", "&lt;script&gt;alert(1)&lt;/script&gt;"),
        ("\" onmouseover=\"x", "&quot; onmouseover=&quot;x"),
        ("O'Brien & Sons", "O&#39;Brien &amp; Sons"),
        ("two\nlines\tand a tab", "two lines and a tab"),
        ("bell\u{07} and null\u{00}", "bell\u{FFFD} and null\u{FFFD}"),
        ("1.50 h \u{202E}h 05.1", "1.50 h \u{FFFD}h 05.1"),
        ("\u{2066}isolated\u{2069}", "\u{FFFD}isolated\u{FFFD}"),
        ("a dash — and “quotes” stay", "a dash — and “quotes” stay"),
        ("é, ñ, 家", "é, ñ, 家"),
    ]) func aTextStaysAText(_ text: String, _ expected: String) {
        let page: Markup = "<td title=\"\(text)\">\(text)</td>"
        #expect(String(decoding: page.bytes, as: UTF8.self) == "<td title=\"\(expected)\">\(expected)</td>")
    }

    @Test func figuresAreWrittenAsPeopleReadThem() {
        let page: Markup =
            "\(Money(cents: 107_060)) \(Hours(hundredths: 150)) \(Day(number: 20_727)) \(7) \(1_012.grouped)"
        #expect(String(decoding: page.bytes, as: UTF8.self) == "$1,070.60 1.50 2026-10-01 7 1,012")
    }
}
