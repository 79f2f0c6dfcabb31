import Testing

@testable import Billing

/// What binds a child to the billing provider's other contracts (48-22-2, Reimbursement Policy when there are
/// Companion Contracts).
struct CompanionTests {
    private static let names: [(Companion, String)] = [
        (.residential, "residential"), (.fosterCare, "foster"), (.ownFamily, "own"),
        (.familyUnknown, "unknown"), (.formerFosterFamily, "former"),
    ]

    /// A placement is written `provider setting family from to rate-paid-to`, the last five as `-` where empty.
    @Test(arguments: RegisterFolder.table("""
        placements | day | family | companion
        P-1 residential - 2026-01-01 2026-09-14 - | 2026-09-14 | F-9 | residential
        P-1 residential - 2026-01-01 2026-09-14 - | 2026-09-15 | F-9 | none
        P-2 residential - 2026-01-01 - - | 2026-09-15 | F-9 | none
        P-1 foster_care F-1 2026-01-01 - - | 2025-12-31 | F-1 | none
        P-1 foster_care F-1 2026-01-01 - - | 2026-01-01 | F-1 | foster, own
        P-1 foster_care F-1 2026-01-01 - - | 2026-09-15 | F-9 | foster
        P-1 foster_care F-1 2026-01-01 - - | 2026-09-15 | - | foster, unknown
        P-1 foster_care - 2026-01-01 - - | 2026-09-15 | F-9 | foster, unknown
        P-1 adoptive F-1 2026-01-01 - - | 2026-09-15 | F-1 | foster, own
        P-1 adoptive F-1 2026-01-01 - 2026-09-14 | 2026-09-14 | F-9 | foster
        P-1 adoptive F-1 2026-01-01 - 2026-09-14 | 2026-09-15 | F-1 | none
        P-1 foster_care F-1 2025-01-01 2025-12-31 -; P-1 adoptive F-1 2026-01-01 - 2026-09-14 | 2026-09-14|F-9 | foster
        P-1 foster_care F-1 2025-01-01 2025-12-31 -; P-1 adoptive F-1 2026-01-01 - 2026-09-14 | 2026-09-15 | - | former
        P-1 foster_care F-2 2025-01-01 2025-12-31 -; P-1 adoptive F-1 2026-01-01 - 2026-09-14 | 2026-09-15 | - | none
        P-2 foster_care F-1 2025-01-01 2025-12-31 -; P-1 adoptive F-1 2026-01-01 - 2026-09-14 | 2026-09-15 | - | none
        P-1 foster_care - 2025-01-01 2025-12-31 -; P-1 adoptive - 2026-01-01 - 2026-09-14 | 2026-09-15 | - | none
        P-1 foster_care F-1 2026-01-01 2026-02-01 -; P-1 adoptive F-1 2026-01-01 - 2026-09-14 | 2026-09-15 | - | none
        P-1 residential - 2026-01-01 - -; P-1 foster_care F-1 2026-01-01 - - | 2026-09-15|F-1|residential, foster, own
        """))
    func companion(row: [String]) throws {
        let rows = row[0].split(separator: ";").map { placement in
            let cells = placement.split(separator: " ").map { $0 == "-" ? "" : String($0) }
            return "C-1,\(cells[0]),\(cells[1]),\(cells[2]),\(cells[3]),\(cells[4]),\(cells[5])"
        }
        let providers = RegisterFolder.sound[Providers.file]! + "\nP-2,Maple Tree,06-2,clinical_provider,CT,"
        let folder = try RegisterFolder([Placements.file: rows.joined(separator: "\n"), Providers.file: providers])
        let companion = folder.registers.placements.companion(
            ofChild: 0, provider: folder.symbol("P-1"), on: RegisterFolder.day(row[1]),
            family: row[2] == "-" ? .none : folder.symbol(row[2]))
        #expect(folder.registers.faults.isEmpty)
        let words = Self.names.filter { companion.contains($0.0) }.map { $0.1 }
        #expect((words.isEmpty ? "none" : words.joined(separator: ", ")) == row[3])
    }
}
