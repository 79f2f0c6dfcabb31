import Testing

@testable import Billing

private let line = """
        <Line number="1" child="C-1" serviceDate="2026-09-03" service="placement-planning">
          <Activity>home visit</Activity>
          <Hours>2.00</Hours>
          <Rate>70.63</Rate>
          <Amount>141.26</Amount>
        </Line>
    """

/// A file with one invoice, which begins on line 3, its first line on line 5.
private func file(_ lines: String = line, invoice: String = "", root: String = "") -> String {
    """
    <?xml version="1.0" encoding="UTF-8"?>
    <Invoices xmlns="urn:ct-dcf:ppsp:invoice:1"\(root)>
      <Invoice form="DCF-2106" number="7" provider="P-1" agreement="A-1"
               billingMonth="2026-09" invoiceDate="2026-09-30" total="141.26"\(invoice)>
    \(lines)
      </Invoice>
    </Invoices>

    """
}

private func read(_ text: String) throws -> [String] { try reading(source(text), as: XMLFormat.self) }

private let invoiceRead = "P-1/7 DCF-2106 A-1 2026-09 2026-09-30 141.26 at 3"
private let lineRead = "  1 C-1 2026-09-03 placement-planning 2.00 70.63 141.26 at 5"

@Suite("Invoices as XML")
struct XMLFormatTests {
    @Test(
        "what is read alike",
        arguments: [
            file(),
            file(root: " xmlns:xsi=\"http://www.w3.org/2001/XMLSchema-instance\" xsi:schemaLocation=\"urn:x x.xsd\""),
            file("<!-- a note --><?pi?>" + line.replacing("</Line>", with: "<!-- x --></Line>")),
            file(line.replacing("home visit", with: "home <![CDATA[visit]]>")),
            file(line.replacing("home visit", with: "")),
            file(line.replacing("</Activity>", with: "</Activity><Description>x</Description>")),
            file(line.replacing(">2.00<", with: "> 2.00\n<").replacing("\n<", with: " <")),
            file(line.replacing("2.00", with: "2")),
            file().replacing("<Invoices xmlns", with: "<i:Invoices xmlns:i").replacing("<I", with: "<i:I")
                .replacing("<i:i:", with: "<i:").replacing("</", with: "</i:").replacing("<L", with: "<i:L")
                .replacing("<A", with: "<i:A").replacing("<H", with: "<i:H").replacing("<R", with: "<i:R"),
            file(line.replacing("C-1", with: "C&#45;1")),
        ])
    func alike(text: String) throws {
        #expect(try read(text) == [invoiceRead, lineRead])
    }

    @Test("no invoices, no lines, and one number twice")
    func counts() throws {
        #expect(try read("<Invoices xmlns='urn:ct-dcf:ppsp:invoice:1'/>") == [])
        #expect(
            try read(file("").replacing("141.26", with: "0.00")) == [
                "P-1/7 DCF-2106 A-1 2026-09 2026-09-30 0.00 at 3"
            ])
        let twice = try read(
            file().replacing("</Invoices>", with: "")
                + file().split(separator: "\n").dropFirst(2).joined(separator: "\n"))
        #expect(twice.count == 4)
        #expect(twice[2] == "P-1/7 DCF-2106 A-1 2026-09 2026-09-30 141.26 at 13")
    }

    @Test(
        "values that can't be read reject their invoice alone",
        arguments: [
            (file(line.replacing("2.00", with: "1:30")), ["invoice-value 7 hours"]),
            (file(line.replacing("2.00", with: "0")), ["invoice-value 7 hours"]),
            (file(line.replacing("2026-09-03", with: "9/3/2026")), ["invoice-value 5 service_date"]),
            (file(line.replacing("number=\"1\" child", with: "number=\"0\"\n child")), ["invoice-value 5 line_number"]),
            (file(line.replacing("C-1", with: "")), ["invoice-value 5 child_id"]),
            (file(line.replacing("70.63", with: "$70.63")), ["invoice-value 8 rate"]),
            (file(invoice: " replaces=\"7\""), ["invoice-value 3 replaces"]),
            (file().replacing("DCF-2106", with: "dcf-2106"), ["invoice-value 3 form"]),
            (
                file(line.replacing("home visit", with: String(repeating: "x", count: 2001))),
                ["invoice-value 6 activity"]
            ),
            (file(line.replacing("141.26", with: "141.25")), ["invoice-total-mismatch 3 invoice_total"]),
        ])
    func values(text: String, expected: [String]) throws {
        #expect(try read(text).filter { $0.hasPrefix("- ") } == expected.map { "- \($0)" })
    }

    @Test(
        "what the format does not have",
        arguments: [
            ("<Invoice/>", 1),
            ("<Invoices/>", 1),
            ("<Invoices xmlns='urn:ct-dcf:ppsp:invoice:2'/>", 1),
            (file(root: " version=\"1\""), 2),
            (file(invoice: " paid=\"no\""), 3),
            (file(invoice: " xml:lang=\"en\""), 3),
            (file().replacing(" agreement=\"A-1\"", with: ""), 3),
            (file("text" + line), 3),
            (file(line.replacing("<Activity>", with: "x<Activity>")), 5),
            (file(line.replacing(" child=\"C-1\"", with: "")), 5),
            (file(line.replacing("<Hours>", with: "<Hours unit='h'>")), 7),
            (file(line.replacing("<Hours>2.00</Hours>", with: "")), 8),
            (file(line.replacing("<Amount>141.26</Amount>", with: "")), 5),
            (file(line.replacing("</Line>", with: "<Amount>1</Amount></Line>")), 10),
            (
                file(
                    line.replacing("<Hours>", with: "<Description>x</Description><Description>x</Description><Hours>")),
                7
            ),
            (file(line.replacing("<Hours>", with: "<x:note xmlns:x='urn:x'/><Hours>")), 7),
            (file(line.replacing("2.00", with: "<b>2.00</b>")), 7),
            (file(line.replacing("Activity>", with: "activity>")), 6),
            (file("<Line\n\n number='1'\n paid='1'/>"), 5),
        ])
    func schema(text: String, line: Int) throws {
        #expect(try read(text) == ["file-schema \(line)"])
    }

    @Test(
        "what is not XML",
        arguments: [
            ("", 1), ("   ", 1), ("invoice", 1), (file().replacing("</Hours>", with: "</Hours"), 8),
            (file().replacing("</Line>", with: "</Lines>"), 10), (file() + "<more/>", 13),
            (file().replacing("</Invoices>", with: ""), 13), (file().replacing("home", with: "ho\u{1}me"), 6),
            (file().replacing("home visit", with: "a & b"), 6),
            (file().replacing("child=\"C-1\"", with: "child='1' child='2'"), 5),
            (file().replacing("<Activity>", with: "<x:Activity>").replacing("</Activity>", with: "</x:Activity>"), 6),
        ])
    func malformed(text: String, line: Int) throws {
        #expect(try read(text) == ["file-unreadable \(line)"])
    }

    @Test("an encoding other than UTF-8")
    func encodings() throws {
        let text = file().replacing("encoding=\"UTF-8\"", with: "encoding=\"UTF-16\"").replacing("C-1", with: "C-é")
        let expected = [invoiceRead, lineRead.replacing("C-1", with: "C-é")]
        for piece in [1, 3, 1000] {
            #expect(try reading(source(utf16(text), piece: piece), as: XMLFormat.self) == expected)
        }
        let latin = Array(text.replacing("UTF-16", with: "ISO-8859-1").unicodeScalars.map { UInt8($0.value) })
        #expect(try reading(source(latin), as: XMLFormat.self) == expected)
        let broken = Array(text.replacing("UTF-16", with: "UTF-8").unicodeScalars.map { UInt8($0.value) })
        #expect(try reading(source(broken), as: XMLFormat.self) == ["file-unreadable 5"])
    }

    @Test("the pieces that a file comes in make no difference", arguments: [1, 2, 3, 7])
    func pieces(size: Int) throws {
        let text = file(line.replacing("home visit", with: "a &lt; <![CDATA[b]]> &#105;") + line)
        let whole = try read(text)
        #expect(whole.count == 5)
        #expect(try reading(source(text, piece: size), as: XMLFormat.self) == whole)
        let wrong = text.replacing("</Invoice>", with: "<x/></Invoice>")
        #expect(try reading(source(wrong, piece: size), as: XMLFormat.self) == read(wrong))
    }

    @Test("white space between the elements of a long file is no text")
    func long() throws {
        let gap = String(repeating: " ", count: 1000)
        let lines = (1...100).map { gap + line.replacing("number=\"1\"", with: "number=\"\($0)\"") }
        #expect(try read(file(lines.joined())).filter { $0.hasPrefix("  ") }.count == 100)
    }
}
