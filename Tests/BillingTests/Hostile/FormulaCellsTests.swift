import Foundation
import Testing

@testable import Billing

/// Every text of an input begins like a formula, in every column and file that the program writes (spec: What a run
/// writes: a spreadsheet runs nothing).
@Suite("Cells that a spreadsheet would run", .timeLimit(.minutes(patience)))
struct FormulaCellsTests {
    /// What begins a formula. A tab or a carriage return at the beginning of a cell is dropped when it is read; in a
    /// file's name they stay.
    static let starts = ["=", "+", "-", "@"]
    static let nameStarts = starts + ["\t", "\r"]
    /// What people open; the others are for machines and keep a text as it came.
    static func isForPeople(_ path: String) -> Bool {
        path == "exceptions.csv" || path == "open-items.csv" || path.hasPrefix("remittance/")
            || path.hasPrefix("acknowledgements/")
    }

    let reports: [String: Data]

    init() throws {
        let month = try SampleMonth()
        let inbox = month.folder.path("inbox")
        try FileManager.default.createDirectory(atPath: inbox, withIntermediateDirectories: true)
        try Self.writeRegisters(in: month.folder.path("registers-1"))
        try Self.writeInvoices(in: inbox)
        let dispositions = month.folder.path("=dispositions.csv")
        try Self.dispositions.write(toFile: dispositions, atomically: true, encoding: .utf8)
        try month.run(1) { job in
            job.inbox = inbox
            job.dispositions = dispositions
        }
        reports = try month.reports("2026-10-12-0001")
    }

    private static func append(_ rows: [String], to path: String) throws {
        let text = try String(contentsOfFile: path, encoding: .utf8)
        try (text + rows.joined(separator: "\n") + "\n").write(toFile: path, atomically: true, encoding: .utf8)
    }

    /// A provider, a child and an agreement under each beginning, the agreement with a bad row that holds its lines.
    private static func writeRegisters(in folder: String) throws {
        let rows: [(String, (String) -> String)] = [
            ("providers.csv", { "\($0)P,\($0)Legal,06-1000001,child_placing_agency,CT,\($0)S-1" }),
            ("licenses.csv", { "\($0)P,\($0)L,CT,2020-01-01," }),
            ("contracts.csv", { "\($0)K,\($0)P,2025-07-01,2028-06-30,," }),
            ("rates.csv", { "\($0)K,2025-07-01,70.63" }),
            ("children.csv", { "\($0)C,2016-05-04" }),
            ("agreements.csv", { "\($0)A,0,\($0)P,\($0)K,2026-09-01,2027-02-28,2026-09-01,0,\($0)reason" }),
            ("agreement_children.csv", { "\($0)A,\($0)C" }),
            (
                "agreement_services.csv",
                { "\($0)A,0,placement-planning,20.00,1412.60\n\($0)A,0,\($0)service,1.00,1.00" }
            ),
            ("terminations.csv", { "\($0)A,\($0)date,2026-10-01,\($0)by" }),
            ("child_events.csv", { "\($0)C,opened,2025-01-10\n\($0)Lost,\($0)event,\($0)date" }),
        ]
        for (file, row) in rows { try append(starts.map(row), to: "\(folder)/\(file)") }
    }

    private static func row(_ start: String, _ cells: String) -> String {
        cells.replacing("$", with: start)
    }

    private static func writeInvoices(in inbox: String) throws {
        let columns =
            "sep=;\n" + EndlessFile.header.replacing(",", with: ";") + ";worker;description;family_id;replaces"
        for (index, start) in nameStarts.enumerated() {
            let mark = starts.contains(start) ? start : "="
            let lines = [
                // Held, of an unknown service, and of what nobody knows; then what can't be read.
                "DCF-2106;$1;$P;$A;2026-09;2026-09-30;2.00;1;$C;2026-09-08;placement-planning;$act;1;1;1;$W;$text;$F;",
                "DCF-2106;$1;$P;$A;2026-09;2026-09-30;2.00;2;$C;2026-09-08;$svc;$act;1;1;1;$W;$text;$F;",
                "DCF-2106;$2;P-101;A-1001;2026-09;2026-09-30;1.00;1;C-3001;2026-09-08;$svc;$act;1;1;1;$W;$text;$F;$0",
                "DCF-2106;$3;$Q;$B;2026-09;2026-09-30;1.00;1;$D;2026-09-08;$svc;$act;1;1;1;$W;$text;$F;",
                "$2106;$4;$P;$A;$09;$30;$1;$1;$C;$08;placement-planning;$act;$1;$2;$3;$W;$text;$F;$4",
            ].map { row(mark, $0) }
            // Each file its own bytes; the last column is one that nobody knows, with a separator in its name.
            let text = "\(columns);\(mark)cmd,\(mark)\(index)\n" + lines.map { $0 + ";x" }.joined(separator: "\n")
            try text.write(toFile: "\(inbox)/\(start)f\(index).csv", atomically: false, encoding: .utf8)
        }
        let xml = "<=Invoices xmlns='urn:ct-dcf:ppsp:invoice:1'/>"
        try xml.write(toFile: inbox + "/=x.xml", atomically: false, encoding: .utf8)
    }

    private static let dispositions = """
        provider_id,invoice_number,line_number,action,rule,decided_by,decided_on,reason
        =P,=1,1,deny,,=Who,2026-10-01,=HYPERLINK(A1)
        +P,+9,1,deny,,+Who,2026-10-01,+why
        @P,@1,@1,@act,@rule,@Who,@day,@why
        """

    /// The cells of a report as they stand in it, blanks and all.
    private static func rows(_ data: Data) -> [[String]] {
        var rows: [[String]] = [[]]
        var cell: [UInt8] = []
        var isQuoted = false
        func end() { rows[rows.count - 1].append(String(decoding: cell, as: UTF8.self)) }
        var last: UInt8 = 0
        for byte in data {
            defer { last = byte }
            switch byte {
            case 0x22:
                // A quote that opens again at once is one of the text's own.
                if !isQuoted, last == 0x22 { cell.append(byte) }
                isQuoted.toggle()
            case 0x2C where !isQuoted:
                end()
                cell = []
            case 0x0A where !isQuoted:
                end()
                cell = []
                rows.append([])
            default: cell.append(byte)
            }
        }
        return rows.dropLast()
    }

    private static func wouldRun(_ cell: String) -> Bool {
        guard let first = cell.unicodeScalars.first, "=+-@\t\r".unicodeScalars.contains(first) else { return false }
        // A number below zero is a number.
        return cell.wholeMatch(of: /-\d+\.\d\d/) == nil
    }

    @Test("are none in the files that people open")
    func guarded() {
        var guarded: [String: Int] = [:]
        for (path, data) in reports where path.hasSuffix(".csv") && Self.isForPeople(path) {
            for cell in Self.rows(data).joined() {
                #expect(!Self.wouldRun(cell), "\(path) has the cell \(cell)")
                if cell.hasPrefix("'") { guarded[path, default: 0] += 1 }
            }
        }
        #expect(guarded["exceptions.csv", default: 0] > 100)
        #expect(guarded["open-items.csv", default: 0] > 10)
    }

    @Test("stay as they came in the files for machines")
    func asTheyCame() throws {
        let decisions = try #require(reports["decisions.csv"])
        let cells = Self.rows(decisions).joined()
        for start in Self.starts {
            for text in ["P", "1", "A", "C", "svc"] { #expect(cells.contains(start + text)) }
        }
        for (path, data) in reports where path.hasSuffix(".csv") && !Self.isForPeople(path) {
            #expect(!Self.rows(data).joined().contains { $0.hasPrefix("'") }, "\(path)")
        }
    }

    @Test("move no cell into another column")
    func columns() {
        for (path, data) in reports where path.hasSuffix(".csv") {
            let rows = Self.rows(data)
            #expect(rows.allSatisfy { $0.count == rows[0].count }, "\(path)")
        }
    }

    /// Every cell of every sheet of the workbooks in a folder: its kind, and the text of those that hold one.
    private static let script = """
        import glob, json, openpyxl, sys
        for path in sorted(glob.glob(sys.argv[1] + "/*.xlsx")):
            for sheet in openpyxl.load_workbook(path).worksheets:
                for row in sheet.iter_rows():
                    for cell in row:
                        if cell.value is not None:
                            print(json.dumps([path.split("/")[-1], cell.data_type, str(cell.value)]))
        """

    @Test("are texts in the spreadsheets too, as another program reads them")
    func spreadsheets() throws {
        let folder = try Folder()
        for (path, data) in reports where path.hasSuffix(".xlsx") {
            try data.write(to: folder.url.appending(path: path))
        }
        let process = Process()
        // Debian's own Python, which python3-openpyxl is for.
        process.executableURL = URL(filePath: "/usr/bin/python3")
        process.arguments = ["-c", Self.script, folder.url.path]
        let output = Pipe()
        process.standardOutput = output
        try process.run()
        let said = output.fileHandleForReading.readDataToEndOfFile()
        process.waitUntilExit()
        let cells = try String(decoding: said, as: UTF8.self).split(separator: "\n").map {
            try JSONDecoder().decode([String].self, from: Data($0.utf8))
        }
        var guarded: [String: Int] = [:]
        for cell in cells {
            #expect(cell[1] != "f", "\(cell[0]) has the formula \(cell[2])")
            if cell[1] != "s" { continue }
            #expect(!Self.wouldRun(cell[2]), "\(cell[0]) has the cell \(cell[2])")
            if cell[2].hasPrefix("'") { guarded[cell[0], default: 0] += 1 }
        }
        #expect(Set(cells.map { $0[0] }) == ["exceptions.xlsx", "payments.xlsx"])
        #expect(guarded["exceptions.xlsx", default: 0] > 100)
    }
}
