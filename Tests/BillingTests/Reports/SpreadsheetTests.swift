import Foundation
import Testing

@testable import Billing

/// The spreadsheets as another program reads them.
@Suite struct SpreadsheetTests {
    /// Prints, per workbook, of each data sheet: its frozen pane, its filter and its rows, the kinds of its first row's
    /// cells and the first of them; then the sum of the column Amount over all.
    private static let script = """
        import sys, openpyxl
        from decimal import Decimal
        for path in sys.argv[1:]:
            book = openpyxl.load_workbook(path)
            total, rows = Decimal(0), 0
            for sheet in book.worksheets:
                if sheet.title == "Summary":
                    print("chart", len(sheet._charts))
                    continue
                head = [cell.value for cell in sheet[1]]
                place = head.index("Amount")
                for row in sheet.iter_rows(min_row=2):
                    rows += 1
                    for cell in row:
                        assert cell.data_type in "nsd", (cell.coordinate, cell.data_type)
                    if row[place].value is not None:
                        total += Decimal(repr(row[place].value)).quantize(Decimal("0.01"))
                print(sheet.title, sheet.freeze_panes, sheet.auto_filter.ref, sheet.max_row)
                print("types", "".join(cell.data_type for cell in sheet[2]))
                print("text", sheet["A2"].value)
            print("sum", total, rows)
            print("created", book.properties.created)

        """

    private func read(_ paths: [String]) throws -> [String] {
        let process = Process()
        // Debian's own Python, which python3-openpyxl is for.
        process.executableURL = URL(filePath: "/usr/bin/python3")
        process.arguments = ["-c", Self.script] + paths
        let output = Pipe()
        process.standardOutput = output
        try process.run()
        let bytes = output.fileHandleForReading.readDataToEndOfFile()
        process.waitUntilExit()
        #expect(process.terminationStatus == 0)
        return String(decoding: bytes, as: UTF8.self).split(separator: "\n").map(String.init)
    }

    @Test func anotherProgramReadsTheSameSums() throws {
        let month = try SampleMonth()
        try month.run(1)
        let folder = month.folder.url.appending(path: "out/2026-10-12-0001")
        let lines = try read(["payments.xlsx", "exceptions.xlsx"].map { folder.appending(path: $0).path })
        let record =
            try JSONSerialization.jsonObject(
                with: Data(contentsOf: folder.appending(path: "run.json"))) as? [String: Any]
        let totals = (record?["totals"] as? [String: Any])?["lines"] as? [String: [String: Int]]
        let paid = Money(cents: (totals?["paid"]?["cents"] ?? 0) - (totals?["reversed"]?["cents"] ?? 0))
        let payments = try Table(contentsOf: folder.appending(path: "payments.csv")).rows
        let exceptions = try Table(contentsOf: folder.appending(path: "exceptions.csv")).rows
        let atStake = exceptions.reduce(Money.zero) { $0 + (Money(reported: Array($1["amount"]!.utf8)) ?? .zero) }
        #expect(
            lines == [
                "Payments A2 A1:L\(payments.count + 1) \(payments.count + 1)", "types sssssddnnnns", "text P-101",
                "chart 2",
                "sum \(paid) \(payments.count)", "created 2026-10-12 00:00:00",
                "Exceptions A2 A1:R\(exceptions.count + 1) \(exceptions.count + 1)", "types snssnnnsssssssssss",
                "text high",
                "chart 2", "sum \(atStake) \(exceptions.count)", "created 2026-10-12 00:00:00",
            ])
    }

    /// Sheets of ten rows, as if a spreadsheet could hold no more.
    enum SmallSheets: ReportSet {
        static func write(_ outcome: Outcome, _ rows: Range<Int>, into folder: ReportFolder) throws(Disk.Fault) {
            try folder.writeWhole(PaymentsWorkbook.fileName) { path in
                PaymentsWorkbook.write(outcome, to: path, rowLimit: 10)
            }
        }
        static func expectations(_ outcome: Outcome) -> [ReportExpectation] { PaymentsWorkbook.expectations(outcome) }
    }

    @Test func whatOneSheetCanNotHoldGoesOnInAFurtherOne() throws {
        let month = try SampleMonth()
        var batch = try Batch(month.job(1), pack: .embedded(), clock: { 1_791_763_200 })
        batch.reports.sets = [SmallSheets.self]
        _ = try batch.run()
        let lines = try read([month.folder.path("out/2026-10-12-0001/payments.xlsx")])
        let sheets = lines.filter { $0.hasPrefix("Payments") }
        #expect(sheets.count == 7)
        #expect(sheets[0] == "Payments A2 A1:L10 10")
        #expect(sheets[6] == "Payments 7 A2 A1:L4 4")
        #expect(lines.contains("sum 67567.03 57"))
    }

    /// The five gravest exceptions, as if the night had more than anyone sorts.
    enum FewExceptions: ReportSet {
        static func write(_ outcome: Outcome, _ rows: Range<Int>, into folder: ReportFolder) throws(Disk.Fault) {
            try folder.writeWhole(ExceptionsWorkbook.fileName) { path in
                ExceptionsWorkbook.write(outcome, to: path, longest: 5)
            }
        }
        static func expectations(_ outcome: Outcome) -> [ReportExpectation] { [] }
    }

    @Test func theGravestExceptionsAreListedAndTheOthersSaidToBeLeftOut() throws {
        let month = try SampleMonth()
        var batch = try Batch(month.job(1), pack: .embedded(), clock: { 1_791_763_200 })
        batch.reports.sets = [FewExceptions.self]
        _ = try batch.run()
        let path = month.folder.path("out/2026-10-12-0001/exceptions.xlsx")
        #expect(try read([path]).contains("Exceptions A2 A1:R6 6"))
        let rows = try Table(
            Array(Data(contentsOf: URL(filePath: month.folder.path("out/2026-10-12-0001/exceptions.csv"))))).rows
        var titles: [UInt8] = []
        try Zip(Array(Data(contentsOf: URL(filePath: path)))).inflate("docProps/core.xml") {
            titles.append(contentsOf: $0)
        }
        #expect(
            String(decoding: titles, as: UTF8.self).contains(
                "The 5 gravest of \(rows.count) exceptions of 2026-10-12-0001; exceptions.csv has all"))
    }

    @Test func aTextIsNeverAFormula() throws {
        let folder = try Folder()
        let path = folder.path("texts.xlsx")
        let workbook = try #require(Workbook(path, title: "texts", asOf: Day(year: 2026, month: 10, day: 12)!))
        var sheet = DataSheets(workbook, name: "Texts", columns: [SheetColumn("Text", 10), SheetColumn("Amount", 10)])
        let texts = ["=1+1", "+1", "-1", "@SUM(A1)", "plain", "0012"]
        for text in texts {
            sheet.beginRow()
            sheet.text(text)
            sheet.money(Money(cents: 929))
        }
        sheet.end()
        #expect(workbook.close() == nil)
        let lines = try read([path])
        #expect(lines.contains("text '=1+1"))
        #expect(lines.contains("sum 55.74 6"))
    }
}
