import Crypto
import Foundation
import Testing

@testable import Billing

/// `check`: what an agency is told of its files before it sends them.
@Suite struct CheckTests {
    private static let header = """
        form,invoice_number,provider_id,agreement_id,billing_month,invoice_date,invoice_total,line_number,child_id,\
        service_date,service,activity,hours,rate,amount
        """
    private static let good = "DCF-2106,17,P-1,A-1,2026-09,2026-09-30,141.26,1,C-1,2026-09-03,PP,home visit,2.00,70.63,141.26"

    private func findings(
        _ files: [(name: String, text: String)]
    ) throws -> (found: [CheckFinding], totals: CheckTotals) {
        var found: [CheckFinding] = []
        var check = Check(pack: try ownPack.get(), asOf: Day(year: 2026, month: 10, day: 12)!) { found.append($0) }
        for file in files {
            try check.read(
                ByteSource(memory: Array(file.text.utf8)), format: Formats.format(ofFile: file.name)!, name: file.name)
        }
        check.finish()
        return (found, check.totals)
    }

    /// `line:column effect rule → sample` of a file with the header and some rows.
    private func told(_ rows: String...) throws -> [String] {
        try findings([("a.csv", ([Self.header] + rows).joined(separator: "\n") + "\n")]).found.map {
            "\($0.line):\($0.column ?? "") \($0.effect) \(Catalogue.name($0.rule))" + ($0.sample.map { " → \($0)" } ?? "")
        }
    }

    @Test func aSoundInvoice() throws {
        let (found, totals) = try findings([("a.csv", Self.header + "\n" + Self.good + "\n")])
        #expect(found == [])
        #expect(!totals.hasFindings)
        #expect(totals.billed == Money(cents: 141_26))
    }

    struct Case: Sendable, CustomTestStringConvertible {
        var change: (String, String)
        var told: [String]
        var testDescription: String { "\(change.0) → \(change.1)" }
    }

    /// One cell of the sound invoice changed, and what is then told.
    @Test(arguments: [
        Case(change: ("2.00,70.63,141.26", "2,70.63,150.00"), told: [
            "2:invoice_total reject invoice-total-mismatch → 150.00", "2:amount reduce amount-overstated → 141.26",
        ]),
        Case(change: ("70.63,141.26", "80.00,141.26"), told: ["2:amount warn amount-understated → 160.00"]),
        Case(change: ("home visit", "Typed case notes"), told: ["2:activity deny unbillable-activity"]),
        Case(change: ("home visit", "home visit and typing"), told: ["2:activity pend unbillable-suspected"]),
        Case(change: ("home visit", ""), told: ["2:activity deny activity-missing"]),
        Case(change: ("home visit", "xyzzy"), told: ["2:activity warn activity-other"]),
        Case(change: ("2026-09-03", "2026-08-31"), told: ["2:service_date warn month-mismatch"]),
        Case(change: ("2026-09-03", "9/31/2026"), told: ["2:service_date reject invoice-value"]),
        Case(change: ("2026-09-30", "2026-10-30"), told: ["2:invoice_date reject invoice-dates"]),
        Case(change: ("2026-09-30", "2026-09-01"), told: ["2:service_date reject invoice-dates"]),
        Case(change: (",PP,", ",placement planing,"), told: ["2:service deny service-unknown → placement-planning"]),
        Case(change: ("\"", "\""), told: []),
    ]) func oneCellIsWrong(_ example: Case) throws {
        #expect(try told(Self.good.replacing(example.change.0, with: example.change.1)) == example.told)
    }

    @Test func aCellThatCannotBeReadSilencesTheRulesThatReadIt() throws {
        #expect(
            try told(Self.good.replacing("2.00,70.63", with: "\"2,00\",70.63"))
                == ["2:hours reject invoice-value → 2.00"])
    }

    @Test func anUnreadableFileHasOnePlace() throws {
        let (found, totals) = try findings([("a.csv", Self.header + "\n" + Self.good + "\n\"never closed\n")])
        #expect(found.map { Catalogue.name($0.rule) } == ["file-unreadable"])
        #expect(found[0].line == 3)
        #expect(totals.rejectedFiles == 1)
    }

    @Test func aMissingColumnIsShownWithTheWholeHeader() throws {
        let (found, _) = try findings([("a.csv", Self.header.replacing(",rate", with: ",ratte") + "\n")])
        #expect(found.map { Catalogue.name($0.rule) } == ["file-columns", "file-column-unknown"])
        #expect(found[0].sample?.hasPrefix("form,invoice_number,provider_id") == true)
        #expect(found[1].sample == "rate")
    }

    @Test func filesAreHeldAgainstEachOther() throws {
        let text = Self.header + "\n" + Self.good + "\n"
        let (found, totals) = try findings([
            ("a.csv", text), ("b.csv", text), ("c.csv", text.replacing("home visit", with: "telephone call")),
            ("d.csv", text + "\n"),
        ])
        #expect(
            found.map { "\($0.file) \(Catalogue.name($0.rule))" } == [
                "b.csv file-already-processed", "c.csv invoice-number-reused", "d.csv invoice-already-received",
            ])
        #expect(totals.skippedFiles == 1)
        #expect(totals.rejectedInvoices == 1)
    }

    /// The invoice's own row without services makes its lines stand behind those of the next in the file.
    @Test func linesBehindThoseOfALaterInvoiceAreLookedAtToo() throws {
        let typing = Self.good.replacing("home visit", with: "typing")
        let rows = [
            Self.good.replacing(",1,C-1,2026-09-03,PP,home visit,2.00,70.63,141.26", with: ",,,,,,,,"),
            typing.replacing(",17,", with: ",18,"), typing, typing.replacing(",17,", with: ",19,"),
        ]
        #expect(
            try told(rows[0], rows[1], rows[2], rows[3]) == [
                "2: reject invoice-value", "4:activity deny unbillable-activity",
                "3:activity deny unbillable-activity", "5:activity deny unbillable-activity",
            ])
    }

    /// Files are hashed where the hash matters: not where a single one is checked for people.
    @Test func aHashIsToldAndHeldAgainstOthers() throws {
        let folder = try Folder()
        let text = Self.header + "\n" + Self.good + "\n"
        for name in ["a.csv", "b.csv"] { try Data(text.utf8).write(to: folder.url.appending(path: name)) }
        let both = try StartedProgram(["check", folder.path("a.csv"), folder.path("b.csv")])
        #expect(both.output.contains("b.csv: skip file-already-processed"))
        let json = try StartedProgram(["check", "--format", "json", "--as-of", "2026-10-12", folder.path("a.csv")])
        let hash = SHA256.hash(data: Data(text.utf8)).map { Int($0).hex }.joined()
        #expect(json.output.contains("\"\(hash)\""))
        let alone = try StartedProgram(["check", "--as-of", "2026-10-12", folder.path("a.csv")])
        #expect(alone.output == "1 file, 1 invoice, 1 line, $141.26 billed: nothing found.\n")
    }

    @Test func nothingToCheckIsNotNothingFound() throws {
        let empty = try Folder()
        let started = try StartedProgram(["check", empty.url.path])
        #expect(started.code == 0)
        #expect(started.output == "No file to check: a run reads those that end in .csv or .xml.\n")
    }

    @Test func theNumberOfThreadsChangesNothing() throws {
        let item = try CheckInput.items([repository.appending(path: "samples/invoices").path])
        var told: [[CheckFinding]] = []
        for threads in [1, 3] {
            var found: [CheckFinding] = []
            var check = Check(pack: try ownPack.get(), asOf: Day(year: 2026, month: 10, day: 12)!, threads: threads) {
                found.append($0)
            }
            for file in item { try check.read(file) }
            check.finish()
            told.append(found)
        }
        #expect(told[0].count > 30)
        #expect(told[0] == told[1])
    }

    /// Everything that a run finds by the files alone is found by check too, at the same place.
    @Test func aRunFindsNothingOfAFileThatCheckDoesNot() throws {
        let month = try SampleMonth()
        try month.run(1)
        var told: Set<String> = []
        var check = Check(pack: try ownPack.get(), asOf: Day(year: 2026, month: 10, day: 12)!) {
            told.insert("\($0.file.split(separator: "/").last!) \(Catalogue.name($0.rule)) \($0.line)")
        }
        for item in try CheckInput.items([repository.appending(path: "samples/invoices").path]) { try check.read(item) }
        check.finish()
        let rules: Set = [
            "file-unreadable", "file-unsafe", "file-schema", "file-columns", "file-column-unknown",
            "file-encoding-guessed", "invoice-value", "invoice-header-conflict", "invoice-line-repeated",
            "invoice-dates", "invoice-total-mismatch", "replaces-twice", "invoice-number-reused",
            "invoice-already-received", "unbillable-activity", "activity-missing", "unbillable-suspected",
            "amount-understated", "activity-other", "month-mismatch", "amount-overstated",
        ]
        let rows = try Table(contentsOf: month.folder.url.appending(path: "out/2026-10-12-0001/exceptions.csv")).rows
        var count = 0
        for row in rows where rules.contains(row["rule"]!) {
            let line = row["place"]!.split(separator: " ").dropFirst().first ?? "0"
            #expect(told.contains("\(row["file"]!) \(row["rule"]!) \(line)"))
            count += 1
        }
        #expect(count > 30)
    }

    @Test func theThreeFormatsSayTheSame() throws {
        let row = Self.good.replacing("141.26,1,", with: "150.00,1,").replacing("P-1,", with: "=P,")
        let (found, _) = try findings([("a.csv", Self.header + "\n" + row + "\n")])
        let text = CheckReport(.text)
        #expect(
            text.finding(found[0]) == """
                a.csv:2:invoice_total: reject invoice-total-mismatch (=P 17)
                    The invoice's total is $150.00; its lines add up to $141.26.
                    expected: $141.26
                    found:    $150.00
                    write:    141.26
                    Find the missing or wrong line, or correct the total, and send the invoice again under the same \
                number.

                """)
        let csv = CheckReport(.csv)
        #expect(
            csv.finding(found[0]).hasPrefix(
                "a.csv,2,invoice_total,reject,invoice-total-mismatch,'=P,17,,$141.26,$150.00,141.26,"))
        let json = CheckReport(.json)
        let object = try JSONSerialization.jsonObject(with: Data(json.finding(found[0]).utf8)) as? [String: Any]
        #expect(object?["sample"] as? String == "141.26")
        #expect(object?["line"] as? Int == 2)
        #expect(object?["line_number"] == nil)
    }
}
