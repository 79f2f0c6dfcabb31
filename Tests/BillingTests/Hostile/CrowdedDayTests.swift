import Testing

@testable import Billing

/// A crowded day is looked up in tables; it must answer as the look at every line does.
@Suite("Days with many lines")
struct CrowdedDayTests {
    private typealias Work = StandingWork.Work

    /// Lines of tonight, by their places.
    private struct Lines: Docket {
        var works: [Work]
        func work(of index: Int) -> Work { works[index] }
    }

    /// Four texts of lines.
    private static let (symbols, texts) = {
        var symbols = Symbols()
        let texts = ["Home study", "recruitment event", "with the family", "by telephone"].map { symbols.intern($0) }
        return (symbols, texts)
    }()

    private static func work(_ digits: inout UInt64) -> Work {
        // Knuth's multiplicative generator: the same lines on every run.
        func next(_ limit: UInt64) -> UInt32 {
            digits = digits &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
            return UInt32(digits >> 33 % limit)
        }
        return Work(
            provider: Symbol(index: 1 + next(2)), child: Symbol(index: 1), day: .first,
            service: next(2) == 0 ? .known(Service(index: 1)) : .billed(Symbol(index: 9)),
            worker: Symbol(index: next(2)), hours: Hours(hundredths: 100 + Int(next(2))),
            activity: Self.texts[Int(next(2))], description: Self.texts[2 + Int(next(2))], invoice: Int(next(3)))
    }

    /// What the rulebook says, word for word.
    private static func naive(_ work: Work, _ earlier: [Work]) -> (EarlierLines, Int?) {
        var found: EarlierLines = []
        var twin: Int?
        for (place, other) in earlier.enumerated() {
            var like: EarlierLines = []
            if other.provider != work.provider {
                if other.service == work.service { like = .otherProvider }
            } else if other.worker == work.worker, other.hours == work.hours, other.activity == work.activity {
                if other.service != work.service {
                    if !work.worker.isEmpty { like = .otherService }
                } else if other.description == work.description {
                    like = other.invoice == work.invoice ? .sameHere : .sameElsewhere
                }
            }
            found.formUnion(like)
            if !like.isEmpty { twin = place }
        }
        return (found, twin)
    }

    @Test("answer like days with few")
    func sameAnswers() {
        var digits: UInt64 = 42
        let count = 4 * StandingWork.crowd
        var standing = StandingWork([], texts: FoldedTexts(Self.symbols))
        var earlier: [Work] = []
        for index in 0..<count {
            let work = Self.work(&digits)
            let (found, twin) = standing.compare(with: work, in: Lines(works: earlier))
            let expected = Self.naive(work, earlier)
            #expect(found == expected.0 && twin == expected.1.map { .tonight($0) })
            earlier.append(work)
            standing.add(index, work, in: Lines(works: earlier))
        }
    }

    @Test("begin with the lines of earlier nights")
    func linesOfEarlierNights() {
        var digits: UInt64 = 7
        let works = (0..<3 * StandingWork.crowd).map { _ in Self.work(&digits) }
        for split in [1, StandingWork.crowd - 1, StandingWork.crowd, 2 * StandingWork.crowd] {
            let known = works[..<split].map {
                StandingWork.Earlier(work: $0, mark: .init(provider: .none, invoiceNumber: .none, line: 0))
            }
            var standing = StandingWork(known, texts: FoldedTexts(Self.symbols))
            for index in split..<works.count {
                let (found, twin) = standing.compare(with: works[index], in: Lines(works: Array(works[split...])))
                let expected = Self.naive(works[index], Array(works[..<index]))
                #expect(found == expected.0)
                #expect(twin == expected.1.map { $0 < split ? .earlier($0) : .tonight($0 - split) })
                standing.add(index - split, works[index], in: Lines(works: Array(works[split...])))
            }
        }
    }

    @Test("know the latest by the order in which they were decided, wherever the files have them")
    func latestInTheOrder() {
        var digits: UInt64 = 11
        let count = 3 * StandingWork.crowd
        let works = (0..<count).map { _ in Self.work(&digits) }
        let files = Lines(works: Array(works.reversed()))
        var standing = StandingWork([], texts: FoldedTexts(Self.symbols))
        for index in 0..<count {
            let (found, twin) = standing.compare(with: works[index], in: files)
            let expected = Self.naive(works[index], Array(works[..<index]))
            #expect(found == expected.0 && twin == expected.1.map { .tonight(count - 1 - $0) })
            standing.add(count - 1 - index, works[index], in: files)
        }
    }

    @Test("are forgotten behind them, but for those of earlier nights", arguments: [1, 2 * StandingWork.crowd])
    func dayByDay(_ count: Int) {
        var digits: UInt64 = 5
        let known = (0..<count).map { number in
            var work = Self.work(&digits)
            if number % 2 == 1 { work.day = work.day.adding(days: 1) }
            return StandingWork.Earlier(work: work, mark: .init(provider: .none, invoiceNumber: .none, line: 0))
        }
        var works = (0..<3 * count).map { _ in Self.work(&digits) }
        for index in works.indices { works[index].day = works[index].day.adding(days: index / count) }
        var standing = StandingWork(known, texts: FoldedTexts(Self.symbols))
        for (index, work) in works.enumerated() {
            standing.begin(work.day)
            let before = known.map { $0.work } + works[..<index]
            let expected = Self.naive(work, before.filter { $0.day == work.day })
            let (found, twin) = standing.compare(with: work, in: Lines(works: works))
            #expect(found == expected.0 && (twin == nil) == (expected.1 == nil))
            standing.add(index, work, in: Lines(works: works))
        }
    }

    @Test("do not take longer with every line", .timeLimit(.minutes(patience)))
    func manyLines() {
        var standing = StandingWork([], texts: FoldedTexts(Self.symbols))
        let works = Lines(works: (0..<100_000).map { index in
            Work(
                provider: Symbol(index: 1), child: Symbol(index: 2), day: .first, service: .known(Service(index: 1)),
                worker: .none, hours: Hours(hundredths: index + 1), activity: Self.texts[0], description: .none,
                invoice: 1)
        })
        for index in 0..<100_000 {
            #expect(standing.compare(with: works.work(of: index), in: works).found == [])
            standing.add(index, works.work(of: index), in: works)
        }
    }
}
