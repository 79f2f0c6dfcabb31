import Testing

@testable import Billing

/// A bad row is a fault of its subject: the night goes on, and what touches the subject is held (spec: Faults).
struct RegisterFaultTests {
    /// Each row is put behind the sound rows of its register.
    @Test(arguments: RegisterFolder.table("""
        register | row | fault
        providers.csv | P-1,Again,06-2,clinical_provider,CT, | provider P-1: a second row
        providers.csv | P-2,,06-2,clinical_provider,CT, | provider P-2 legal_name: nothing
        providers.csv | P-2,Maple,06-2,agency,CT, | provider P-2 kind: "agency"
        providers.csv | P-2,Maple,06-2,clinical_provider,Conn, | provider P-2 state: "Conn"
        licenses.csv | P-1,L-2,CT,2020-02-30, | provider P-1 valid_from: "2020-02-30"
        licenses.csv | P-1,L-1,CT,2020-01-01, | provider P-1: a second row
        licenses.csv | P-1,L-1,CT,2020-01-02, | none
        licenses.csv | P-9,L-1,CT,2020-01-01, | provider P-9 provider_id: "P-9"
        licenses.csv | P-1,L-2,CT,2020-01-01,,,x | provider P-1: more
        contracts.csv | K-1,P-1,2025-07-01,,, | contract K-1: a second row
        contracts.csv | K-2,P-9,2025-07-01,,, | contract K-2 provider_id: "P-9"
        contracts.csv | K-2,P-1,,,, | contract K-2 start_date: nothing
        rates.csv | K-1,2026-10-01,seventy | contract K-1 hourly_rate: "seventy"
        rates.csv | K-1,2026-10-01,70.635 | contract K-1 hourly_rate: "70.635"
        rates.csv | K-1,2026-10-01,-1.00 | contract K-1 hourly_rate: "-1.00"
        rates.csv | K-1,2025-07-01,71.00 | contract K-1: a second row
        rates.csv | K-9,2025-07-01,71.00 | contract K-9 contract_id: "K-9"
        children.csv | C-1,2016-05-04 | child C-1: a second row
        children.csv | C-2,5/4/2016 | child C-2 date_of_birth: "5/4/2016"
        child_events.csv | C-1,Opened,2025-01-10 | child C-1 event: "Opened"
        child_events.csv | C-9,opened,2025-01-10 | child C-9 child_id: "C-9"
        child_events.csv | C-1,opened,2025-01-10 | none
        placements.csv | C-1,P-9,residential,,2026-01-01,, | child C-1 provider_id: "P-9"
        placements.csv | C-9,P-1,residential,,2026-01-01,, | child C-9 child_id: "C-9"
        placements.csv | C-1,P-1,hospital,,2026-01-01,, | child C-1 setting: "hospital"
        placements.csv | C-1,P-1,adoptive,F-1,2026-01-01,,soon | child C-1 foster_rate_paid_to: "soon"
        agreements.csv | A-1,0,P-1,K-1,2026-09-01,2027-02-28,2026-09-01,0, | agreement A-1: a second row
        agreements.csv | A-1,1,P-1,K-1,2026-09-01,2027-02-28,2026-09-10,0,more | none
        agreements.csv | A-1,one,P-1,K-1,2026-09-01,2027-02-28,2026-09-10,0, | agreement A-1 version: "one"
        agreements.csv | A-1,1,P-1,K-1,2026-09-01,2027-02-28,2026-09-10 | agreement A-1 additional_home_studies: nothing
        agreements.csv | A-1,1,P-1,K-9,2026-09-01,2027-02-28,2026-09-10,0, | agreement A-1 contract_id: "K-9"
        agreements.csv | A-1,1,P-9,K-1,2026-09-01,2027-02-28,2026-09-10,0, | agreement A-1 provider_id: "P-9"
        agreements.csv | A-2,0,P-1,K-1,2026-09-01,2027-02-28,2026-09-02,0, | agreement A-2 effective_date: 2026-09-02
        agreements.csv | A-2,1,P-1,K-1,2026-09-01,2027-02-28,2026-09-02,0, | agreement A-2 version: none
        agreement_children.csv | A-1,C-9 | agreement A-1 child_id: "C-9"
        agreement_children.csv | A-9,C-1 | agreement A-9 agreement_id: "A-9"
        agreement_children.csv | A-1,C-1 | agreement A-1: a second row
        agreement_services.csv | A-1,0,day care,1.00,70.63 | agreement A-1 service: "day care"
        agreement_services.csv | A-1,0,Home Study & Evaluation,1.00,70.63 | agreement A-1: a second row
        agreement_services.csv | A-1,0,ru,1.5,70 | none
        agreement_services.csv | A-1,1,reunification,1.00,70.63 | agreement A-1 version: "1"
        agreement_services.csv | A-9,0,reunification,1.00,70.63 | agreement A-9 agreement_id: "A-9"
        agreement_services.csv | A-1,0,reunification,1h,70.63 | agreement A-1 max_hours: "1h"
        agreement_signatures.csv | A-1,0,judge,2026-08-28 | agreement A-1 role: "judge"
        agreement_signatures.csv | A-1,2,provider,2026-08-28 | agreement A-1 version: "2"
        terminations.csv | A-1,2026-09-01,2026-10-01,dcf | agreement A-1 by: "dcf"
        terminations.csv | A-9,2026-09-01,2026-10-01,DCF | agreement A-9 agreement_id: "A-9"
        explanations.csv | A-1,late,2026-09-01 | agreement A-1 kind: "late"
        explanations.csv | A-9,late_completion,2026-09-01 | agreement A-9 agreement_id: "A-9"
        """))
    func faultHoldsItsSubject(row: [String]) throws {
        let sound = RegisterFolder.sound[row[0]].map { $0 + "\n" } ?? ""
        let folder = try RegisterFolder([row[0]: sound + row[1]])
        let faults = folder.registers.faults
        #expect(faults.map { Self.text($0, folder) }.joined(separator: "; ") == (row[2] == "none" ? "" : row[2]))
        guard let fault = faults.first else { return }
        #expect(fault.file == row[0])
        #expect(fault.line == sound.split(separator: "\n").count + 2)
        #expect(fault.sentence.message.contains(row[0]))
        #expect(Self.isHeld(fault, in: folder.registers))
    }

    private static func text(_ fault: FaultyRow, _ folder: RegisterFolder) -> String {
        let column = fault.column.map { " \($0)" } ?? ""
        return "\(fault.subject) \(folder.symbols[fault.id])\(column): \(fault.sentence.found)"
    }

    private static func isHeld(_ fault: FaultyRow, in registers: RegisterSet) -> Bool {
        switch fault.subject {
        case .provider: registers.hasFault(provider: fault.id, child: .none, agreement: .none)
        case .child: registers.hasFault(provider: .none, child: fault.id, agreement: .none)
        case .agreement: registers.hasFault(provider: .none, child: .none, agreement: fault.id)
        case .contract:
            // A contract that no agreement names touches no line.
            registers.contracts.index[fault.id] == 0
                ? registers.hasFault(agreement: registers.agreements.rows[0].id) : true
        }
    }

    @Test func aSubjectOfASoundRowIsNotHeld() throws {
        let folder = try RegisterFolder([
            Children.file: "C-1,2016-05-04\nC-2,soon", ChildEvents.file: "C-1,opened,2025-01-10",
        ])
        let (p1, c1, c2, a1) = (folder.symbol("P-1"), folder.symbol("C-1"), folder.symbol("C-2"), folder.symbol("A-1"))
        #expect(!folder.registers.hasFault(provider: p1, child: c1, agreement: a1))
        #expect(folder.registers.hasFault(provider: p1, child: c2, agreement: a1))
    }

    @Test func versionsOfOneAgreementHaveOneProviderAndOneContractOfIts() throws {
        let parties = """
            version 1 of A-1 names | fault
            P-2,K-2                | provider_id
            P-1,K-3                | contract_id
            P-1,K-1                |
            """
        for row in RegisterFolder.table(parties) {
            let folder = try RegisterFolder([
                Providers.file: RegisterFolder.sound[Providers.file]! + "\nP-2,Maple,06-2,clinical_provider,CT,",
                Contracts.file: "K-1,P-1,2025-07-01,,,\nK-2,P-2,2025-07-01,,,\nK-3,P-1,2025-07-01,,,",
                Agreements.file: RegisterFolder.sound[Agreements.file]!
                    + "\nA-1,1,\(row[0]),2026-09-01,2027-02-28,2026-09-10,0,",
            ])
            #expect(folder.registers.faults.map { $0.column ?? "" } == (row[1].isEmpty ? [] : [row[1]]))
        }
        let others = try RegisterFolder([
            Providers.file: RegisterFolder.sound[Providers.file]! + "\nP-2,Maple,06-2,clinical_provider,CT,",
            Contracts.file: "K-1,P-2,2025-07-01,,,",
        ])
        #expect(others.registers.faults.map { $0.sentence.message.contains("contract of another provider") } == [true])
    }

    @Test func aBadReportHoldsNobody() throws {
        let folder = try RegisterFolder([
            ProgressReports.file: "A-1,monthly,2026-13,2026-10-02\nA-9,monthly,2026-09,2026-10-02"
        ])
        #expect(folder.registers.faults.map { $0.place } == ["line 2 column period", "line 3 column agreement_id"])
        #expect(!folder.registers.hasFault(agreement: folder.symbol("A-1")))
    }

    @Test func oneFindingForABadRow() throws {
        let folder = try RegisterFolder([Children.file: "C-1,2016-05-04\nC-1,soon"])
        #expect(folder.registers.faults.map { $0.place } == ["line 3 column date_of_birth"])
    }

    @Test func whoLeftTheRegisterIsHeld() throws {
        var folder = try RegisterFolder()
        let child = folder.symbols.intern("C-77")
        var registers = folder.registers
        registers.addFault(.child, child)
        #expect(registers.faults.map { "\($0.file) \($0.place)" } == ["children.csv "])
        #expect(registers.hasFault(provider: .none, child: child, agreement: .none))
        registers.addFault(.contract, registers.contracts.rows[0].id)
        #expect(registers.hasFault(agreement: folder.symbol("A-1")))
    }
}
