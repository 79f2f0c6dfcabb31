import Testing

@testable import Billing

extension PropertyTests {
    /// A file that comes twice - on the same night or a later one, under its own name or another, in its own format or
    /// the other - changes no decision, no payment, nothing that is held and no agreement; and of its invoices nothing
    /// is said but that they are known.
    ///
    /// A file of which something was rejected is left out: what was rejected may come again, mended or once its day has
    /// come, and is then taken (spec: Invoice files).
    @Test(arguments: seeds) func aFileThatComesTwiceChangesNothing(_ seed: Int) throws {
        var dice = Dice(seed: seed + 1_000_000)
        var (world, base) = try WorldRun.base(seed)
        let night = dice.roll(0...world.nights.count - 1)
        let rejected = Set(
            base.nights[night].rows("invoices.csv").filter { $0["status"] == "rejected" }.map { $0["file"] })
        let whole = world.nights[night].files.filter { !rejected.contains($0.name) }
        guard !whole.isEmpty else { return }
        var file = dice.pick(whole)
        let isLater = night + 1 < world.nights.count && dice.chance(60)
        let isRenamed = !isLater || dice.chance(50)
        if isRenamed { file.stem = dice.pick(["0", "z"]) + file.stem }
        if dice.chance(50) { file.format = file.format.other }
        world.nights[isLater ? dice.roll(night + 1...world.nights.count - 1) : night].files.append(file)

        let run = try WorldRun(world)
        for (before, after) in zip(base.nights, run.nights) {
            before.expectSameDecisions(as: after)
            expectEqual(before.receivedInvoices, after.receivedInvoices, "invoices.csv")
        }
    }

    /// The same invoices in the other format are decided the same way, and all that is said of them is the same but for
    /// the file and the place in it.
    @Test(arguments: seeds) func theFormatOfAFileChangesNoDecision(_ seed: Int) throws {
        var (world, base) = try WorldRun.base(seed)
        for night in world.nights.indices {
            for file in world.nights[night].files.indices {
                world.nights[night].files[file].format = world.nights[night].files[file].format.other
            }
        }
        let run = try WorldRun(world)
        for (before, after) in zip(base.nights, run.nights) {
            before.expectSameDecisions(as: after)
            let invoices = [before, after].map { $0.rows("invoices.csv").map { $0.without("file") } }
            expectEqual(invoices[0], invoices[1], "invoices.csv")
            let exceptions = [before, after].map { night in
                night.rows("exceptions.csv").map {
                    $0.without("file", "place", "message", "found").joined(separator: ",")
                }
            }
            expectEqual(exceptions[0].sorted(), exceptions[1].sorted(), "exceptions.csv")
        }
    }

    /// Lines are judged in chunks that are shared out among threads; every report has the same bytes, run.json and the
    /// hashes in it included.
    @Test(arguments: seeds) func theNumberOfThreadsChangesNoByte(_ seed: Int) throws {
        var dice = Dice(seed: seed + 2_000_000)
        var (world, base) = try WorldRun.base(seed)
        let threads = dice.pick([1, 3, 4, 7, 16])
        let run: WorldRun
        if seed % 20 == 0 {
            // The reports for people take long to write; every twentieth world has them all.
            world.nights = [world.nights[0]]
            base = try WorldRun(world, reports: Reports())
            run = try WorldRun(world, threads: threads, reports: Reports())
        } else {
            run = try WorldRun(world, threads: threads)
        }
        for (before, after) in zip(base.nights, run.nights) {
            #expect(before.texts.keys.sorted() == after.texts.keys.sorted())
            for name in before.texts.keys { before.expectSame(name, as: after) }
        }
    }
}

/// Two lists are the same; if not, tells of the first difference alone.
func expectEqual<Row: Equatable>(
    _ before: [Row], _ after: [Row], _ name: String, sourceLocation: SourceLocation = #_sourceLocation
) {
    if before == after { return }
    let place = zip(before, after).prefix { $0 == $1 }.count
    let was = place < before.count ? "\(before[place])" : "nothing"
    let became = place < after.count ? "\(after[place])" : "nothing"
    Issue.record("\(name): \(was) became \(became)", sourceLocation: sourceLocation)
}

extension WorldRun.NightReports {
    /// Where money is told of: these must not differ by a byte.
    static let decisive = ["decisions.csv", "payments.csv", "open-items.csv", "agreements.csv"]

    func expectSameDecisions(as other: Self, sourceLocation: SourceLocation = #_sourceLocation) {
        for name in Self.decisive { expectSame(name, as: other, sourceLocation: sourceLocation) }
    }

    func expectSame(_ report: String, as other: Self, sourceLocation: SourceLocation = #_sourceLocation) {
        expectEqual(
            (texts[report] ?? "").split(separator: "\n"), (other.texts[report] ?? "").split(separator: "\n"), report,
            sourceLocation: sourceLocation)
    }

    /// What invoices.csv says of those that were not known already, without the file.
    fileprivate var receivedInvoices: [[String]] {
        rows("invoices.csv").filter { $0["status"] != "skipped" }.map { $0.without("file") }
    }
}
