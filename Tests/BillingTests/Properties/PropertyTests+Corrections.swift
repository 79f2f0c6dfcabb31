import Testing

@testable import Billing

extension PropertyTests {
    /// An invoice that was wrong, and the one that takes its place.
    private struct Correction {
        var wrong: SentInvoice
        var right: SentInvoice

        /// The right one, as it would have been sent had the wrong one never come.
        var first: SentInvoice {
            var invoice = right
            invoice.replaces = ""
            return invoice
        }
    }

    /// After an invoice was replaced everything is as if it had never come and the right one had: every decision of the
    /// night of the correction and of those that follow, what is held, and what agreements say of hours and dollars.
    ///
    /// This is exact where the wrong invoice, while it counted, took nothing from others: a line that was cut or denied
    /// because the wrong one had used up the hours stays so (spec: The command, Earlier nights). So the wrong invoice
    /// comes here alone, on a night of its own, and the worlds in which a held line was then decided otherwise for its
    /// sake are left out. It names the same agreement and month as the right one: it was received, so its month is not
    /// without an invoice.
    @Test(arguments: seeds) func aReplacedInvoiceLeavesNoTrace(_ seed: Int) throws {
        var dice = Dice(seed: seed + 3_000_000)
        var made = try RandomWorld.made(seed)
        made.nights = Array(made.nights.prefix(2))
        guard let correction = correction(in: made, &dice) else { return }
        let wrongNight = dice.roll(0...made.nights.count - 1)
        let (corrected, clean) = worlds(made, correction, after: wrongNight)
        let runs = [try WorldRun(corrected), try WorldRun(clean)]

        let names = [correction.wrong, correction.right].map { "\($0.provider) \($0.number)" }
        let others = runs.map { run in
            run.nights[wrongNight + 1].rows("decisions.csv").filter { !names.contains($0.invoice) }
        }
        guard others[0] == others[1] else { return }
        for night in wrongNight + 2..<corrected.nights.count {
            let isCorrected = night == wrongNight + 2
            let both = runs.map { $0.nights[night] }
            let decisions = both.map {
                $0.rows("decisions.csv").filter { $0["findings"] != "replaced" || !isCorrected }
            }
            expectEqual(decisions[1], decisions[0], "decisions.csv")
            for report in ["open-items.csv", "agreements.csv"] { both[1].expectSame(report, as: both[0]) }
            // On its own night the right invoice nets what is taken back; afterwards it says only what it replaces.
            let payments = both.map { $0.rows("payments.csv").map { $0.without("replaces") } }
            if !isCorrected { expectEqual(payments[1], payments[0], "payments.csv") }
        }
        #expect(runs[0].paid == runs[1].paid)
    }

    /// In one run the wrong invoice is never decided: whatever else comes that night, and whichever file is read first,
    /// it is as if it had not been there.
    @Test(arguments: seeds) func anInvoiceThatIsReplacedTheSameNightLeavesNoTrace(_ seed: Int) throws {
        var dice = Dice(seed: seed + 4_000_000)
        let made = try RandomWorld.made(seed)
        guard let correction = correction(in: made, &dice) else { return }
        let night = dice.roll(0...made.nights.count - 1)
        var (corrected, clean) = (made, made)
        let stems = dice.chance(50) ? ["m0", "m1"] : ["m1", "m0"]
        corrected.nights[night].files += [
            SentFile(stem: stems[0], format: .csv, invoices: [correction.wrong]),
            SentFile(stem: stems[1], format: .xml, invoices: [correction.right]),
        ]
        clean.nights[night].files.append(SentFile(stem: stems[1], format: .xml, invoices: [correction.first]))
        let runs = [try WorldRun(corrected), try WorldRun(clean)]
        for (after, before) in zip(runs[0].nights, runs[1].nights) {
            for report in ["decisions.csv", "open-items.csv", "agreements.csv"] { before.expectSame(report, as: after) }
            let payments = [before, after].map { $0.rows("payments.csv").map { $0.without("replaces") } }
            expectEqual(payments[0], payments[1], "payments.csv")
        }
    }

    /// Two invoices made of an accepted one's lines: of one agreement and month, under numbers of their own.
    private func correction(in world: RandomWorld, _ dice: inout Dice) -> Correction? {
        let invoices = world.nights[0].files.flatMap { $0.invoices }.filter {
            !$0.lines.isEmpty && $0.statedTotal == nil
        }
        guard !invoices.isEmpty else { return nil }
        let model = dice.pick(invoices)
        var wrong = model
        wrong.number = "WRONG"
        wrong.replaces = ""
        wrong.date = world.nights[0].asOf
        for index in wrong.lines.indices {
            wrong.lines[index].number = index + 1
            wrong.lines[index].description = "as corrected \(index)"
        }
        var right = wrong
        right.number = "RIGHT"
        right.replaces = "WRONG"
        for index in right.lines.indices where dice.chance(60) {
            right.lines[index].hours = dice.roll(1...20) * 25
            right.lines[index].amount = SentLine.cost(right.lines[index].hours, at: right.lines[index].rate)
        }
        return Correction(wrong: wrong, right: right)
    }

    /// The world with the wrong invoice on a night of its own and the right one on the next; and the same nights with
    /// the right one alone.
    private func worlds(
        _ made: RandomWorld, _ correction: Correction, after night: Int
    ) -> (corrected: RandomWorld, clean: RandomWorld) {
        var (corrected, clean) = (made, made)
        var quiet = made.nights[night]
        quiet.files = []
        quiet.dispositions = []
        for _ in 1...2 {
            corrected.nights.insert(quiet, at: night + 1)
            clean.nights.insert(quiet, at: night + 1)
        }
        corrected.nights[night + 1].files = [SentFile(stem: "m", format: .csv, invoices: [correction.wrong])]
        corrected.nights[night + 2].files = [SentFile(stem: "m", format: .xml, invoices: [correction.right])]
        clean.nights[night + 2].files = [SentFile(stem: "m", format: .xml, invoices: [correction.first])]
        return (corrected, clean)
    }
}

extension ReportRow {
    /// What tells an invoice to the reader.
    var invoice: String { "\(self["provider_id"]) \(self["invoice_number"])" }
}

extension WorldRun {
    /// What was paid over all nights, in cents, net of what was taken back.
    var paid: Int {
        nights.reduce(0) { sum, night in
            sum + night.rows("decisions.csv").reduce(0) { $0 + $1.hundredths("paid_amount") }
        }
    }

    /// The same by the values of some columns.
    func paid(by columns: String...) -> [[String]: Int] {
        var sums: [[String]: Int] = [:]
        for row in nights.flatMap({ $0.rows("decisions.csv") }) where row["paid_amount"] != "0.00" {
            sums[columns.map { row[$0] }, default: 0] += row.hundredths("paid_amount")
        }
        return sums
    }
}
