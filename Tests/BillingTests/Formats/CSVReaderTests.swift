import Testing

@testable import Billing

@Suite("CSV as spreadsheets write it")
struct CSVReaderTests {
    @Test(
        "rows, cells and the lines they begin on",
        arguments: [
            ("form,hours\na,b\n", ["form|hours", "2: a|b"]),
            ("form,hours\r\na,b\r\nc,d", ["form|hours", "2: a|b", "3: c|d"]),
            ("form,hours\ra,b\rc,d\r", ["form|hours", "2: a|b", "3: c|d"]),
            ("form,hours\n\n,\n \t, \na,b\n\n", ["form|hours", "5: a|b"]),
            ("\n\r\n  \nform,hours\na,b", ["form|hours", "5: a|b"]),
            (",,\nform,hours\na,b", ["form|hours", "3: a|b"]),
            ("form,hours\n a\t,\u{A0}b c\u{A0}\n", ["form|hours", "2: a|b c"]),
            ("form,hours\na\na,b,,\na,\n", ["form|hours", "2: a", "3: a|b", "4: a|"]),
            ("form,hours\na,b,c\n", ["form|hours", "2: a|b!"]),
            ("form,hours\n,,c\n", ["form|hours", "2: |!"]),
            ("form,hours,\na,b,c\n", ["form|hours|", "2: a|b|c"]),
            ("Form , HOURS-worked,a _- b\n1,2,3\n", ["form|hours_worked|a_b", "2: 1|2|3"]),
            ("form,hours", ["form|hours"]),
        ])
    func plain(text: String, expected: [String]) throws {
        #expect(try rows(of: text) == expected)
    }

    @Test(
        "quotes",
        arguments: [
            ("form,hours\n\"a,b\",\"c\"\n", ["form|hours", "2: a,b|c"]),
            ("form,hours\n\"a\"\"b\",\"\"\"\"\n", ["form|hours", "2: a\"b|\""]),
            ("form,hours\n\"a\nb\r\nc\rd\",e\nf,g", ["form|hours", "2: a\nb\r\nc\rd|e", "6: f|g"]),
            ("form,hours\n\" a\n\",\"\"\nc,\"d\"", ["form|hours", "2: a|", "4: c|d"]),
            ("form,hours\n\" \",\"\"\nc,d", ["form|hours", "3: c|d"]),
            ("form,hours\na\"b,5\"\n", ["form|hours", "2: a\"b|5\""]),
            ("form,hours\n \"a\",b\n", ["form|hours", "2: \"a\"|b"]),
            ("form,hours\n\"a\" ,b\n", ["form|hours", "unreadable at 2"]),
            ("form,hours\n\"a\nb\"c,d\n", ["form|hours", "unreadable at 3"]),
            ("form,hours\na,b\n\"c\nd,\n", ["form|hours", "2: a|b", "unreadable at 3"]),
            ("form,hours\na,\"b\"", ["form|hours", "2: a|b"]),
            ("form,hours\na,\"", ["form|hours", "unreadable at 2"]),
            ("\"form\",\"hours\"\na,b", ["form|hours", "2: a|b"]),
        ])
    func quoted(text: String, expected: [String]) throws {
        #expect(try rows(of: text) == expected)
    }

    @Test(
        "the separator",
        arguments: [
            ("form;hours\na;b,c", ["form|hours", "2: a|b,c"]),
            ("form\thours\na\tb;c", ["form|hours", "2: a|b;c"]),
            ("form,hours;rate\na,b", ["form|hours;rate", "2: a|b"]),
            ("form,x;hours;rate\na;b;c", ["form,x|hours|rate", "2: a|b|c"]),
            ("form;x\thours\na;b", ["form|x\thours", "2: a|b"]),
            ("\"form\";\"hours\"\na;b", ["form|hours", "2: a|b"]),
            ("nothing;known,here\na,b", ["nothing;known|here", "2: a|b"]),
            ("sep=;\nform;hours,rate\na;b", ["form|hours,rate", "3: a|b"]),
            ("SEP=\t\r\nform\thours\r\na\tb", ["form|hours", "3: a|b"]),
            ("sep=,\nform,hours\na,b", ["form|hours", "3: a|b"]),
            ("sep=|\nform|hours\na|b", ["sep=|", "2: form|hours", "3: a|b"]),
            ("\nsep=;\nform;hours", ["sep=;", "3: form;hours"]),
        ])
    func separators(text: String, expected: [String]) throws {
        #expect(try rows(of: text) == expected)
    }

    @Test("no header", arguments: ["", "\n\n", " , \n,", "\u{FEFF}", "sep=;\n"])
    func noHeader(text: String) throws {
        #expect(try rows(of: text) == ["unreadable at 1"])
    }

    static let everything =
        "\u{FEFF}\r\n\r\nForm;\"Hours\r\n worked\";rate\r\na;\"b\"\"é\"\"\r\nß\";c"
        + "\r\n\r\r;;\r\"x\";y;\"\"\r\nlast;\"é\"\"\""

    @Test("the pieces that a file comes in make no difference", arguments: [1, 2, 3, 7, 64])
    func pieces(size: Int) throws {
        let whole = try rows(of: source(Self.everything))
        #expect(whole.count == 4)
        #expect(whole.last == "11: last|é\"")
        #expect(try rows(of: source(Self.everything, piece: size)) == whole)
    }

    @Test("nor where the text can't be read on right behind a line break", arguments: 60...70)
    func piecesBeforeAFault(length: Int) throws {
        let header = "form,hours," + String(repeating: "x", count: length - 12)
        let text = Array("\(header)\r\u{0}".utf8)
        let slow = ByteSource(size: text.count, piece: 1) { (buffer, offset) throws(ReadFault) in
            buffer.copyBytes(from: text[offset..<min(offset + buffer.count, text.count)])
            return min(buffer.count, text.count - offset)
        }
        #expect(try rows(of: slow) == [header.replacing(",", with: "|"), "unreadable at 2"])
    }

    @Test("a file of many pieces reads like its rows", arguments: ["\n", "\r\n", "\r"])
    func long(lineBreak: String) throws {
        let count = 30_000
        var text = "form,hours,rate"
        for index in 0..<count { text += "\(lineBreak)row \(index),\"two\(lineBreak)lines \"\"\(index)\"\"\",x" }
        let found = try rows(of: text)
        #expect(found.count == count + 1)
        #expect(found[count] == "\(2 * count): row \(count - 1)|two\(lineBreak)lines \"\(count - 1)\"|x")
    }

    @Test("a row of 1 MiB is read, a longer one is not")
    func limit() throws {
        let cell = String(repeating: "x", count: RowBuffer.rowLimit - 3)
        #expect(try rows(of: "form,hours\na,b\na,\(cell)\n").count == 3)
        #expect(try rows(of: "form,hours\na,b\na,\(cell)x\n").last == "unreadable at 3")
        let open = String(repeating: "a,b\n", count: RowBuffer.rowLimit)
        #expect(try rows(of: "form,hours\na,b\n\"\(open)").last == "unreadable at 3")
        #expect(try rows(of: String(repeating: "\n", count: 3 * RowBuffer.rowLimit)) == ["unreadable at 1"])
    }

    @Test("a disk that fails is no fault of the file")
    func readFault() throws {
        let text = Array("form,hours\na,b\n".utf8)
        let failing = ByteSource(size: 1000) { (buffer, offset) throws(ReadFault) in
            if offset > 0 { throw ReadFault(errno: 5) }
            buffer.copyBytes(from: text)
            return text.count
        }
        var reader = CSVReader(failing, encoding: .utf8)
        #expect(throws: ReadFault(errno: 5)) { try reader.readHeader(known: ["form"]) }
        #expect(throws: ReadFault(errno: 5)) { try FileScan.scan(failing) }
        let shrunk = ByteSource(size: 1000) { (_, _) throws(ReadFault) in 0 }
        #expect(throws: ReadFault.self) { try FileScan.scan(shrunk) }
    }
}
