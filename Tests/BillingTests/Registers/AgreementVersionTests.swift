import Testing

@testable import Billing

/// Which version of an agreement is in force on a day (spec: Registers, Required signatures; Version in force).
struct AgreementVersionTests {
    /// Version 0 from 9-01, version 1 from 9-10, version 2 from 9-20, signed as the table says.
    static let versions = """
        A-1,0,P-1,K-1,2026-09-01,2027-02-28,2026-09-01,0,
        A-1,1,P-1,K-1,2026-09-01,2027-02-28,2026-09-10,0,more hours
        A-1,2,P-1,K-1,2026-09-01,2027-03-31,2026-09-20,1,another study
        """

    private static func folder(_ signed: [(version: Int, day: String)]) throws -> RegisterFolder {
        let roles = ["provider", "social_worker", "supervisor", "regional_administrator"]
        let signatures = signed.flatMap { sign in roles.map { "A-1,\(sign.version),\($0),\(sign.day)" } }
        return try RegisterFolder([
            Agreements.file: versions, AgreementSignatures.file: signatures.joined(separator: "\n"),
        ])
    }

    @Test(arguments: RegisterFolder.table("""
        signed on: version 0 | version 1  | version 2  | day        | in force
        2026-08-28           | 2026-09-05 | 2026-09-15 | 2026-08-31 | none
        2026-08-28           | 2026-09-05 | 2026-09-15 | 2026-09-01 | 0
        2026-08-28           | 2026-09-05 | 2026-09-15 | 2026-09-09 | 0
        2026-08-28           | 2026-09-05 | 2026-09-15 | 2026-09-10 | 1
        2026-08-28           | 2026-09-05 | 2026-09-15 | 2026-09-20 | 2
        2026-08-28           | 2026-09-15 | 2026-09-25 | 2026-09-14 | 0
        2026-08-28           | 2026-09-15 | 2026-09-25 | 2026-09-15 | 1
        2026-08-28           | 2026-09-25 | 2026-09-20 | 2026-09-20 | 2
        2026-08-28           | 2026-09-25 | 2026-09-20 | 2026-09-26 | 2
        2026-09-12           | 2026-09-05 | 2026-09-15 | 2026-09-11 | none
        2026-09-12           | 2026-09-05 | 2026-09-15 | 2026-09-12 | 1
        2027-01-01           | 2026-09-05 | 2026-09-15 | 2026-12-31 | none
        """))
    func versionInForce(row: [String]) throws {
        let folder = try Self.folder([(0, row[0]), (1, row[1]), (2, row[2])])
        let agreements = folder.registers.agreements
        let place = agreements.versionInForce(ofAgreement: try folder.agreement(), on: RegisterFolder.day(row[3]))
        #expect(folder.registers.faults.isEmpty)
        #expect(place.map { "\(agreements.versions.rows[$0].number)" } ?? "none" == row[4])
    }

    @Test(arguments: RegisterFolder.table("""
        signatures                                                                                 | fully signed on
        provider 08-20, social_worker 08-21, supervisor 08-22, regional_administrator 08-23        | 2026-08-23
        provider 08-20, social_worker 08-21, supervisor 08-22                                      | never
        provider 08-20, aap 08-25                                                                  | 2026-08-25
        aap 08-25                                                                                  | never
        provider 08-20, social_worker 08-21, supervisor 08-22, regional_administrator 08-29, aap 08-25 | 2026-08-25
        provider 08-27, provider 08-20, aap 08-19                                                  | 2026-08-20
        """))
    func fullySigned(row: [String]) throws {
        let signatures = row[0].split(separator: ",").map { text in
            let parts = text.split(separator: " ")
            return "A-1,0,\(parts[0]),2026-\(parts[1])"
        }
        let folder = try RegisterFolder([AgreementSignatures.file: signatures.joined(separator: "\n")])
        let versions = folder.registers.agreements.versions
        #expect(folder.registers.faults.isEmpty)
        #expect(versions.rows[0].signedOn.map { "\($0)" } ?? "never" == row[1])
    }

    @Test(arguments: RegisterFolder.table("""
        signed on: version 0 | version 1  | day        | earliest effective date of those signed
        2026-08-28           | 2026-08-28 | 2026-08-27 | none
        2026-08-28           | 2026-08-28 | 2026-08-28 | 2026-09-01
        2026-08-28           | 2026-09-15 | 2026-09-15 | 2026-09-01
        """))
    func earliestEffective(row: [String]) throws {
        let folder = try Self.folder([(0, row[0]), (1, row[1])])
        let earliest = folder.registers.agreements.earliestEffective(
            ofAgreement: try folder.agreement(), on: RegisterFolder.day(row[2]))
        #expect(earliest.map { "\($0)" } ?? "none" == row[3])
    }

    @Test func agreementsStandInTheOrderOfTheirIdsBytes() throws {
        let ids = ["B", "A-10", "A-1", "A-1000000000000000-2", "A-1000000000000000-1", "a", "A-2", "Ä"]
        let rows = ids.map { "\($0),0,P-1,K-1,2026-09-01,2027-02-28,2026-09-01,0," }
        let folder = try RegisterFolder([
            Agreements.file: rows.joined(separator: "\n"), AgreementChildren.file: "", AgreementServices.file: "",
            AgreementSignatures.file: "",
        ])
        let registers = folder.registers
        let inOrder = registers.agreementsInOrder.map { folder.symbols[registers.agreements.rows[Int($0)].id] }
        #expect(inOrder == ["A-1", "A-10", "A-1000000000000000-1", "A-1000000000000000-2", "A-2", "B", "a", "Ä"])
    }
}
