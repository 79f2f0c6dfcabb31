import Testing

@testable import Billing

/// What stops a run before anything is decided (spec: Registers, Faults; Brake).
struct RegisterStopTests {
    @Test(arguments: RegisterFolder.table(#"""
        register | text | line | message
        children.csv | | | The register is missing
        rates.csv | contract_id,effective_from\nK-1,2025-07-01\n | 1 | The header has no column hourly_rate
        children.csv | child_id,date_of_birth,Child ID\nC-1,2016-05-04,C-1\n | 1 | the column child_id twice
        children.csv | child_id,date_of_birth\nC-1,2016-05-04\n,2016-05-04\n | 3 | The row has no child_id
        explanations.csv | agreement_id,kind,received_date\n"A-1\n | 2 | never closed
        terminations.csv | \n | 1 | no header
        opening_balances.csv | *A-1,home-study,C-1,DCF-2106,1.00,seventy,2026-08-31 | 2 | In column amount
        opening_balances.csv | *A-9,home-study,C-1,DCF-2106,1.00,70.63,2026-08-31 | 2 | In column agreement_id
        opening_balances.csv | *A-1,home-study,C-9,DCF-2106,1.00,70.63,2026-08-31 | 2 | In column child_id
        opening_balances.csv | *A-1,day care,C-1,DCF-2106,1.00,70.63,2026-08-31 | 2 | In column service
        opening_balances.csv | *A-1,home-study,C-1,dcf-2106,1.00,70.63,2026-08-31 | 2 | In column form
        opening_balances.csv | *A-1,HS,C-1,AAP,1,70.63,2026-08-31\nA-1,home-study,C-1,AAP,2,2,2026-08-31 | 3 | The row
        """#))
    func stops(row: [String]) throws {
        var text: String? = row[1].isEmpty ? nil : row[1].replacing(#"\n"#, with: "\n")
        if let rows = text, rows.hasPrefix("*") {
            text = OpeningBalances.columns.joined(separator: ",") + "\n" + rows.dropFirst() + "\n"
        }
        let stop = #expect(throws: RegisterStop.self) { try RegisterFolder(files: [row[0]: text]) }
        #expect(stop?.file == row[0])
        #expect(stop?.line.map { "\($0)" } ?? "" == row[2])
        #expect(stop?.message.contains(row[3]) == true)
        // Sentences that go to a log name nobody.
        for id in ["C-1", "C-9", "A-1", "A-9"] { #expect(stop?.message.contains(id) == false) }
    }

    @Test func headersMayBeWrittenFreely() throws {
        let folder = try RegisterFolder(files: [
            Children.file: "note;Date of  Birth;CHILD-ID\nnone;2016-05-04;C-1\n;;\n"
        ])
        #expect(folder.registers.faults.isEmpty)
        #expect(folder.registers.child(folder.symbol("C-1"))?.born == RegisterFolder.day("2016-05-04"))
        #expect(folder.registers.files.first { $0.name == Children.file }?.rows == 1)
    }

    @Test func filesHaveTheirHashes() throws {
        let folder = try RegisterFolder(files: [Explanations.file: "agreement_id,kind,received_date\n"])
        let file = folder.registers.files.first { $0.name == Explanations.file }
        #expect(file?.sha256 == "b3bf2da59c709b4aae87313fd30a057c1bfbeb5be43dd3232d5604336930de52")
        #expect(folder.registers.files.map { $0.name } == RegisterFolder.headers.map { $0.file })
    }

    @Test(arguments: RegisterFolder.table("""
        children before | now | stops
        20              | 18  | no
        20              | 17  | yes
        19              | 1   | no
        20              | 20  | no
        """))
    func brake(row: [String]) throws {
        let rows = (1...Int(row[1])!).map { "C-\($0),2016-05-04" }
        let folder = try RegisterFolder([Children.file: rows.joined(separator: "\n")])
        let shrunken = folder.registers.shrunken(
            since: [Children.file: Int(row[0])!, OpeningBalances.file: 1000], limitPercent: 90, exemptBelow: 20)
        #expect((shrunken == nil ? "no" : "yes") == row[2])
        if let shrunken { #expect(shrunken == (Children.file, Int(row[0])!, Int(row[1])!)) }
    }

    @Test func openingBalancesAreKnownByWhatTheySay() throws {
        func digest(_ rows: String) throws -> String {
            try RegisterFolder([OpeningBalances.file: rows]).registers.openingBalances.digest
        }
        let one = "A-1,home-study,C-1,AAP,1.00,70.63,2026-08-31"
        let other = "A-1,placement-planning,C-1,AAP,1.00,70.63,2026-08-31"
        let digest1 = try digest("\(one)\n\(other)")
        #expect(try digest("\(other)\nA-1,HS,C-1,AAP,1,70.63,2026-08-31") == digest1)
        #expect(try digest("\(other)\nA-1,HS,C-1,AAP,1,70.64,2026-08-31") != digest1)
        #expect(try digest(one) != digest1)
    }
}
