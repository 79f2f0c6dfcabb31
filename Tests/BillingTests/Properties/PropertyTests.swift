import Foundation
import Testing

@testable import Billing

/// What must be true of every night, tried on nights that nobody thought of. Each property is one function, run for
/// every seed; a failure names the seed, and the seed makes the same nights again.
///
/// `make soak SEEDS=5000` tries more of them.
@Suite struct PropertyTests {
    static let seeds: Range<Int> = {
        let text = ProcessInfo.processInfo.environment["PROPERTY_SEEDS"]
        return 0..<(text.flatMap { Int($0) } ?? 300)
    }()

    /// Nights in which nothing happens would prove nothing.
    @Test(.enabled(if: PropertyTests.seeds.count >= 300)) func theNightsHaveOfEverything() throws {
        var counts: [String: Int] = [:]
        for night in try Self.seeds.prefix(300).flatMap({ try WorldRun.base($0).run.nights }) {
            for row in night.rows("decisions.csv") {
                let words = [row["disposition"]] + row["findings"].split(separator: ";").map(String.init)
                for word in words { counts[word, default: 0] += 1 }
            }
            for row in night.rows("invoices.csv") { counts[row["status"], default: 0] += 1 }
        }
        let rules = (Catalogue.lineRules.map { $0.name } + Catalogue.reducingRules.map { $0.name })
            .filter { !["agreement-unknown", "agreement-provider", "register-fault"].contains($0) }
        for word in rules + ["paid", "reduced", "denied", "pended", "reversed", "withdrawn", "rejected", "skipped"] {
            #expect(counts[word, default: 0] >= 3, "\(word)")
        }
    }

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

    /// The tables that a night reads instead of the history follow from what was posted, whatever a night changed.
    @Test(arguments: seeds.prefix(100)) func whatANightReadsFollowsFromWhatWasPosted(_ seed: Int) throws {
        _ = try WorldRun(RandomWorld.made(seed, .full), isProved: true)
    }
}
