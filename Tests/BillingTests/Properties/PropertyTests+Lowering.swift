import Testing

@testable import Billing

/// Lowering a limit never raises a payment. That is not true of every single line: what one line no longer uses another
/// may (the child's hours that a lowered maximum leaves over pay for another service), and where that other line is
/// billed at a higher rate even the sum may rise. True are these two:
/// - of all lines the first, in the order, that is decided otherwise is paid less or the same; no line before it
///   changes;
/// - where one rate holds, what is paid in all never rises. (Let every service of an agreement be a bin on one side and
///   every child one on the other; a line draws from one of each. Hold the two worlds side by side: on the lowered side
///   no bin ever has more left than before, on the other none has less, and each line keeps it so; the sum over the
///   other side is what is paid.) A service's hours and dollars must then be lowered together and in every version
///   alike, else a later version may pay what the earlier one left.
extension PropertyTests {
    @Test(arguments: seeds) func theFirstLineThatALowerLimitChangesIsPaidLess(_ seed: Int) throws {
        var dice = Dice(seed: seed + 9_000_000)
        let (world, base) = try WorldRun.base(seed)
        let isAboutHours = dice.chance(50)
        let run = try WorldRun(
            dice.chance(30)
                ? world.loweringChildCap(by: dice.roll(1...60) * 100)
                : world.loweringService(&dice, hours: isAboutHours, dollars: !isAboutHours))
        var (order, lowerOrder) = (DecidedLines(), DecidedLines())
        for (before, after) in zip(base.nights, run.nights) {
            let (was, now) = (order.next(before).decided, lowerOrder.next(after).decided)
            guard let changed = zip(was, now).first(where: { $0 != $1 }) else {
                #expect(was.count == now.count)
                continue
            }
            #expect(changed.0.line == changed.1.line)
            #expect(changed.1.hundredths("paid_amount") <= changed.0.hundredths("paid_amount"))
            #expect(changed.1.hundredths("paid_hours") <= changed.0.hundredths("paid_hours"))
            return
        }
    }

    @Test(arguments: seeds) func aLowerLimitNeverRaisesWhatIsPaidInAll(_ seed: Int) throws {
        var dice = Dice(seed: seed + 10_000_000)
        let (world, base) = try WorldRun.base(seed, .plain)
        let run = try WorldRun(
            dice.chance(40)
                ? world.loweringChildCap(by: dice.roll(1...12) * 100)
                : world.loweringService(&dice, hours: true, dollars: true))
        #expect(run.paid <= base.paid)
    }
}

extension RandomWorld {
    /// Caps with and without a home study, lowered by the same hours, but not below zero.
    fileprivate func loweringChildCap(by hundredths: Int) -> RandomWorld {
        var world = self
        for index in world.pack.policies.indices {
            guard let cap = world.pack.policies[index].childCap else { continue }
            let less = Hours(hundredths: min(hundredths, cap.hundredths))
            world.pack.policies[index].childCap = cap - less
            world.pack.policies[index].childCapWithHomeStudy = world.pack.policies[index].childCapWithHomeStudy! - less
        }
        return world
    }

    /// What one agreement allows of one service, lowered in every version by the same hours and at $70.00 by the same
    /// dollars, but not below zero.
    fileprivate func loweringService(_ dice: inout Dice, hours: Bool, dollars: Bool) -> RandomWorld {
        let rows = nights[0].registers[AgreementServices.file]
        let chosen = dice.pick(rows)
        let isChosen = { (row: [String]) in row[0] == chosen[0] && row[2] == chosen[2] }
        let most =
            rows.filter(isChosen)
            .map { min(ReportRow.hundredths($0[3]), ReportRow.hundredths($0[4]) / 70) }.min() ?? 0
        guard most > 0 else { return self }
        let less = dice.roll(1...most)
        var world = self
        for night in world.nights.indices {
            world.nights[night].registers[AgreementServices.file] = rows.map { row in
                guard isChosen(row) else { return row }
                var row = row
                if hours { row[3] = hundredths(ReportRow.hundredths(row[3]) - less) }
                if dollars { row[4] = hundredths(ReportRow.hundredths(row[4]) - less * 70) }
                return row
            }
        }
        return world
    }
}
