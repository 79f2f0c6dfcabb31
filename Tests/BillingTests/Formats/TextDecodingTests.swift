import Testing

@testable import Billing

@Suite("Encodings")
struct TextDecodingTests {
    static let text = "form,hours\ré 1,€ \u{1F3E0}\r\n\u{A0}x,ß"
    static let expected = ["form|hours", "2: é 1|€ \u{1F3E0}", "3: x|ß"]

    @Test("one text in every encoding", arguments: [1, 2, 3, 7, 1000])
    func encodings(piece: Int) throws {
        for (bytes, encoding) in [
            (Array(Self.text.utf8), TextEncoding.utf8),
            (Array("\u{FEFF}\(Self.text)".utf8), .utf8WithMark),
            (utf16(Self.text), .utf16LittleEndian),
            (utf16(Self.text, bigEndian: true), .utf16BigEndian),
        ] {
            #expect(try FileScan.scan(source(bytes, piece: piece)).encoding == encoding)
            #expect(try rows(of: source(bytes, piece: piece)) == Self.expected)
        }
    }

    @Test("Windows-1252 is what is left")
    func windows1252() throws {
        let bytes = Array("form,hours\n".utf8) + [0x80, 0x2C, 0xE9, 0x20, 0xA0, 0x0A, 0x9F, 0x2C, 0x78]
        for piece in [1, 2, 1000] {
            #expect(try FileScan.scan(source(bytes, piece: piece)).encoding == .windows1252)
            #expect(try rows(of: source(bytes, piece: piece)) == ["form|hours", "2: €|é", "3: Ÿ|x"])
        }
    }

    @Test(
        "bytes that stand for nothing",
        arguments: [
            ("an undefined byte of Windows-1252", Array("form\na\nb".utf8) + [0x81], 3),
            ("the same", Array("form\n".utf8) + [0x9D], 2),
            ("broken UTF-8 behind a mark", Array("\u{FEFF}form\na\n".utf8) + [0xC3, 0x28], 3),
            ("UTF-8 cut off behind a mark", Array("\u{FEFF}form\na".utf8) + [0xC3], 2),
            ("a NUL", Array("form\na\u{0}b\n".utf8), 2),
            ("a NUL in a quoted cell with line breaks", Array("form\n\"a\n\n\u{0}\"".utf8), 4),
            ("UTF-16 without a mark", Array("form".utf16.flatMap { [UInt8($0), 0] }), 1),
            ("a NUL in UTF-16", utf16("form\na\n\u{0}"), 3),
            ("an odd byte", utf16("form\na") + [0x61], 2),
            ("half a character", utf16("form\n") + [0x3D, 0xD8, 0x61, 0x00], 2),
            ("the other half", utf16("form\n") + [0x00, 0xDC], 2),
            ("half a character at the end", utf16("form\r\na\r\n") + [0x3D, 0xD8], 3),
        ] as [(String, [UInt8], Int)])
    func undecodable(what: String, bytes: [UInt8], line: Int) throws {
        for piece in [1, 2, 3, 1000] {
            #expect(try rows(of: source(bytes, piece: piece), known: ["form"]).last == "unreadable at \(line)")
        }
    }

    @Test(
        "what is not UTF-8",
        arguments: [
            [0xC0, 0x80], [0xC1, 0xBF], [0xE0, 0x9F, 0xBF], [0xED, 0xA0, 0x80], [0xF0, 0x8F, 0xBF, 0xBF],
            [0xF4, 0x90, 0x80, 0x80], [0xF5, 0x80, 0x80, 0x80], [0x80], [0xE2, 0x82], [0xFF],
        ] as [[UInt8]])
    func notUTF8(bytes: [UInt8]) throws {
        for piece in [1, 2, 1000] {
            #expect(try FileScan.scan(source([0x61] + bytes, piece: piece)).encoding == .windows1252)
        }
    }

    @Test("the edges of UTF-8", arguments: ["\u{80}\u{7FF}", "\u{800}\u{D7FF}\u{E000}\u{FFFF}", "\u{10000}\u{10FFFF}"])
    func isUTF8(text: String) throws {
        #expect(try FileScan.scan(source(text)).encoding == .utf8)
    }

    @Test("the hash is of the bytes as they are")
    func hash() throws {
        let hash = try FileScan.scan(source("abc", piece: 1)).hash
        #expect(hash.prefix(4) == [0xBA, 0x78, 0x16, 0xBF])
        #expect(hash.count == 32)
    }
}
