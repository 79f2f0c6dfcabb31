@testable import Billing

extension WorldMaker {
    /// One to three agreements for each provider: about one child or siblings, and children stand on several.
    mutating func makeAgreements() {
        for row in registers[Providers.file] {
            let contract = "K" + row[0].dropFirst()
            for _ in 1...dice.roll(1...3) { makeAgreement(provider: row[0], contract: contract) }
        }
    }

    private mutating func makeAgreement(provider: String, contract: String) {
        let id = "A-\(agreements.count + 1)"
        let isForAAP = isForAAP(dice.pick(children))
        let known = children.filter { self.isForAAP($0) == isForAAP || happens(4) }
        let count = kind == .single ? 1 : min(dice.roll(1...3), known.count)
        var deal = Deal(
            id: id, provider: provider, children: dice.some(count, of: known), services: [], isForAAP: isForAAP)
        for child in deal.children { registers.add(AgreementChildren.file, id, child) }
        deal.services = isForAAP ? ["post-finalization"] : dice.some(dice.roll(1...3), of: Self.services)

        let first = happens(20) ? day(-5...10) : start.adding(days: -30)
        let end = happens(15) ? day(20...45) : start.adding(days: 300)
        makeVersion(0, of: deal, contract, start: first, end: end, effective: first)
        if happens(35) {
            let effective = day(5...40)
            let laterEnd = end.adding(days: dice.roll(0...30))
            makeVersion(1, of: deal, contract, start: first, end: laterEnd, effective: effective)
        }
        if happens(8) { registers.add(Terminations.file, id, day(-10...10), day(12...45), "DCF") }
        if happens(10) { registers.add(Explanations.file, id, "late_completion", day(20...45)) }
        if happens(20) { registers.add(ProgressReports.file, id, "monthly", day(0...0).month, day(30...60)) }
        agreements.append(deal)
    }

    private mutating func makeVersion(
        _ version: Int, of deal: Deal, _ contract: String, start first: Day, end: Day, effective: Day
    ) {
        let studies = happens(20) ? 1 : 0
        registers.add(
            Agreements.file, deal.id, version, deal.provider, contract, first, end, effective, studies,
            version == 0 ? "" : "more hours")
        for service in deal.services where version == 0 || !happens(8) {
            let hours = dice.roll(isPlain ? 4...30 : 2...30) * 100 + (happens(30) ? dice.roll(1...99) : 0)
            let full = SentLine.cost(hours, at: isPlain ? 70_00 : 70_63)
            // A plain ceiling is whole hundredths of an hour at $70.00.
            let share = dice.chance(25) ? dice.roll(6...9) : 10
            let ceiling = isPlain ? hours * share / 10 * 70 : full * share / 10
            registers.add(
                AgreementServices.file, deal.id, version, service, hundredths(hours), hundredths(max(1, ceiling)))
        }
        let roles =
            deal.isForAAP
            ? ["provider", "aap"] : ["provider", "social_worker", "supervisor", "regional_administrator"]
        let isIncomplete = happens(version == 0 ? 2 : 15)
        for (place, role) in roles.enumerated() where !(isIncomplete && place == 1) {
            let signed = place == 0 && happens(12) ? effective.adding(days: dice.roll(1...12)) : effective
            registers.add(AgreementSignatures.file, deal.id, version, role, signed)
        }
    }

    /// What was paid before the first night, so that caps and maximum hours are within reach.
    mutating func makeOpeningBalances() {
        for deal in agreements where dice.chance(isPlain ? 30 : 45) {
            let service = dice.pick(deal.services)
            for child in deal.children where dice.chance(60) {
                let isNearCap = happens(50)
                let hours = isNearCap ? dice.roll(115_00...131_00) : dice.roll(1...12) * 50
                registers.add(
                    OpeningBalances.file, deal.id, service, child, deal.isForAAP ? "AAP" : "DCF-2106",
                    hundredths(hours), hundredths(isNearCap ? 70 : hours * 70), start.adding(days: -1))
            }
        }
    }
}
