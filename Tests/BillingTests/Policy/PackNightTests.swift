import Testing

@testable import Billing

/// What a policy officer changes in the pack is what the night does, without a line of code touched.
@Suite struct PackNightTests {
    private static func rule(_ name: String, _ effect: String) -> (old: String, new: String) {
        let line = EmbeddedPack.ppsp.split(separator: "\n").first { $0.hasPrefix("  \(name): {effect: ") }!
        let old = String(line.prefix { $0 != "," })
        return (old, "  \(name): {effect: \(effect)")
    }

    /// A line of 10.00 h on A-1 of agency P-1, billed at $70.63.
    private static func line(_ number: Int, _ activity: String = "home visit", agreement: String = "A-1") -> SentLine {
        SentLine(
            number: number, child: "C-1", day: Day(year: 2026, month: 9, day: number)!, service: "placement-planning",
            activity: activity, description: "visit \(number)", hours: 10_00, rate: 70_63, amount: 706_30, worker: "",
            family: "")
    }

    /// One night as of 2026-10-12: an agency, a child with two agreements of 40.00 h since June, and one invoice for
    /// each.
    private static func night(_ pack: PolicyPack, _ first: [SentLine], _ second: [SentLine] = []) throws
        -> WorldRun.NightReports
    {
        var registers = RegisterRows()
        registers.add(Providers.file, "P-1", "Harbor", "06-1", "child_placing_agency", "CT", "S-1")
        registers.add(Licences.file, "P-1", "L-1", "CT", "2020-01-01", "")
        registers.add(Contracts.file, "K-1", "P-1", "2025-07-01", "", "", "")
        registers.add(Rates.file, "K-1", "2025-07-01", "70.63")
        registers.add(Children.file, "C-1", "2016-05-04")
        registers.add(ChildEvents.file, "C-1", "opened", "2025-01-10")
        for agreement in ["A-1", "A-2"] {
            registers.add(Agreements.file, agreement, 0, "P-1", "K-1", "2026-06-01", "2027-05-31", "2026-06-01", 0, "")
            registers.add(AgreementChildren.file, agreement, "C-1")
            registers.add(AgreementServices.file, agreement, 0, "placement-planning", "40.00", "2825.20")
            for role in ["provider", "social_worker", "supervisor", "regional_administrator"] {
                registers.add(AgreementSignatures.file, agreement, 0, role, "2026-05-20")
            }
        }
        // AAP's: it counts for this child only where both forms are counted together.
        registers.add(OpeningBalances.file, "A-1", "home-study", "C-1", "AAP", "125.00", "1.00", "2026-05-31")
        let invoices = [("A-1", first), ("A-2", second)].filter { !$0.1.isEmpty }.map { agreement, lines in
            SentInvoice(
                number: "of \(agreement)", provider: "P-1", agreement: agreement, month: Month(year: 2026, month: 9),
                date: Day(year: 2026, month: 10, day: 1)!, lines: lines)
        }
        let night = RandomWorld.Night(
            asOf: Day(year: 2026, month: 10, day: 12)!, registers: registers,
            files: [SentFile(stem: "september", format: .csv, invoices: invoices)])
        return try WorldRun(RandomWorld(pack: pack, nights: [night])).nights[0]
    }

    struct Change: Sendable, CustomTestStringConvertible {
        var testDescription: String
        var activity: String
        var rule: String
        var effect: String
        /// Disposition, paid, held and findings, as decisions.csv has them.
        var expected: [String]
        /// The effect on the rule's row of exceptions.csv; nil: there is no such row.
        var told: String?
    }

    static let changes = [
        Change(
            testDescription: "typing is denied as the pack comes", activity: "typing case notes",
            rule: "unbillable-activity", effect: "deny", expected: ["denied", "0.00", "0.00", "unbillable-activity"],
            told: "deny"),
        Change(
            testDescription: "typing is held", activity: "typing case notes", rule: "unbillable-activity",
            effect: "pend", expected: ["pended", "0.00", "706.30", "unbillable-activity"], told: "pend"),
        Change(
            testDescription: "typing is paid and told of", activity: "typing case notes", rule: "unbillable-activity",
            effect: "warn", expected: ["paid", "706.30", "0.00", "unbillable-activity"], told: "warn"),
        Change(
            testDescription: "typing is paid and not told of", activity: "typing case notes",
            rule: "unbillable-activity", effect: "off", expected: ["paid", "706.30", "0.00", ""], told: nil),
        Change(
            testDescription: "a suspicion denies", activity: "home visit and typing", rule: "unbillable-suspected",
            effect: "deny", expected: ["denied", "0.00", "0.00", "unbillable-suspected"], told: "deny"),
        Change(
            testDescription: "a suspicion is told of", activity: "home visit and typing", rule: "unbillable-suspected",
            effect: "warn", expected: ["paid", "706.30", "0.00", "unbillable-suspected"], told: "warn"),
        Change(
            testDescription: "an unknown activity is not told of", activity: "origami", rule: "activity-other",
            effect: "off", expected: ["paid", "706.30", "0.00", ""], told: nil),
    ]

    @Test(arguments: changes) func aRulesEffectIsThePacks(_ change: Change) throws {
        let (old, new) = Self.rule(change.rule, change.effect)
        let night = try Self.night(EditedPack("", old, new).pack(), [Self.line(1, change.activity)])
        let rows = night.rows("decisions.csv").map { row in
            ["disposition", "paid_amount", "held_amount", "findings"].map { row[$0] }
        }
        #expect(rows == [change.expected])
        let told = night.rows("exceptions.csv").first { $0["rule"] == change.rule }?["effect"]
        #expect(told == change.told)
        let isHeld = change.expected[0] == "pended"
        #expect(night.rows("open-items.csv").map { $0["rules"] } == (isHeld ? [change.rule] : []))
    }

    @Test func aRateCapHoldsFromItsDayOn() throws {
        let pack = try EditedPack(
            "", "value: none, source: \"48-22-2, Service Hour Rate\"}",
            """
            value: none, source: "48-22-2, Service Hour Rate"}
                - {from: 2026-09-02, value: 60.00, source: "a letter of the commissioner"}
            """
        ).pack()
        let rows = try Self.night(pack, [Self.line(1), Self.line(2)]).rows("decisions.csv")
        #expect(rows.map { $0["paid_amount"] } == ["706.30", "600.00"])
        #expect(rows[1]["adjustments"] == "rate-exceeded:106.30")
    }

    @Test func anotherCapCutsAtOtherHours() throws {
        let pack = try EditedPack("", "value: 132.00", "value: 14.50").pack()
        let rows = try Self.night(pack, [Self.line(1), Self.line(2)]).rows("decisions.csv")
        #expect(rows.map { $0["paid_hours"] } == ["10.00", "4.50"])
        #expect(rows[1]["deciding_rule"] == "child-hours-exceeded")
    }

    /// A cap of 132.00 h, of which 125.00 h were paid on form AAP, and 20.00 h on each of two agreements.
    @Test(arguments: [
        ("purchaser", "132.00", [40_00]), ("child", "132.00", [7_00]), ("purchaser", "15.00", [15_00]),
        ("agreement", "15.00", [0, 15_00]), ("agreement", "132.00", [7_00, 20_00]),
    ]) func hoursAreCountedInTheScopeOfThePack(_ scope: String, _ cap: String, _ expected: [Int]) throws {
        var pack = try EditedPack("", "{value: purchaser,", "{value: \(scope),").pack()
        let text = try EditedPack("", "value: 132.00", "value: \(cap)").pack()
        pack.policies = text.policies
        let lines = [Self.line(1), Self.line(2)]
        let rows = try Self.night(pack, lines, [Self.line(3), Self.line(4)]).rows("decisions.csv")
        let paid = ["A-1", "A-2"].map { agreement in
            rows.filter { $0["agreement_id"] == agreement }.reduce(0) { $0 + $1.hundredths("paid_hours") }
        }
        #expect(expected.count == 1 ? [paid[0] + paid[1]] == expected : paid == expected)
    }

    @Test(arguments: [(1, 1), (2, 2), (3, 3)]) func missingInvoicesAreLookedForAsFarBackAsThePackSays(
        _ months: Int, _ missing: Int
    ) throws {
        let pack = try EditedPack("", "invoiceLookbackMonths: {value: 3", "invoiceLookbackMonths: {value: \(months)")
            .pack()
        let rows = try Self.night(pack, [Self.line(1)]).rows("agreements.csv").filter { $0["agreement_id"] == "A-2" }
        let found = rows[0]["findings"].split(separator: ";").filter { $0.hasPrefix("invoice-missing@") }
        #expect(found.count == missing)
    }

    @Test func paymentIsDueAfterThePacksDays() throws {
        var (old, new) = Self.rule("unbillable-activity", "pend")
        let held = try EditedPack("", old, new).pack()
        (old, new) = ("promptPaymentDays: {value: 45", "promptPaymentDays: {value: 30")
        var pack = held
        pack.settings.promptPaymentDays = try EditedPack("", old, new).pack().settings.promptPaymentDays
        for (pack, due) in [(held, "2026-11-26"), (pack, "2026-11-11")] {
            let rows = try Self.night(pack, [Self.line(1, "typing")]).rows("open-items.csv")
            #expect(rows.map { $0["prompt_payment_due"] } == [due])
        }
    }
}
