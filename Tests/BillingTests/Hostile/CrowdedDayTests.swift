import Testing

@testable import Billing

/// A crowded day is looked up in tables; it must answer as the look at every line does.
@Suite("Days with many lines")
struct CrowdedDayTests {
    private typealias Work = StandingWork.Work

    private static func work(_ digits: inout UInt64, _ index: Int) -> Work {
        // Knuth's multiplicative generator: the same lines on every run.
        func next(_ limit: UInt64) -> UInt32 {
            digits = digits &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
            return UInt32(digits >> 33 % limit)
        }
        return Work(
            provider: Symbol(index: 1 + next(2)), child: Symbol(index: 1), day: .first,
            service: next(2) == 0 ? .known(Service(index: 1)) : .billed(Symbol(index: 9)),
            worker: Symbol(index: next(2)), hours: Hours(hundredths: 100 + Int(next(2))),
            activity: Symbol(index: 3 + next(2)), description: Symbol(index: 5 + next(2)), invoice: Int(next(3)),
            mark: .init(provider: .none, invoiceNumber: .none, line: index))
    }

    /// What the rulebook says, word for word.
    private static func naive(_ work: Work, _ earlier: [Work]) -> (EarlierLines, Int?) {
        var found: EarlierLines = []
        var twin: Int?
        for other in earlier {
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
            if !like.isEmpty { twin = other.mark.line }
        }
        return (found, twin)
    }

    @Test("answer like days with few")
    func sameAnswers() {
        var digits: UInt64 = 42
        var standing = StandingWork()
        var earlier: [Work] = []
        for index in 0..<4 * StandingWork.crowd {
            let work = Self.work(&digits, index)
            let (found, twin) = standing.compare(with: work)
            let expected = Self.naive(work, earlier)
            #expect(found == expected.0 && twin?.line == expected.1)
            standing.add(work)
            earlier.append(work)
        }
    }

    @Test("do not take longer with every line", .timeLimit(.minutes(5)))
    func manyLines() {
        var standing = StandingWork()
        var work = Work(
            provider: Symbol(index: 1), child: Symbol(index: 2), day: .first, service: .known(Service(index: 1)),
            worker: .none, hours: .zero, activity: Symbol(index: 3), description: .none, invoice: 1,
            mark: .init(provider: .none, invoiceNumber: .none, line: 0))
        for hours in 1...100_000 {
            work.hours = Hours(hundredths: hours)
            #expect(standing.compare(with: work).found == [])
            standing.add(work)
        }
    }
}
