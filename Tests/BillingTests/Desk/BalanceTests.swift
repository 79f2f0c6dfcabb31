import Foundation
import Testing

@testable import Billing

/// `balance`: what is allowed, paid, held and left, and when it runs out.
@Suite struct BalanceTests {
    private func balance(_ question: BalanceQuestion, out: String? = nil) throws -> Billing.BalanceSheet {
        try SampleStore.shared.get().open().balance(question, out: out, pack: ownPack.get())
    }

    @Test(arguments: [
        ("agreement", BalanceQuestion(agreement: "A-1006")), ("child", BalanceQuestion(child: "C-3008")),
        ("child-of-two-agreements", BalanceQuestion(child: "C-3904")), ("provider", BalanceQuestion(provider: "P-107")),
    ]) func aSheet(_ name: String, _ question: BalanceQuestion) throws {
        let sheet = try balance(question)
        try expectGolden(sheet.text, "balance-\(name).txt")
        try expectGolden(sheet.json, "balance-\(name).json")
    }

    /// What the child's lines and opening balances come to is what the run itself counted.
    @Test func theChildsHoursAreThoseOfTheRun() throws {
        let sheet = try balance(BalanceQuestion(child: "C-3008"))
        #expect(sheet.child.map { $0.paid } == [Hours(hundredths: 132_00)])
        #expect(sheet.child[0].left == .zero)
        #expect(sheet.child[0].runningOut == .usedUp)
    }

    /// A child whose agreement counts an additional home study has the higher cap.
    @Test func theCapIsThatOfTheVersionInForce() throws {
        #expect(try balance(BalanceQuestion(child: "C-3101")).child.map { $0.allowed } == [Hours(hundredths: 157_00)])
    }

    @Test func allAgreementsAtOnce() throws {
        let sheet = try balance(BalanceQuestion())
        #expect(sheet.rows.count == 98)
        #expect(!sheet.text.contains("run out"))
    }

    @Test func nobodyOfThatName() throws {
        for question in [
            BalanceQuestion(agreement: "A-0"), BalanceQuestion(child: "C-0"), BalanceQuestion(provider: "P-0"),
        ] {
            #expect { try balance(question) } throws: { error in
                guard let stop = error as? Stop else { return false }
                return stop.code == .missingInput && !stop.message.contains("C-0")
            }
        }
    }

    @Test func aReportThatWasChangedIsNotBelieved() throws {
        let store = try SampleStore.shared.get()
        let folder = try Folder()
        let run = "2026-10-19-0002"
        try FileManager.default.createDirectory(atPath: folder.path(run), withIntermediateDirectories: true)
        let report = try String(contentsOfFile: store.folder.path("out/\(run)/agreements.csv"), encoding: .utf8)
        try report.replacing("40.00", with: "90.00")
            .write(toFile: folder.path("\(run)/agreements.csv"), atomically: true, encoding: .utf8)
        #expect { try balance(BalanceQuestion(), out: folder.url.path) } throws: {
            ($0 as? Stop)?.code == .unusableData
        }
        #expect { try balance(BalanceQuestion(), out: folder.path("nowhere")) } throws: {
            ($0 as? Stop)?.code == .missingInput
        }
    }

    // MARK: - Pace

    struct Case: Sendable, CustomTestStringConvertible {
        var paid: [(String, Int)]
        var left: Int
        var perWeek: String
        var runsOut: String
        var testDescription: String { "\(paid) with \(left) left" }
    }

    /// Hours paid by service date, hours left, and what comes of them; the agreement ends on 2027-02-28.
    @Test(arguments: [
        Case(paid: [], left: 100, perWeek: "-", runsOut: "no pace yet"),
        Case(paid: [("2026-09-01", 200), ("2026-09-14", 200)], left: 400, perWeek: "2.00", runsOut: "week of 2026-09-28"),
        // One visit makes a week's pace, not a day's.
        Case(paid: [("2026-09-01", 300)], left: 300, perWeek: "3.00", runsOut: "week of 2026-09-07"),
        Case(paid: [("2026-09-01", 100), ("2026-09-30", 200)], left: 1, perWeek: "0.70", runsOut: "week of 2026-09-28"),
        Case(paid: [("2026-09-01", 100), ("2026-09-30", 100)], left: 100_00, perWeek: "0.47", runsOut: "not before its end"),
        Case(paid: [("2026-09-01", 100)], left: 0, perWeek: "1.00", runsOut: "used up"),
    ]) func aPace(_ example: Case) throws {
        var pace: Pace?
        for (day, hours) in example.paid {
            let day = try #require(Day(iso: day))
            if pace == nil {
                    pace = Pace(day, Hours(hundredths: hours))
                } else {
                    pace!.add(day, Hours(hundredths: hours))
                }
        }
        #expect(pace.map { "\($0.perWeek)" } ?? "-" == example.perWeek)
        let out = RunningOut(left: Hours(hundredths: example.left), pace: pace, end: Day(year: 2027, month: 2, day: 28))
        #expect(out.text == example.runsOut)
    }

    /// Hours that should have run out and have not make the pace slower, not the answer wrong.
    @Test func aPaceThatSlowedDown() {
        var pace = Pace(Day(year: 2026, month: 9, day: 1)!, Hours(hundredths: 200))
        pace.add(Day(year: 2026, month: 9, day: 14)!, Hours(hundredths: 200))
        let left = Hours(hundredths: 400)
        let july = Day(year: 2027, month: 7, day: 5)!
        #expect(pace.by(Day(year: 2026, month: 10, day: 2)!, left: left) == pace)
        #expect(pace.by(july, left: left).perWeek == Hours(hundredths: 9))
        #expect(pace.by(july, left: left).weekOfRunningOut(left)! > july)
        #expect(pace.by(july, left: .zero) == pace)
    }

    @Test func weeksBeginOnMonday() throws {
        #expect(["2026-09-07", "2026-09-13", "1969-12-28", "1970-01-01"].map { Day(iso: $0)!.monday.description }
            == ["2026-09-07", "2026-09-07", "1969-12-22", "1969-12-29"])
    }
}
