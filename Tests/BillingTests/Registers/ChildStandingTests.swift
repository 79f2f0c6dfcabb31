import Testing

@testable import Billing

/// Where a child stands on a day: permanency, an open case, reunification (spec: rules 13 to 15).
struct ChildStandingTests {
    /// Events are written `opened 01-10`, all of 2026.
    private static func standing(_ events: String, on text: String) throws -> ChildStanding {
        let rows = events.split(separator: ",").map { event in
            let parts = event.split(separator: " ")
            return "C-1,\(parts[0]),2026-\(parts[1])"
        }
        let folder = try RegisterFolder([ChildEvents.file: rows.joined(separator: "\n")])
        #expect(folder.registers.faults.isEmpty)
        return folder.registers.childEvents.standing(ofChild: 0, on: RegisterFolder.day("2026-\(text)"))
    }

    @Test(arguments: RegisterFolder.table("""
        events                                                                        | day   | permanency
        opened 01-10                                                                  | 09-01 | before
        opened 01-10, adoption_finalized 09-15                                        | 09-14 | before
        opened 01-10, adoption_finalized 09-15                                        | 09-15 | dayOfChange
        opened 01-10, adoption_finalized 09-15                                        | 09-16 | after
        opened 01-10, guardianship_transferred 09-15                                  | 09-16 | after
        adoption_finalized 03-01, opened 09-10                                        | 09-09 | after
        adoption_finalized 03-01, opened 09-10                                        | 09-10 | dayOfChange
        adoption_finalized 03-01, opened 09-10                                        | 09-11 | before
        opened 03-01, adoption_finalized 03-01                                        | 03-01 | dayOfChange
        opened 03-01, adoption_finalized 03-01                                        | 03-02 | after
        guardianship_transferred 03-01, adoption_finalized 06-01                      | 06-01 | after
        guardianship_transferred 03-01, adoption_finalized 06-01, opened 09-10        | 06-01 | after
        guardianship_transferred 03-01, adoption_finalized 06-01, opened 09-10        | 09-11 | before
        guardianship_transferred 03-01, opened 06-01, adoption_finalized 06-01        | 06-01 | dayOfChange
        guardianship_transferred 03-01, opened 06-01, adoption_finalized 06-01        | 06-02 | after
        adoption_finalized 03-01, opened 05-01, opened 06-01                          | 06-01 | before
        adoption_finalized 03-01, opened 05-01, adoption_finalized 09-15              | 07-01 | before
        adoption_finalized 03-01, opened 05-01, adoption_finalized 09-15              | 09-15 | dayOfChange
        adoption_finalized 03-01, closed 04-01                                        | 04-02 | after
        """))
    func permanency(row: [String]) throws {
        #expect("\(try Self.standing(row[0], on: row[1]).permanency)" == row[2])
    }

    @Test(arguments: RegisterFolder.table("""
        events                                   | day   | active
        placed 01-10                             | 09-01 | false
        opened 01-10                             | 01-09 | false
        opened 01-10                             | 01-10 | true
        opened 01-10, closed 09-10               | 09-10 | true
        opened 01-10, closed 09-10               | 09-11 | false
        opened 01-10, closed 09-10, opened 09-20 | 09-19 | false
        opened 01-10, closed 09-10, opened 09-20 | 09-20 | true
        closed 09-15, opened 09-15               | 09-15 | true
        closed 09-15, opened 09-15               | 09-16 | false
        closed 09-10, opened 01-10               | 09-11 | false
        """))
    func active(row: [String]) throws {
        #expect("\(try Self.standing(row[0], on: row[1]).isActive)" == row[2])
    }

    @Test(arguments: RegisterFolder.table("""
        events                                                                     | day   | reunified
        commitment_revoked 09-05                                                   | 09-06 | none
        reunified 09-05                                                            | 09-04 | none
        reunified 09-05                                                            | 09-05 | 2026-09-05 to 9999-12-31
        reunified 09-05, commitment_revoked 09-20                                  | 09-21 | 2026-09-05 to 2026-09-20
        reunified 09-05, commitment_revoked 09-05                                  | 09-06 | 2026-09-05 to 2026-09-05
        reunified 09-05, commitment_revoked 09-20, commitment_revoked 09-30        | 09-25 | 2026-09-05 to 2026-09-20
        reunified 03-05, commitment_revoked 04-01, reunified 09-05                 | 09-06 | 2026-09-05 to 9999-12-31
        reunified 03-05, reunified 09-05, commitment_revoked 09-20                 | 08-01 | 2026-03-05 to 2026-09-20
        """))
    func reunified(row: [String]) throws {
        let reunified = try Self.standing(row[0], on: row[1]).reunified
        #expect(reunified.map { "\($0.first) to \($0.last)" } ?? "none" == row[2])
    }

    @Test(arguments: RegisterFolder.table("""
        events                                 | day   | finalized
        opened 01-10                           | 09-15 | false
        adoption_finalized 09-15               | 09-14 | false
        guardianship_transferred 09-15         | 09-15 | true
        adoption_finalized 03-01, opened 09-10 | 09-15 | true
        """))
    func finalized(row: [String]) throws {
        #expect("\(try Self.standing(row[0], on: row[1]).isFinalized)" == row[2])
    }
}
