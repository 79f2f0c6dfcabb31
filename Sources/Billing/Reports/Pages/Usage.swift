/// How far the hours of an agreement's service are used.
struct Usage {
    var agreement: Symbol
    var provider: Symbol
    var service: String
    var account: AgreementStory.Account

    /// Paid hours in thousandths of the agreed ones; nil where none are agreed.
    var share: Int? {
        account.maxHours == .zero ? nil : account.paidHours.hundredths * 1000 / account.maxHours.hundredths
    }

    /// From this share on an agreement's service is called nearly used up.
    static let near = 900

    fileprivate var heldShare: Int {
        account.maxHours == .zero ? 0 : account.heldHours.hundredths * 1000 / account.maxHours.hundredths
    }
}

/// How far the hours of all agreements' services are used: those of every agreement that has not ended before the
/// months which the rules on agreements look at (those are done with, unless more was paid than they allow).
struct UsageOverview {
    /// Those with the largest share first: paid beyond any agreement, then by share, then by what is held on top.
    private(set) var mostUsed: [Usage] = []
    /// How many services there are.
    private(set) var count = 0
    /// How many have which share; nothing agreed has the largest.
    private var counts: [Int: Int] = [:]
    private let longest: Int

    /// - Parameter longest: how many of the most used are wanted.
    init(_ outcome: Outcome, longest: Int) {
        self.longest = longest
        outcome.agreements.withUnsafeBufferPointer { agreements in
            for index in agreements.indices { add(agreements[index], outcome.night.pack.services) }
        }
    }

    /// How many services have a share in a range.
    func count(_ shares: ClosedRange<Int>) -> Int {
        counts.reduce(0) { shares.contains($1.key) ? $0 + $1.value : $0 }
    }

    private mutating func add(_ agreement: borrowing AgreementOutcome, _ services: ServiceCatalogue) {
        for account in agreement.accounts where account.maxHours != .zero || account.paidHours != .zero {
            if agreement.hasEnded, account.paidHours <= account.maxHours { continue }
            let usage = Usage(
                agreement: agreement.id, provider: agreement.provider, service: services.name(account.service),
                account: account)
            count += 1
            counts[usage.share ?? .max, default: 0] += 1
            keep(usage)
        }
    }

    /// Keeps a service where it is among the most used; of equal ones the first.
    private mutating func keep(_ usage: Usage) {
        func isBefore(_ other: Usage) -> Bool {
            let (share, others) = (usage.share ?? .max, other.share ?? .max)
            return share != others ? share > others : usage.heldShare > other.heldShare
        }
        if mostUsed.count == longest, let last = mostUsed.last, !isBefore(last) { return }
        let place = mostUsed.firstIndex { isBefore($0) } ?? mostUsed.endIndex
        mostUsed.insert(usage, at: place)
        if mostUsed.count > longest { mostUsed.removeLast() }
    }
}
