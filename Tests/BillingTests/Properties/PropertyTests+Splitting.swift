import Testing

@testable import Billing

/// Splitting work never pays more. What "never" can mean hangs on what the split changes:
/// - over files: nothing is decided otherwise;
/// - over invoices that keep the lines in their order: nothing is decided otherwise, but that work which repeats other
///   work of its invoice is denied where it was held;
/// - over nights, or in another order: limits meet other lines first. With several rates, or limits that siblings
///   share, another order can pay more or less (two hours at $60 that use up a maximum leave none for two at $70),
///   though never more than the limits; `noCapIsEverPassed` holds for every order. Where one rate holds and every limit
///   lies within the one child's own, all orders pay the same to the cent. (A worker's day of more than 24 hours is one
///   more thing that another night changes: what was paid before is not held.)
/// - over siblings: each child has a cap of its own; the agreement's maximum and ceiling are shared, and decide.
/// - one line into several: each rounds half up, so that k lines can gain half a cent each, k/2 cents in all.
extension PropertyTests {
    @Test(arguments: seeds) func splittingAFileChangesNoDecision(_ seed: Int) throws {
        var (world, base) = try WorldRun.base(seed)
        for night in world.nights.indices {
            world.nights[night].files = world.nights[night].files.flatMap { file in
                file.invoices.enumerated().map { place, invoice in
                    SentFile(stem: "\(file.stem)-\(place)", format: file.format, invoices: [invoice])
                }
            }
        }
        let run = try WorldRun(world)
        for (before, after) in zip(base.nights, run.nights) { before.expectSameDecisions(as: after) }
    }

    /// The second part of an invoice comes as an invoice of its own, whose number follows at once in the order.
    @Test(arguments: seeds) func splittingAnInvoiceChangesNoDecision(_ seed: Int) throws {
        var dice = Dice(seed: seed + 5_000_000)
        let (world, base) = try WorldRun.base(seed)
        guard let (invoice, cut) = invoiceToSplit(in: world, base, &dice) else { return }
        let run = try WorldRun(world.splitting(invoice, at: cut))
        for (before, after) in zip(base.nights, run.nights) {
            for report in ["decisions.csv", "open-items.csv"] {
                let rows = [before, after].map { night in
                    night.rows(report).map { $0.cells.map { $0.replacing("!", with: "") }.joined(separator: ",") }
                }
                expectEqual(rows[0].sorted(), rows[1].sorted(), report)
            }
            before.expectSame("agreements.csv", as: after)
        }
    }

    /// An accepted invoice of which no line repeats another, that replaces none and that none replaces.
    private func invoiceToSplit(
        in world: RandomWorld, _ run: WorldRun, _ dice: inout Dice
    ) -> (invoice: SentInvoice, cut: Int)? {
        let all = world.nights.flatMap { $0.files }.flatMap { $0.invoices }
        let rows = run.nights.flatMap { $0.rows("invoices.csv") }
        let accepted = Set(rows.filter { $0["status"] == "accepted" }.map { $0.invoice })
        let fit = all.filter { invoice in
            accepted.contains("\(invoice.provider) \(invoice.number)") && invoice.lines.count > 1
                && invoice.replaces.isEmpty && !all.contains { $0.isKnown(as: invoice) && $0 != invoice }
                && !all.contains { $0.provider == invoice.provider && $0.replaces == invoice.number }
                && Set(invoice.lines.map { $0.work }).count == invoice.lines.count
        }
        guard !fit.isEmpty else { return nil }
        let invoice = dice.pick(fit)
        return (invoice, dice.roll(1...invoice.lines.count - 1))
    }

    /// Work of one child an agreement, spread anew over lines, invoices, files and nights.
    @Test(arguments: seeds) func spreadingWorkOverInvoicesAndNightsPaysTheSame(_ seed: Int) throws {
        var dice = Dice(seed: seed + 6_000_000)
        let (world, base) = try WorldRun.base(seed, .single)
        var spread = world
        for night in spread.nights.indices { spread.nights[night].files = [] }
        var invoices: [[SentInvoice]] = spread.nights.map { _ in [] }
        for (night, given) in world.nights.enumerated() {
            for invoice in given.files.flatMap({ $0.invoices }) {
                for (place, part) in parts(of: invoice, &dice).enumerated() {
                    var part = part
                    part.number += dice.pick(["-a", "-b", "-z"]) + "\(place)"
                    invoices[dice.roll(night...world.nights.count - 1)].append(part)
                }
            }
        }
        for night in spread.nights.indices {
            spread.nights[night].files = invoices[night].enumerated().map { place, invoice in
                SentFile(
                    stem: "\(dice.roll(100...999))-\(place)", format: dice.pick([.csv, .xml]), invoices: [invoice])
            }
        }
        let run = try WorldRun(spread)
        #expect(base.paid(by: "child_id") == run.paid(by: "child_id"))
        #expect(run.nights.allSatisfy { $0.rows("open-items.csv").isEmpty })
    }

    /// An invoice's lines, some of them cut in two, as one to three invoices.
    private func parts(of invoice: SentInvoice, _ dice: inout Dice) -> [SentInvoice] {
        var parts = Array(repeating: invoice, count: dice.roll(1...3))
        for index in parts.indices { parts[index].lines = [] }
        for line in invoice.lines {
            for (half, hours) in halves(line.hours, &dice).enumerated() {
                let place = dice.roll(0...parts.count - 1)
                var piece = line.with(hours: hours)
                piece.number = parts[place].lines.count + 1
                piece.description += " part \(half)"
                parts[place].lines.append(piece)
            }
        }
        return parts.filter { !$0.lines.isEmpty }
    }

    private func halves(_ hours: Int, _ dice: inout Dice) -> [Int] {
        guard hours > 1, dice.chance(40) else { return [hours] }
        let first = dice.roll(1...hours - 1)
        return [first, hours - first]
    }

    /// Every line's hours shared out among the agreement's children: where no child's own cap cuts them, the agreement
    /// pays the same for each of its services.
    @Test(arguments: seeds) func sharingASessionAmongSiblingsMeetsTheSameLimits(_ seed: Int) throws {
        var dice = Dice(seed: seed + 7_000_000)
        let world = try RandomWorld.made(seed, .plain)
        let siblings = Dictionary(grouping: world.nights[0].registers[AgreementChildren.file]) { $0[0] }
        let shared = world.mapInvoices { invoice in
            var invoice = invoice
            invoice.lines = invoice.lines.flatMap { line in
                halves(line.hours, &dice).enumerated().map { half, hours in
                    var piece = line.with(hours: hours)
                    piece.child = dice.pick(siblings[invoice.agreement] ?? [])[1]
                    piece.description += " part \(half)"
                    return piece
                }
            }
            for index in invoice.lines.indices { invoice.lines[index].number = index + 1 }
            return [invoice]
        }
        let whole = try WorldRun(world.withoutChildCap)
        let parts = try WorldRun(shared.withoutChildCap)
        #expect(whole.paid(by: "agreement_id", "service") == parts.paid(by: "agreement_id", "service"))
    }

    @Test(arguments: seeds) func cuttingALineGainsAtMostHalfACentAPiece(_ seed: Int) {
        var dice = Dice(seed: seed + 8_000_000)
        for _ in 1...200 {
            let rate = Rate(cents: dice.roll(1...20_000))
            let pieces = (1...dice.roll(2...6)).map { _ in Hours(hundredths: dice.roll(1...2000)) }
            let whole = rate.cost(of: pieces.reduce(.zero, +)).cents
            let cut = pieces.reduce(0) { $0 + rate.cost(of: $1).cents }
            #expect(cut - whole <= pieces.count / 2, "\(pieces) at \(rate)")
        }
    }
}

extension SentLine {
    /// What rules 20 and 26 compare.
    fileprivate var work: [String] {
        [child, "\(day)", service, worker, "\(hours)", activity.lowercased(), description.lowercased()]
    }

    /// The line with other hours, billed at its rate.
    fileprivate func with(hours: Int) -> SentLine {
        var line = self
        line.hours = hours
        line.amount = Self.cost(hours, at: rate)
        return line
    }
}

extension RandomWorld {
    fileprivate var withoutChildCap: RandomWorld {
        var world = self
        for index in world.pack.policies.indices {
            world.pack.policies[index].childCap = nil
            world.pack.policies[index].childCapWithHomeStudy = nil
        }
        return world
    }

    /// The world in which the lines behind `cut` come on an invoice whose number has `!` behind it, the first of all
    /// letters; AAP and staff speak of both.
    fileprivate func splitting(_ whole: SentInvoice, at cut: Int) -> RandomWorld {
        let moved = Set(whole.lines[cut...].map { $0.number })
        var world = mapInvoices { invoice in
            guard invoice == whole else { return [invoice] }
            var (first, second) = (invoice, invoice)
            first.lines = Array(invoice.lines[..<cut])
            second.lines = Array(invoice.lines[cut...])
            second.number += "!"
            return [first, second]
        }
        for night in world.nights.indices {
            let reviews = world.nights[night].registers[AAPReviews.file]
            world.nights[night].registers[AAPReviews.file] +=
                reviews
                .filter { $0[0] == whole.provider && $0[1] == whole.number }
                .map { [$0[0], $0[1] + "!"] + $0[2...] }
            for index in world.nights[night].dispositions.indices {
                let row = world.nights[night].dispositions[index]
                if row.provider == whole.provider, row.number == whole.number, moved.contains(row.line) {
                    world.nights[night].dispositions[index].number += "!"
                }
            }
        }
        return world
    }
}
