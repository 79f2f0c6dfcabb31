/// What the rules say of each line taken alone, and the terms that it is then held against.
enum Judgements {
    /// Lines that a thread judges before it looks for more.
    private static let share = 1 << 14

    /// Judges every line that the night decides and leaves the findings in its decisions. The lines are shared out
    /// among threads; each line's result depends on that line alone, so that the number of threads changes none.
    static func judge(_ night: inout Night, _ rules: RuleBook, threads: Int) {
        let count = night.lines.count
        let threads = max(1, threads)
        // A short night is shared out, too.
        let share = max(1, min(share, (count + threads - 1) / threads))
        let shares = (count + share - 1) / share
        var decisions = night.decisions
        night.decisions = []
        var verdicts = [UInt8](repeating: 0, count: count)
        let judged = decisions.withUnsafeMutableBufferPointer { decisions in
            verdicts.withUnsafeMutableBufferPointer { verdicts in
                nonisolated(unsafe) let place = (decisions: decisions, verdicts: verdicts)
                let night = night
                return SharedWork.map(threads, threads: threads) { thread in
                    var judge = Judge(night, rules)
                    return stride(from: thread, to: shares, by: threads).map { number in
                        let range = number * share..<min(count, (number + 1) * share)
                        return judge.judge(range, place.decisions, place.verdicts)
                    }
                }
            }
        }
        night.decisions = decisions
        night.verdicts = verdicts
        gather((0..<shares).map { judged[$0 % threads][$0 / threads] }, share, into: &night)
    }

    /// Puts the terms of all shares into one list, and each line's place in it to its decision.
    private static func gather(_ lists: [[LineTerms]], _ share: Int, into night: inout Night) {
        night.terms = []
        night.terms.reserveCapacity(lists.reduce(0) { $0 + $1.count })
        for (number, list) in lists.enumerated() {
            let base = Int32(night.terms.count)
            night.terms += list
            for index in number * share..<min(night.decisions.count, (number + 1) * share) {
                night.decisions[index].terms += base
            }
        }
    }
}

/// Judges lines on one thread.
private struct Judge {
    let night: Night
    let rules: RuleBook
    private var termsList = TermsList()
    private var memory: VerdictMemory
    private var findings: [FindingSet] = []

    init(_ night: Night, _ rules: RuleBook) {
        self.night = night
        self.rules = rules
        memory = VerdictMemory(night.pack.classifier)
    }

    /// The most lines that are judged together: enough that a rule's dispatch costs nothing, few enough that their
    /// facts stay in the cache.
    private static let largestChunk = 64

    /// Judges lines: leaves the verdicts on their activities, and in their decisions the findings and the places of
    /// their terms among those that it returns.
    mutating func judge(
        _ lines: Range<Int>, _ decisions: UnsafeMutableBufferPointer<Decision>,
        _ verdicts: UnsafeMutableBufferPointer<UInt8>
    ) -> [LineTerms] {
        termsList = TermsList()
        for start in stride(from: lines.lowerBound, to: lines.upperBound, by: Self.largestChunk) {
            let chunk = start..<min(lines.upperBound, start + Self.largestChunk)
            judgeChunk(
                chunk, UnsafeMutableBufferPointer(rebasing: decisions[chunk]),
                UnsafeMutableBufferPointer(rebasing: verdicts[chunk]))
        }
        return termsList.all
    }

    private mutating func judgeChunk(
        _ range: Range<Int>, _ decisions: UnsafeMutableBufferPointer<Decision>,
        _ verdicts: UnsafeMutableBufferPointer<UInt8>
    ) {
        findings.removeAll(keepingCapacity: true)
        findings.append(contentsOf: repeatElement([], count: range.count))
        let night = night
        withUnsafeTemporaryAllocation(of: LineFacts.self, capacity: range.count) { facts in
            for index in range {
                let place = index - range.lowerBound
                guard night.origins[index].isDecided else {
                    facts.initializeElement(at: place, to: .unbilled)
                    decisions[place].terms = termsList.place(of: .none)
                    continue
                }
                let verdict = memory.verdict(of: index, in: night)
                verdicts[place] = UInt8(verdict.place)
                facts.initializeElement(at: place, to: night.facts(of: index, verdict))
                decisions[place].terms = termsList.place(of: LineTerms(facts[place]))
            }
            findings.withUnsafeMutableBufferPointer { findings in
                for rule in rules.alone { rule.scan(UnsafeBufferPointer(facts), into: findings) }
                for index in range where night.origins[index].isDecided {
                    decisions[index - range.lowerBound].findings = findings[index - range.lowerBound]
                }
            }
            facts.deinitialize()
        }
    }
}

extension VerdictMemory {
    /// What a line's activity and description say.
    fileprivate mutating func verdict(of index: Int, in night: borrowing Night) -> ActivityVerdict {
        verdict(night.lines[index].activity, night.lines[index].description, night.symbols)
    }
}

/// The terms of some lines, each once or a few times: lines that stand together mostly have the same.
private struct TermsList {
    private(set) var all: [LineTerms] = []
    private static let lookedBack = 8

    mutating func place(of terms: LineTerms) -> Int32 {
        for place in all.indices.suffix(Self.lookedBack).reversed() where all[place] == terms { return Int32(place) }
        all.append(terms)
        return Int32(all.count - 1)
    }
}

/// What a line is held against by its agreement and contract: a plain value, kept from judging to deciding.
///
/// A large night has hundreds of thousands: it is kept short. No register states more than it holds.
struct LineTerms: Hashable, Sendable {
    private var shortVersion: Int32 = -1
    private var shortRate: Int32 = -1
    private var shortHours: Int32 = 0
    private var shortCeiling: Int32 = 0
    private var shortCap: Int32 = -1

    /// What nothing can be paid on.
    static let none = LineTerms()

    private init() {}

    /// The agreement's version in force.
    var version: Int? { shortVersion < 0 ? nil : Int(shortVersion) }
    var contractRate: Rate? { shortRate < 0 ? nil : Rate(cents: Int(shortRate)) }
    var maxHours: Hours { Hours(hundredths: Int(shortHours)) }
    var ceiling: Money { Money(cents: Int(shortCeiling)) }
    /// The child's cap; nil: the policy of the day knows none.
    var cap: Hours? { shortCap < 0 ? nil : Hours(hundredths: Int(shortCap)) }

    /// What is left for a line when its turn comes. Where there is no agreed rate, service or version, nothing is:
    /// what can't be held against an agreement is not paid, whatever a pack switches off.
    func limits(_ line: InvoiceLine, _ paid: PaidBefore) -> Limits {
        Limits(
            hours: line.hours, rate: line.rate, contractRate: contractRate ?? Rate(cents: 0),
            serviceHoursLeft: max(.zero, maxHours - paid.serviceHours),
            childHoursLeft: cap.map { max(.zero, $0 - paid.childHours) },
            serviceDollarsLeft: max(.zero, ceiling - paid.serviceAmount))
    }
}

extension LineTerms {
    init(_ facts: LineFacts) {
        self = .none
        if let version = facts.version {
            shortVersion = Int32(clamping: version.number)
            shortHours = Int32(clamping: (version.maxHours ?? .zero).hundredths)
            shortCeiling = Int32(clamping: (version.ceiling ?? .zero).cents)
        }
        if let rate = facts.contractRate {
            shortRate = Int32(clamping: (facts.policy.rateCap.map { min($0, rate) } ?? rate).cents)
        }
        if let cap = facts.policy.cap(additionalHomeStudies: facts.version?.additionalHomeStudies ?? 0) {
            shortCap = Int32(clamping: cap.hundredths)
        }
    }
}
