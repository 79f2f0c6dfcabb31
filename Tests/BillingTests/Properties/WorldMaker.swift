@testable import Billing

/// Makes the parts of a random world that hang together: who works for whom, under what, since when.
struct WorldMaker {
    var dice: Dice
    let kind: RandomWorld.Kind
    /// The first day on which anybody works.
    let start: Day
    var registers = RegisterRows()
    var agreements: [Deal] = []
    var children: [String] = []
    /// Every invoice so far.
    var sent: [SentInvoice] = []
    /// Those of earlier nights. Their numbers alone are used again: in one CSV file rows of one number are one invoice.
    var sentBefore: [SentInvoice] = []
    var files: [SentFile] = []

    /// What invoices are written from.
    struct Deal {
        var id: String
        var provider: String
        var children: [String]
        var services: [String]
        var isForAAP: Bool
    }

    static let services = [
        "recruitment-screening", "placement-planning", "home-study", "post-placement-supervision", "reunification",
    ]

    init(seed: Int, kind: RandomWorld.Kind) {
        var dice = Dice(seed: seed)
        // Some worlds live through the change of policy of 2014-12-19.
        let isOld = dice.chance(15) && kind == .full
        self.dice = dice
        self.kind = kind
        start = isOld ? Day(year: 2014, month: 11, day: 25)! : Day(year: 2026, month: 8, day: 1)!
    }

    var isPlain: Bool { kind != .full }

    /// Something that happens so many times in a hundred, and never in a plain world.
    mutating func happens(_ percent: Int) -> Bool { dice.chance(percent) && !isPlain }

    mutating func day(_ range: ClosedRange<Int>) -> Day { start.adding(days: dice.roll(range)) }

    /// Makes the registers and one to three nights (plain: two).
    mutating func nights() -> [RandomWorld.Night] {
        makeChildren()
        for number in 1...dice.roll(2...4) { makeProvider("P-\(number)", contract: "K-\(number)") }
        makeAgreements()
        makeOpeningBalances()
        var nights: [RandomWorld.Night] = []
        var asOf = start.adding(days: dice.roll(38...45))
        for _ in 1...(isPlain ? 2 : dice.roll(1...3)) {
            let tonight = makeFiles(night: nights.count, asOf: asOf)
            if !isPlain { makeReviews(asOf: asOf) }
            let staff = isPlain ? [] : makeDispositions(asOf: asOf)
            nights.append(.init(asOf: asOf, registers: registers, files: tonight, dispositions: staff))
            asOf = asOf.adding(days: dice.roll(1...14))
        }
        return nights
    }

    private mutating func makeChildren() {
        for number in 1...dice.roll(3...6) {
            let child = "C-\(number)"
            children.append(child)
            let birth = start.adding(days: -dice.roll(isPlain ? 2000...5000 : 2000...6600))
            registers.add(Children.file, child, birth)
            registers.add(ChildEvents.file, child, "opened", start.adding(days: -400))
            guard !isPlain else { continue }
            if isForAAP(child) {
                registers.add(
                    ChildEvents.file, child, dice.pick(["adoption_finalized", "guardianship_transferred"]),
                    dice.chance(90) ? start.adding(days: -100) : day(0...30))
            } else if dice.chance(10) {
                registers.add(ChildEvents.file, child, dice.pick(["closed", "reunified"]), day(0...40))
            }
        }
    }

    /// Every third child was adopted or has a guardian.
    func isForAAP(_ child: String) -> Bool { !isPlain && child.hasSuffix("3") || !isPlain && child.hasSuffix("6") }

    private mutating func makeProvider(_ provider: String, contract: String) {
        let agency = happens(12) ? "clinical_provider" : "child_placing_agency"
        registers.add(Providers.file, provider, "Agency \(provider)", "06-1", agency, happens(3) ? "MA" : "CT", "S-1")
        let licenceEnd = happens(6) ? "\(day(10...40))" : ""
        registers.add(Licences.file, provider, "L-1", "CT", "2000-01-01", licenceEnd)
        let contractEnd = happens(5) ? "\(day(20...50))" : ""
        var suspension = ("", "")
        if happens(15) {
            let first = day(5...35)
            suspension = ("\(first)", dice.chance(70) ? "\(first.adding(days: dice.roll(0...6)))" : "")
        }
        registers.add(Contracts.file, contract, provider, "2000-01-01", contractEnd, suspension.0, suspension.1)
        registers.add(Rates.file, contract, happens(5) ? "\(day(3...8))" : "2000-01-01", isPlain ? "70.00" : "70.63")
        if happens(35) {
            registers.add(Rates.file, contract, day(12...35), dice.pick(["72.10", "68.00", "70.64"]))
        }
        if happens(20) {
            let stay = day(-60...20)
            registers.add(
                Placements.file, dice.pick(children), provider, dice.pick(["residential", "foster_care", "adoptive"]),
                dice.pick(["F-1", "F-2", ""]), stay, dice.chance(50) ? "\(stay.adding(days: 60))" : "",
                dice.chance(50) ? "\(day(0...30))" : "")
        }
    }
}
