import Foundation
import Testing

@testable import Billing

/// What must be true of every night, tried on nights that nobody thought of. Each property is one function, run for every
/// seed; a failure names the seed, and the seed makes the same nights again.
///
/// `make soak SEEDS=5000` tries more of them.
@Suite struct PropertyTests {
    static let seeds: Range<Int> = {
        let text = ProcessInfo.processInfo.environment["PROPERTY_SEEDS"]
        return 0..<(text.flatMap { Int($0) } ?? 300)
    }()

    /// Every line, every invoice, every run, and from night to night.
    @Test(arguments: seeds) func whatCameInIsPaidTakenOffOrHeld(_ seed: Int) throws {
        let (world, run) = try WorldRun.base(seed)
        var sheet = BalanceSheet(openingBalances: world.nights[0].registers[OpeningBalances.file])
        for night in run.nights { try sheet.add(night) }
    }

    /// Hours and dollars of a service, and the child's 132 or 157 hours in whatever scope the pack counts them.
    @Test(arguments: seeds) func noCapIsEverPassed(_ seed: Int) throws {
        let (world, run) = try WorldRun.base(seed)
        var model = SecondModel(world)
        for night in run.nights { model.check(night) }
        model.checkTotals()
    }
}
