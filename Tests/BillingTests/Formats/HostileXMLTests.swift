import Foundation
import Testing

@testable import Billing

@Suite("XML that means harm")
struct HostileXMLTests {
    private static let root = "<Invoices xmlns='urn:ct-dcf:ppsp:invoice:1'>"

    private static func activity(_ text: String) -> String {
        """
        \(root)
        <Invoice form="AAP" number="1" provider="P" agreement="A" billingMonth="2026-09" \
        invoiceDate="2026-09-30" total="1">
        <Line number="1" child="C" serviceDate="2026-09-03" service="PP"><Activity>\(text)</Activity>
        <Hours>1</Hours><Rate>1</Rate><Amount>1</Amount></Line></Invoice></Invoices>
        """
    }

    private static func attribute(_ text: String) -> String { activity("").replacing("\"C\"", with: "\"\(text)\"") }

    private static let laughs =
        "<!DOCTYPE Invoices [\n<!ENTITY a \"ha\">\n"
        + (1...9).map { "<!ENTITY a\($0) \"\(String(repeating: $0 == 1 ? "&a;" : "&a\($0 - 1);", count: 10))\">" }
        .joined(separator: "\n") + "\n]>\n"

    @Test(
        "is refused where it begins",
        arguments: [
            ("a bomb in a text", laughs + activity("&a9;"), 1),
            ("a bomb in an attribute", laughs + attribute("&a9;"), 1),
            ("a declaration that nothing uses", "<!DOCTYPE Invoices>\n" + activity("x"), 1),
            ("an external entity", "<!DOCTYPE i [<!ENTITY x SYSTEM \"file:///etc/passwd\">]>\n" + activity("&x;"), 1),
            (
                "an external declaration",
                "<?xml version='1.0'?>\n<!DOCTYPE i SYSTEM \"http://127.0.0.1:9/i.dtd\">\n" + activity(""), 2
            ),
            ("a parameter entity", "<!DOCTYPE i [<!ENTITY % p SYSTEM \"file:///etc/passwd\"> %p;]>" + activity(""), 1),
            ("an entity nobody declared", activity("home&nbsp;visit"), 3),
            ("the same in an attribute", attribute("a&nbsp;b"), 3),
            ("a text of more than 64 KiB", activity(String(repeating: "x", count: 65_537)), 3),
            ("the same in pieces", activity(String(repeating: "x<![CDATA[yz]]>&#65;", count: 20_000)), 3),
            ("an attribute of more than 64 KiB", attribute(String(repeating: "é", count: 32_769)), 3),
            ("an attribute without an end", attribute(String(repeating: "x", count: 30_000_000)), 3),
            (
                "an attribute for other programs",
                activity("").replacing(
                    "<Line ",
                    with: "<Line xmlns:xsi='http://www.w3.org/2001/XMLSchema-instance' "
                        + "xsi:type='\(String(repeating: "x", count: 65_537))' "), 3
            ),
            (
                "the name of a namespace",
                activity("").replacing(
                    "<Line ", with: "<Line xmlns:x='\(String(repeating: "x", count: 65_537))' "), 3
            ),
        ])
    func refused(what: String, text: String, line: Int) throws {
        #expect(try reading(source(text), as: XMLFormat.self) == ["file-unsafe \(line)"])
    }

    @Test("64 KiB of a text are only a value too long")
    func justFits() throws {
        let found = try reading(source(Self.activity(String(repeating: "x", count: 65_536))), as: XMLFormat.self)
        #expect(found.contains("- invoice-value 3 activity"))
    }

    @Test("what is told of bytes that are no text does not depend on how they come", arguments: [1, 2, 3, 64])
    func noTextInPieces(piece: Int) throws {
        let bytes = utf16("<?xml version='1.0'?>\n<I a=\"\" b") + [0x20, 0xFF, 0xFF, 0xFF, 0xFF] + utf16("c")
        let whole = try reading(source(bytes), as: XMLFormat.self)
        #expect(try reading(source(bytes, piece: piece), as: XMLFormat.self) == whole)
    }

    @Test("of what the parser says by itself nothing is heard", arguments: ["<a", "<?xml ", "<?xml version='1.0'?><a"])
    func silence(text: String) throws {
        let folder = try Folder()
        // Half a character, and half of another.
        try Data(utf16(text) + [0x00, 0xDB, 0x41]).write(to: folder.url.appending(path: "a.xml"))
        let started = try StartedProgram(["check", folder.path("a.xml")])
        #expect(started.code == 1)
        #expect(started.errors == "")
    }

    /// Takes any elements, so that the reader's own limits show.
    private final class Anything: XMLContent {
        var fault: Finding? { nil }
        var deepest = 0
        func learn(_ dictionary: XMLDictionary) {}
        func begin(_ name: XMLName, _ attributes: XMLAttributes, line: Int) -> Bool? {
            deepest += 1
            return false
        }
        func end(text: UnsafeRawBufferPointer) -> Bool { true }
        func strayText() {}
    }

    @Test(
        "elements within each other",
        arguments: [(16, nil), (17, "file-unsafe"), (100_000, "file-unsafe")] as [(Int, String?)])
    func depth(count: Int, expected: String?) throws {
        let text = String(repeating: "<a>", count: count) + String(repeating: "</a>", count: count)
        let content = Anything()
        let fault = try XMLReader.read(source(text), to: content)
        #expect(fault.map { Catalogue.name($0.rule) } == expected)
        #expect(content.deepest <= 16)
    }

    @Test("a disk that fails is no fault of the file")
    func readFault() {
        let failing = ByteSource(size: 1000) { (_, _) throws(ReadFault) in throw ReadFault(errno: 5) }
        #expect(throws: ReadFault(errno: 5)) { try XMLReader.read(failing, to: Anything()) }
    }

    @Test("bytes that are no character are no text of great length, whatever the pieces", arguments: 1...13)
    func noCharacter(piece: Int) throws {
        let text = Array(Self.activity("caf").utf8)
        let place = try #require(text.firstRange(of: Array("</Activity>".utf8)))
        let bytes = text[..<place.lowerBound] + [0xE0, 0xE4] + text[place.lowerBound...]
        #expect(try reading(source(Array(bytes), piece: piece), as: XMLFormat.self) == ["file-unreadable 3"])
    }

    /// The parser gives up without a word on bytes that it can't convert, and what follows them would be lost.
    @Test("bytes that are no text reject the file, wherever they stand", arguments: [1, 300, 3000, 6000])
    func noText(invoices: Int) throws {
        let invoice = Self.activity("x").dropFirst(Self.root.count + 1).dropLast("</Invoices>".count)
        let head = "<?xml version='1.0' encoding='UTF-16'?>\n\(Self.root)\n"
        var bytes = utf16(head + String(repeating: "\(invoice)\n", count: invoices))
        // Half a character.
        bytes += [0x00, 0xD8] + utf16("<\(String(repeating: " ", count: 100_000))\n</Invoices>").dropFirst(2)
        let found = try reading(source(bytes), as: XMLFormat.self)
        // Which of the two rules depends on where the parser notices.
        #expect(found.count == 1 && found[0].hasPrefix("file-un"), "\(found.prefix(3))")
    }
}
