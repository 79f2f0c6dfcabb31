import Testing

@testable import Billing

/// Each rule on agreements at the border where it begins to speak (spec: Rules, Agreements).
struct AgreementRuleTests {
    /// What the tables below set; the rest is RegisterFolder's A-1: in term from 2026-09-01 to 2027-02-28, as of
    /// 2026-10-10, 20 h of placement-planning and 30 h of home-study.
    struct Case {
        var asOf = "2026-10-10"
        var rows: [String: String] = [:]
        var ledger = AgreementLedger()
    }

    static let policies = [
        LineFactsTests.policy(from: "2000-01-01", []), LineFactsTests.policy(from: "2014-12-19", [], cap: 132),
    ]

    private func story(_ made: Case) throws -> AgreementStory {
        let folder = try RegisterFolder(made.rows)
        #expect(folder.registers.faults.isEmpty)
        let story = folder.registers.story(
            ofAgreement: try folder.agreement(), asOf: RegisterFolder.day(made.asOf), ledger: made.ledger,
            settings: AgreementSettings(), policies: Self.policies, services: RegisterFolder.services,
            symbols: folder.symbols)
        return try #require(story)
    }

    /// What the rule says: the months, or `yes` where it is about none; empty where it is silent.
    private func findings(_ rule: any AgreementRule.Type, _ made: Case) throws -> String {
        let findings = try rule.findings(story(made))
        for finding in findings { #expect(finding.sentence.message.contains("A-1")) }
        return findings.map { $0.month.map { "\($0)" } ?? "yes" }.joined(separator: " ")
    }

    private static func entry(_ service: String, _ hours: Int, _ cents: Int) -> AgreementLedger.Entry {
        AgreementLedger.Entry(
            service: RegisterFolder.services.find(service)!, paidHours: Hours(hundredths: hours),
            paidAmount: Money(cents: cents), heldHours: .zero, heldAmount: .zero)
    }

    @Test(arguments: RegisterFolder.table("""
        hours agreed  | children | studies | starts     | speaks
        132.00 0.00   | C-1      | 0       | 2026-09-01 |
        132.00 0.01   | C-1      | 0       | 2026-09-01 | yes
        132.00 25.00  | C-1      | 1       | 2026-09-01 |
        132.00 25.01  | C-1      | 1       | 2026-09-01 | yes
        132.00 132.00 | C-1 C-2  | 0       | 2026-09-01 |
        132.00 132.01 | C-1 C-2  | 0       | 2026-09-01 | yes
        500.00 500.00 | C-1      | 0       | 2014-12-18 |
        500.00 500.00 | C-1      | 0       | 2014-12-19 | yes
        """))
    func overCap(row: [String]) throws {
        let hours = row[0].split(separator: " ")
        let rows = [
            Agreements.file: "A-1,0,P-1,K-1,\(row[3]),2027-02-28,\(row[3]),\(row[2]),",
            Children.file: "C-1,2016-05-04\nC-2,2018-05-04",
            AgreementChildren.file: row[1].split(separator: " ").map { "A-1,\($0)" }.joined(separator: "\n"),
            AgreementServices.file: "A-1,0,placement-planning,\(hours[0]),1\nA-1,0,home-study,\(hours[1]),1",
        ]
        #expect(try findings(AgreementOverCap.self, Case(rows: rows)) == row[4])
    }

    @Test(arguments: RegisterFolder.table("""
        hours | ceiling | rates                                | speaks
        1.25  | 88.29   | K-1,2025-07-01,70.63                 |
        1.25  | 88.30   | K-1,2025-07-01,70.63                 | yes
        1.00  | 72.00   | K-1,2025-07-01,70.63+K-1,2026-09-01,72.00 |
        1.00  | 72.00   | K-1,2025-07-01,70.63+K-1,2026-09-02,72.00 | yes
        1.00  | 900.00  | K-1,2026-09-02,70.63                 |
        """))
    func ceilingInconsistent(row: [String]) throws {
        let rows = [
            AgreementServices.file: "A-1,0,placement-planning,\(row[0]),\(row[1])",
            Rates.file: row[2].replacing("+", with: "\n"),
        ]
        #expect(try findings(AgreementCeilingInconsistent.self, Case(rows: rows)) == row[3])
    }

    @Test(arguments: RegisterFolder.table("""
        paid: service      | hours | cents  | speaks
        placement-planning | 2000  | 141260 |
        placement-planning | 2001  | 141260 | yes
        placement-planning | 2000  | 141261 | yes
        reunification      | 1     | 0      | yes
        reunification      | 0     | 0      |
        """))
    func belowPaid(row: [String]) throws {
        var ledger = AgreementLedger()
        ledger.services = [Self.entry(row[0], Int(row[1])!, Int(row[2])!)]
        #expect(try findings(AgreementBelowPaid.self, Case(ledger: ledger)) == row[3])
    }

    @Test(arguments: RegisterFolder.table("""
        as of      | effective  | signed     | speaks
        2026-10-10 | 2026-10-11 | never      |
        2026-10-10 | 2026-10-10 | never      | yes
        2026-10-10 | 2026-10-10 | 2026-10-10 |
        2026-10-10 | 2026-10-10 | 2026-10-11 | yes
        """))
    func amendmentUnsigned(row: [String]) throws {
        var signatures = RegisterFolder.fourSignatures + "\nA-1,1,provider,2026-10-01"
        if row[2] != "never" { signatures += "\nA-1,1,aap,\(row[2])" }
        let rows = [
            Agreements.file: """
                A-1,0,P-1,K-1,2026-09-01,2027-02-28,2026-09-01,0,
                A-1,1,P-1,K-1,2026-09-01,2027-02-28,\(row[1]),0,more
                """,
            AgreementSignatures.file: signatures,
        ]
        #expect(try findings(AmendmentUnsigned.self, Case(asOf: row[0], rows: rows)) == row[3])
    }

    @Test(arguments: RegisterFolder.table("""
        terminations                                              | speaks
        A-1,2026-09-01,2026-10-01,DCF                             |
        A-1,2026-09-02,2026-10-01,DCF                             | yes
        A-1,2026-09-02,2026-10-01,DCF+A-1,2026-08-01,2026-09-30,DCF |
        """))
    func terminationNotice(row: [String]) throws {
        let rows = [Terminations.file: row[0].replacing("+", with: "\n")]
        #expect(try findings(TerminationNoticeShort.self, Case(rows: rows)) == row[1])
    }

    /// The original's term, when it is signed, and when it is terminated.
    @Test(arguments: RegisterFolder.table("""
        as of      | term                  | signed     | terminated | invoiced        | missing
        2026-10-09 | 2026-09-01 2027-02-28 | 2026-08-28 |            |                 |
        2026-10-10 | 2026-09-01 2027-02-28 | 2026-08-28 |            |                 | 2026-09
        2026-10-10 | 2026-09-01 2027-02-28 | 2026-08-28 |            | 2026-09         |
        2026-12-10 | 2026-09-01 2027-02-28 | 2026-08-28 |            | 2026-10         | 2026-09 2026-11
        2027-01-10 | 2026-09-01 2027-02-28 | 2026-08-28 |            |                 | 2026-10 2026-11 2026-12
        2026-12-10 | 2026-09-30 2026-11-01 | 2026-08-28 |            |                 | 2026-09 2026-10 2026-11
        2026-12-10 | 2026-10-01 2026-10-31 | 2026-08-28 |            |                 | 2026-10
        2026-12-10 | 2026-09-01 2027-02-28 | 2026-10-31 |            |                 | 2026-10 2026-11
        2026-12-10 | 2026-09-01 2027-02-28 | 2027-01-01 |            |                 |
        2026-12-10 | 2026-09-01 2027-02-28 | 2026-08-28 | 2026-10-01 |                 | 2026-09 2026-10
        2026-12-10 | 2026-09-15 2027-02-28 | 2026-08-28 | 2026-09-14 |                 |
        """))
    func invoiceMissing(row: [String]) throws {
        let term = row[1].split(separator: " ")
        var ledger = AgreementLedger()
        ledger.invoiced = row[4].split(separator: " ").map { RegisterFolder.day("\($0)-01").month }
        let rows = [
            Agreements.file: "A-1,0,P-1,K-1,\(term[0]),\(term[1]),\(term[0]),0,",
            AgreementSignatures.file: RegisterFolder.fourSignatures.replacing("2026-08-28", with: row[2]),
            Terminations.file: row[3].isEmpty ? "" : "A-1,2026-08-01,\(row[3]),DCF",
        ]
        #expect(try findings(InvoiceMissing.self, Case(asOf: row[0], rows: rows, ledger: ledger)) == row[5])
    }

    @Test func anEndThatAnAmendmentMovesCountsFromItsDay() throws {
        // The original ends on 9-10; an amendment brings the agreement back into term on 10-20.
        let rows = [
            Agreements.file: """
                A-1,0,P-1,K-1,2026-08-01,2026-09-10,2026-08-01,0,
                A-1,1,P-1,K-1,2026-08-01,2026-12-31,2026-10-20,0,longer
                """,
            AgreementSignatures.file: """
                A-1,0,provider,2026-07-28
                A-1,0,aap,2026-07-28
                A-1,1,provider,2026-10-01
                A-1,1,aap,2026-10-01
                """,
        ]
        #expect(try findings(InvoiceMissing.self, Case(asOf: "2026-12-10", rows: rows)) == "2026-09 2026-10 2026-11")
        let later = rows.merging([
            Agreements.file: rows[Agreements.file]!.replacing("2026-10-20", with: "2026-11-01")
        ]) { $1 }
        #expect(try findings(InvoiceMissing.self, Case(asOf: "2026-12-10", rows: later)) == "2026-09 2026-11")
    }

    @Test(arguments: RegisterFolder.table("""
        as of      | worked                    | reports                                    | missing
        2026-10-10 | 2026-09 DCF-2106          |                                            | 2026-09
        2026-10-09 | 2026-09 DCF-2106          |                                            |
        2026-10-10 | 2026-06 DCF-2106          |                                            |
        2026-10-10 | 2026-09 DCF-2106          | monthly,2026-09,2026-10-10                 |
        2026-10-10 | 2026-09 DCF-2106          | monthly,2026-09,2026-10-11                 | 2026-09
        2026-10-10 | 2026-09 DCF-2106          | monthly,2026-08,2026-10-01                 | 2026-09
        2026-10-10 | 2026-09 DCF-2106          | quarterly,2026-09,2026-10-01               | 2026-09
        2026-10-10 | 2026-09 AAP               | monthly,2026-09,2026-10-01                 | 2026-09
        2026-10-10 | 2026-09 AAP               | quarterly,2026-08,2026-10-01               | 2026-09
        2026-10-10 | 2026-09 AAP               | quarterly,2026-09,2026-10-01               |
        2026-10-10 | 2026-09 AAP               | quarterly,2026-11,2026-10-01               |
        2026-10-10 | 2026-09 AAP               | quarterly,2026-12,2026-10-01               | 2026-09
        2026-10-10 | 2026-09 AAP, 2026-09 DCF-2106 | quarterly,2026-09,2026-10-01           | 2026-09
        2026-10-10 | 2026-09 AAP, 2026-08 DCF-2106 |                                        | 2026-08 2026-09
        """))
    func progressReport(row: [String]) throws {
        var ledger = AgreementLedger()
        ledger.worked = row[1].split(separator: ", ").map { text in
            let parts = text.split(separator: " ")
            return AgreementLedger.WorkedMonth(
                month: RegisterFolder.day("\(parts[0])-01").month, form: parts[1] == "AAP" ? .aap : .dcf2106)
        }
        let rows = [ProgressReports.file: row[2].isEmpty ? "" : "A-1,\(row[2])"]
        #expect(try findings(ProgressReportMissing.self, Case(asOf: row[0], rows: rows, ledger: ledger)) == row[3])
    }

    @Test(arguments: RegisterFolder.table("""
        work for AAP | reports                         | speaks
        no           |                                 |
        yes          |                                 | yes
        yes          | service_plan,2026-01,2026-10-10 |
        yes          | service_plan,2026-01,2026-10-11 | yes
        yes          | quarterly,2026-09,2026-10-10    | yes
        """))
    func servicePlan(row: [String]) throws {
        var ledger = AgreementLedger()
        ledger.hasWorkForAAP = row[0] == "yes"
        let rows = [ProgressReports.file: row[1].isEmpty ? "" : "A-1,\(row[1])"]
        #expect(try findings(ServicePlanMissing.self, Case(rows: rows, ledger: ledger)) == row[2])
    }

    @Test(arguments: RegisterFolder.table("""
        as of      | terminated | paid      | held | explained          | speaks
        2027-03-09 |            | 1999 3000 | no   |                    |
        2027-03-10 |            | 1999 3000 | no   |                    | yes
        2027-03-10 |            | 2000 3000 | no   |                    |
        2027-03-10 |            | 1999 3000 | yes  |                    |
        2027-03-10 |            | 1999 3000 | no   | partial_completion |
        2027-03-10 |            | 1999 3000 | no   | late_completion    | yes
        2026-10-10 | 2026-09-30 | 0 0       | no   |                    | yes
        2026-10-09 | 2026-09-30 | 0 0       | no   |                    |
        2027-03-10 | 2027-06-30 | 0 0       | no   |                    | yes
        """))
    func partialCompletion(row: [String]) throws {
        let paid = row[2].split(separator: " ").map { Int($0)! }
        var ledger = AgreementLedger()
        ledger.services = [Self.entry("placement-planning", paid[0], 1), Self.entry("home-study", paid[1], 1)]
        ledger.hasHeldLine = row[3] == "yes"
        let rows = [
            Terminations.file: row[1].isEmpty ? "" : "A-1,2026-08-01,\(row[1]),DCF",
            Explanations.file: row[4].isEmpty ? "" : "A-1,\(row[4]),\(row[0])",
        ]
        let made = Case(asOf: row[0], rows: rows, ledger: ledger)
        #expect(try findings(PartialCompletionUnexplained.self, made) == row[5])
    }

    @Test func accountsStandByNameAndKeepWhatIsNoLongerAgreed() throws {
        var ledger = AgreementLedger()
        ledger.services = [Self.entry("reunification", 100, 7063), Self.entry("placement-planning", 500, 35315)]
        let accounts = try story(Case(ledger: ledger)).accounts
        let names = accounts.map { RegisterFolder.services.name($0.service) }
        #expect(names == ["home-study", "placement-planning", "reunification"])
        #expect(accounts.map { $0.leftHours.hundredths } == [3000, 1500, 0])
        #expect(accounts.map { $0.isAgreed } == [true, true, false])
    }

    @Test func anAgreementWithAFaultHasNoStory() throws {
        let folder = try RegisterFolder([Rates.file: "K-1,2025-07-01,seventy"])
        let story = folder.registers.story(
            ofAgreement: try folder.agreement(), asOf: RegisterFolder.day("2026-10-10"), ledger: AgreementLedger(),
            settings: AgreementSettings(), policies: Self.policies, services: RegisterFolder.services,
            symbols: folder.symbols)
        #expect(story == nil)
    }
}
