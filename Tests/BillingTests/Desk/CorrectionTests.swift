import Testing

@testable import Billing

/// What `check` proposes in place of a cell that can't be read: only where the text leaves one reading.
@Suite struct CorrectionTests {
    struct Case: Sendable, CustomTestStringConvertible {
        var column: Column
        var found: String
        var sample: String?
        var testDescription: String { "\(column.name) \"\(found)\" → \(sample ?? "nothing")" }

        init(_ column: Column, _ found: String, _ sample: String?) {
            (self.column, self.found, self.sample) = (column, found, sample)
        }
    }

    @Test(arguments: [
        Case(.hours, "1,75", "1.75"), Case(.hours, "1,5 h", "1.50"), Case(.hours, "2 hrs", "2.00"),
        Case(.hours, "1.755", nil), Case(.hours, "1:75", nil), Case(.hours, "-1", nil), Case(.hours, "nothing", nil),
        Case(.amount, "211,89", "211.89"), Case(.amount, "1.070,60", "1070.60"), Case(.amount, "1 070.60", "1070.60"),
        Case(.amount, "70.63 USD", "70.63"), Case(.amount, "-5.00", nil), Case(.amount, "1e3", nil),
        Case(.serviceDate, "9/3/26", "2026-09-03"), Case(.serviceDate, "2026/9/3", "2026-09-03"),
        Case(.serviceDate, "9-3-2026", "2026-09-03"), Case(.serviceDate, "3.9.2026", nil),
        Case(.serviceDate, "9/31/2026", nil), Case(.invoiceDate, "Sept 3", nil),
        Case(.billingMonth, "09-2026", "2026-09"), Case(.billingMonth, "9/26", "2026-09"),
        Case(.billingMonth, "9/30/2026", "2026-09"), Case(.billingMonth, "13/2026", nil),
        Case(.billingMonth, "autumn", nil),
        Case(.form, "DCF 2106", "DCF-2106"), Case(.form, "A.A.P.", "AAP"), Case(.form, "DCF-2107", nil),
        Case(.lineNumber, "7.0", "7"), Case(.lineNumber, "0", nil), Case(.lineNumber, "seven", nil),
        Case(.childID, "C 3001", nil),
    ]) func aCell(_ example: Case) {
        #expect(Correction.cell(example.column, example.found) == example.sample)
    }

    @Test(arguments: [
        ("placement planing", "placement-planning"), ("Home Study", nil), ("homestudy", "home-study"),
        ("respite care", nil), ("legally-free", nil),
    ]) func aServiceOfThatDay(_ text: String, _ sample: String?) throws {
        let found = Correction.service(text, on: Day(year: 2026, month: 9, day: 3)!, try ownPack.get())
        #expect(found == sample ?? (text == "Home Study" ? "home-study" : nil))
    }

    @Test func aColumn() {
        #expect(Correction.header("invoice_nummber") == "invoice_number")
        #expect(Correction.header("Region") == nil)
    }
}
