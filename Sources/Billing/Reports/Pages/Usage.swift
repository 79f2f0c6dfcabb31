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

    /// Every service of every agreement that has not ended before the months which the rules on agreements look at
    /// (those are done with, unless more was paid than they allow), those with the largest share first: paid beyond any
    /// agreement, then by share, then by what is held on top.
    static func all(_ outcome: Outcome) -> [Usage] {
        var all: [Usage] = []
        for agreement in outcome.agreements {
            let hasEnded = agreement.story.dueMonths.first.map { agreement.story.end < $0.firstDay } ?? false
            for account in agreement.story.accounts where account.maxHours != .zero || account.paidHours != .zero {
                if hasEnded, account.paidHours <= account.maxHours { continue }
                all.append(
                    Usage(
                        agreement: agreement.id, provider: agreement.provider,
                        service: agreement.story.name(account.service), account: account))
            }
        }
        let keyed = all.enumerated().map {
            (share: $0.element.share ?? .max, held: $0.element.heldShare, place: $0.offset)
        }
        return keyed.sorted { (-$0.share, -$0.held, $0.place) < (-$1.share, -$1.held, $1.place) }.map { all[$0.place] }
    }

    private var heldShare: Int {
        account.maxHours == .zero ? 0 : account.heldHours.hundredths * 1000 / account.maxHours.hundredths
    }
}
