import Testing

@testable import Billing

/// What the registers say of a line on its day.
struct LineFactsTests {
    static let policies = [
        policy(from: "2000-01-01", ["placement-planning"]), policy(from: "2014-12-19", ["home-study"]),
    ]

    static func policy(from: String, _ services: [String], cap: Int? = nil) -> PolicyTerms {
        PolicyTerms(
            from: day(from), services: ServiceSet(services.map { RegisterFolder.services.find($0)! }),
            inStateOnly: true, placingAgencyOnly: [], placingAgencyLicenceInState: true, afterFinalization: [],
            afterReunification: [], notInResidence: [], otherFamiliesOnly: [], notForFormerFosterFamily: [],
            childCap: cap.map { Hours(hundredths: $0 * 100) },
            childCapWithHomeStudy: cap.map { Hours(hundredths: ($0 + 25) * 100) }, rateCap: nil)
    }

    private static func day(_ text: String) -> Day { RegisterFolder.day(text) }

    /// A line of 2026-09-03 for home study, on invoice 7a of A-1 for C-1.
    struct Billed {
        var day = "2026-09-03"
        var service = "home-study"
        var form = Form.dcf2106
        var provider = "P-1"
        var agreement = "A-1"
        var child = "C-1"
        var asOf = "2026-10-05"
    }

    private static func facts(_ billed: Billed, _ folder: RegisterFolder) throws -> LineFacts {
        let symbol = folder.symbol
        let invoice = Invoice(
            provider: symbol(billed.provider), number: symbol("7A"), numberKey: symbol("7a"), formText: .none,
            agreement: symbol(billed.agreement), replacesText: .none, form: billed.form,
            billingMonth: Month(year: 2026, month: 9), date: day("2026-09-30"), total: .zero, replaces: .none,
            lines: 0..<1, place: 2, findings: [])
        let line = InvoiceLine(
            invoice: 0, number: 1, child: symbol(billed.child), worker: .none, family: .none, activity: .none,
            description: .none, serviceText: .none, service: RegisterFolder.services.find(billed.service),
            day: day(billed.day), hours: Hours(hundredths: 100), rate: Rate(cents: 7063),
            amount: Money(cents: 7063), place: 2, unread: [])
        let facts = folder.registers.facts(
            for: line, of: invoice, on: day(billed.asOf), policies: policies,
            activity: ActivityVerdict(.billable), replacesUnknown: false)
        return try #require(facts)
    }

    @Test func aSoundLine() throws {
        let facts = try Self.facts(Billed(), RegisterFolder())
        let all: Needs = [
            .agreement, .child, .version, .signedVersion, .service, .contract, .formDCF2106, .soundRegisters,
        ]
        #expect(facts.present == all)
        #expect(!facts.hasRegisterFault)
        #expect(facts.providerInState && facts.providerIsPlacingAgency && facts.licensed && facts.licensedInState)
        #expect(facts.agreementIsProviders && facts.childOnAgreement && facts.active)
        #expect(facts.contractRate == Rate(cents: 7063))
        #expect(facts.suspension == nil && facts.terminationDate == nil && !facts.lateCompletionExplained)
        let version = try #require(facts.version)
        #expect(version.number == 0 && version.expectedEnd == Self.day("2027-02-28"))
        #expect(version.maxHours == Hours(hundredths: 3000) && version.ceiling == Money(cents: 211_890))
        #expect(facts.eighteenthBirthday == Self.day("2034-05-04"))
        #expect(facts.policy.from == Self.day("2014-12-19"))
    }

    @Test(arguments: RegisterFolder.table("""
        day        | service            | policy     | service in it
        1999-12-31 | placement-planning | 2000-01-01 | no
        2000-01-01 | placement-planning | 2000-01-01 | yes
        2014-12-18 | placement-planning | 2000-01-01 | yes
        2014-12-18 | home-study         | 2000-01-01 | no
        2014-12-19 | home-study         | 2014-12-19 | yes
        2014-12-19 | placement-planning | 2014-12-19 | no
        2014-12-19 | day care           | 2014-12-19 | no
        """))
    func policyOfTheDay(row: [String]) throws {
        let facts = try Self.facts(Billed(day: row[0], service: row[1]), RegisterFolder())
        #expect("\(facts.policy.from)" == row[2])
        #expect((facts.service == nil ? "no" : "yes") == row[3])
        #expect(facts.present.contains(.service) == (row[3] == "yes"))
    }

    @Test func whatIsNotThereIsNotThere() throws {
        let folder = try RegisterFolder()
        let nobody = try Self.facts(Billed(agreement: "A-9", child: "C-9"), folder)
        #expect(nobody.present == [.service, .formDCF2106, .soundRegisters])
        let early = try Self.facts(Billed(day: "2026-08-27"), folder)
        #expect(early.present == [.agreement, .child, .service, .contract, .formDCF2106, .soundRegisters])
        let signed = try Self.facts(Billed(day: "2026-08-28"), folder)
        #expect(signed.present.isSuperset(of: [.signedVersion]) && !signed.present.contains(.version))
        #expect(signed.earliestEffective == Self.day("2026-09-01"))
        let afterContract = try Self.facts(Billed(day: "2028-07-01", form: .aap), folder)
        #expect(!afterContract.present.contains(.contract) && afterContract.present.contains(.formAAP))
        let unbought = try Self.facts(Billed(service: "reunification"), folder)
        #expect(unbought.version != nil && unbought.version?.maxHours == nil)
    }

    @Test(arguments: RegisterFolder.table("""
        register      | bad row                                              | provider | child | held
        licenses.csv  | P-1,L-2,CT,never,                                    | P-1      | C-1   | yes
        rates.csv     | K-1,2026-10-01,seventy                               | P-1      | C-1   | yes
        children.csv  | C-2,soon                                             | P-1      | C-1   | no
        children.csv  | C-2,soon                                             | P-1      | C-2   | yes
        agreements.csv| A-1,1,P-1,K-1,2026-09-01,2027-02-28,2026-09-10,none, | P-1      | C-1   | yes
        providers.csv | P-2,Maple,06-2,agency,CT,                            | P-1      | C-1   | no
        providers.csv | P-2,Maple,06-2,agency,CT,                            | P-2      | C-1   | yes
        """))
    func faults(row: [String]) throws {
        let folder = try RegisterFolder([row[0]: RegisterFolder.sound[row[0]]! + "\n" + row[1]])
        let facts = try Self.facts(Billed(provider: row[2], child: row[3]), folder)
        #expect(facts.hasRegisterFault == (row[4] == "yes"))
        #expect(facts.present.contains(.soundRegisters) == (row[4] == "no"))
    }

    @Test(arguments: RegisterFolder.table("""
        suspended_from,suspended_to | suspension
        ,                           | none
        2026-09-10,2026-09-20       | 2026-09-10 to 2026-09-20
        2026-09-10,                 | 2026-09-10 to 9999-12-31
        ,2026-09-20                 | 0001-01-01 to 2026-09-20
        """))
    func suspension(row: [String]) throws {
        let folder = try RegisterFolder([Contracts.file: "K-1,P-1,2025-07-01,,\(row[0])"])
        let suspension = try Self.facts(Billed(), folder).suspension
        #expect(suspension.map { "\($0.first) to \($0.last)" } ?? "none" == row[1])
    }

    @Test(arguments: RegisterFolder.table("""
        day        | rate
        2025-06-30 | none
        2025-07-01 | 70.63
        2026-09-14 | 70.63
        2026-09-15 | 72.00
        2028-07-01 | 75.00
        """))
    func rates(row: [String]) throws {
        let folder = try RegisterFolder([Rates.file: "K-1,2027-01-01,75.00\nK-1,2025-07-01,70.63\nK-1,2026-09-15,72"])
        #expect(try Self.facts(Billed(day: row[0]), folder).contractRate.map { "\($0)" } ?? "none" == row[1])
    }

    @Test(arguments: RegisterFolder.table("""
        licences                                            | day        | licensed
        P-1,L-1,NY,2020-01-01,2026-09-03                    | 2026-09-03 | elsewhere
        P-1,L-1,NY,2020-01-01,2026-09-03                    | 2026-09-04 | no
        P-1,L-1,ct,2020-01-01,                              | 2026-09-03 | here
        P-1,L-1,NY,2020-01-01,+P-1,L-2,CT,2026-09-04,       | 2026-09-03 | elsewhere
        P-1,L-1,NY,2020-01-01,+P-1,L-2,CT,2026-09-04,       | 2026-09-04 | here
        """))
    func licences(row: [String]) throws {
        let folder = try RegisterFolder([Licences.file: row[0].replacing("+", with: "\n")])
        let facts = try Self.facts(Billed(day: row[1]), folder)
        #expect((facts.licensedInState ? "here" : facts.licensed ? "elsewhere" : "no") == row[2])
        #expect(facts.licensed || !facts.licensedInState)
    }

    /// Reviews of invoice 7a are written `review-date decision`, in the register's order.
    @Test(arguments: RegisterFolder.table("""
        reviews                                       | as of      | review
        none                                          | 2026-10-05 | none
        2026-10-05 approved                           | 2026-10-05 | 2026-10-05 approved
        2026-10-06 approved                           | 2026-10-05 | none
        2026-10-01 returned, 2026-10-03 approved      | 2026-10-05 | 2026-10-03 approved
        2026-10-03 approved, 2026-10-01 returned      | 2026-10-05 | 2026-10-03 approved
        2026-10-03 approved, 2026-10-03 returned      | 2026-10-05 | 2026-10-03 returned
        2026-10-03 returned, 2026-10-03 approved      | 2026-10-05 | 2026-10-03 approved
        2026-10-01 returned, 2026-10-06 approved      | 2026-10-05 | 2026-10-01 returned
        2026-10-01 approved, 2026-10-02 perhaps       | 2026-10-05 | none
        2026-10-02 perhaps, 2026-10-01 approved       | 2026-10-05 | none
        """))
    func reviews(row: [String]) throws {
        let written = row[0] == "none" ? [] : row[0].split(separator: ", ")
        let rows = written.enumerated().map { index, review in
            let parts = review.split(separator: " ")
            return "P-1,\(index % 2 == 0 ? "7A" : "7a"),2026-09-30,\(parts[0]),\(parts[1]),R-1"
        }
        let others = ["P-1,7b,2026-09-30,2026-10-04,returned,R-1"]
        let folder = try RegisterFolder([AAPReviews.file: (rows + others).joined(separator: "\n")])
        let facts = try Self.facts(Billed(form: .aap, asOf: row[1]), folder)
        let review = facts.review.map { "\($0.date) \($0.returned ? "returned" : "approved")" }
        #expect(review ?? "none" == row[2])
        #expect(try Self.facts(Billed(form: .dcf2106, asOf: row[1]), folder).review == nil)
        #expect(!facts.hasRegisterFault)
    }

    @Test func endsAndExplanations() throws {
        let folder = try RegisterFolder([
            Terminations.file: "A-1,2026-08-01,2026-10-01,DCF\nA-1,2026-09-01,2026-09-20,provider",
            Explanations.file: "A-1,late_completion,2026-10-05\nA-1,partial_completion,2026-09-05",
        ])
        #expect(try Self.facts(Billed(), folder).terminationDate == Self.day("2026-09-20"))
        #expect(try Self.facts(Billed(), folder).lateCompletionExplained)
        #expect(try !Self.facts(Billed(asOf: "2026-10-04"), folder).lateCompletionExplained)
    }
}
