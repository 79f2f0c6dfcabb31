@testable import Billing

extension WorldMaker {
    private static let activities = [
        "home visit", "conference", "telephone call", "travel", "writing the home study", "meeting with the school",
    ]
    private static let unbillable = [
        "typing case notes", "invoice preparation", "home visit and typing", "", "origami",
    ]

    /// One night's files: invoices of every kind, and now and then a file that came before.
    mutating func makeFiles(night: Int, asOf: Day) -> [SentFile] {
        var invoices: [SentInvoice] = []
        sentBefore = sent
        for place in 1...dice.roll(2...4) {
            let invoice = makeInvoice("\(night + 1)\(place)", asOf: asOf)
            invoices.append(invoice)
            sent.append(invoice)
        }
        let cut = dice.roll(0...invoices.count)
        var tonight: [SentFile] = []
        for (place, part) in [invoices[..<cut], invoices[cut...]].enumerated() where !part.isEmpty {
            tonight.append(
                SentFile(stem: "n\(night)-\(place)", format: dice.pick([.csv, .xml]), invoices: Array(part)))
        }
        files += tonight
        if happens(20) {
            var again = dice.pick(files)
            again.stem = "n\(night)-again"
            if dice.chance(50) { again.format = again.format.other }
            tonight.append(again)
        }
        return tonight
    }

    private mutating func makeInvoice(_ name: String, asOf: Day) -> SentInvoice {
        let deal = dice.pick(agreements)
        var invoice = SentInvoice(
            number: "INV-\(name)", provider: deal.provider, agreement: deal.id, month: start.month,
            date: asOf.adding(days: -dice.roll(0...3)))
        if deal.isForAAP != happens(4) { invoice.form = "AAP" }
        if happens(20), let wrong = sent.filter({ $0.provider == deal.provider }).randomElement(&dice) {
            correct(wrong, &invoice)
        }
        if !happens(6) {
            for _ in 1...dice.roll(1...6) {
                invoice.lines.append(makeLine(invoice.lines.count + 1, invoice, deal))
            }
        }
        invoice.month = invoice.lines.first?.day.month ?? invoice.month
        spoil(&invoice, asOf)
        return invoice
    }

    /// The invoice takes the place of an earlier one, and repeats most of it.
    private mutating func correct(_ wrong: SentInvoice, _ invoice: inout SentInvoice) {
        invoice.form = wrong.form
        invoice.agreement = wrong.agreement
        invoice.replaces = dice.chance(95) ? wrong.number : "INV-0"
        for var line in wrong.lines where dice.chance(80) {
            if dice.chance(30) {
                line.hours = dice.roll(1...20) * 25
                line.amount = SentLine.cost(line.hours, at: line.rate)
            }
            line.number = invoice.lines.count + 1
            invoice.lines.append(line)
        }
    }

    private mutating func makeLine(_ number: Int, _ invoice: SentInvoice, _ deal: Deal) -> SentLine {
        if happens(8), var twin = sent.filter({ $0.agreement == deal.id }).flatMap({ $0.lines }).randomElement(&dice) {
            twin.number = number
            return twin
        }
        let hours = isPlain || dice.chance(80) ? dice.roll(1...24) * 25 : dice.roll(1...1800)
        let rate = isPlain ? 70_00 : dice.chance(80) ? 70_63 : dice.pick([72_10, 60_00, 80_00, 70_64])
        var amount = SentLine.cost(hours, at: rate)
        if happens(8) { amount = max(1, amount + dice.pick([-500, -1, 1, 250])) }
        let isOdd = happens(8)
        return SentLine(
            number: number, child: happens(4) ? dice.pick(children) : dice.pick(deal.children),
            day: start.adding(days: dice.roll(0...34)),
            service: happens(3) ? dice.pick(Self.services + ["therapy"]) : dice.pick(deal.services),
            activity: dice.pick(isOdd ? Self.unbillable : Self.activities),
            description: isPlain ? "visit \(sent.count)-\(number)" : makeDescription(),
            hours: hours, rate: rate, amount: amount, worker: isPlain ? "" : dice.pick(["W-1", "W-2", "W-3", ""]),
            family: isPlain ? "" : dice.pick(["F-1", "F-2", ""]))
    }

    private mutating func makeDescription() -> String {
        happens(4) ? "typed it up" : dice.pick(["", "with the family", "at the school", "by telephone"])
    }

    /// Now and then something is wrong with the invoice as a whole.
    private mutating func spoil(_ invoice: inout SentInvoice, _ asOf: Day) {
        if happens(4) { invoice.statedTotal = invoice.total + 1 }
        if happens(3) { invoice.date = asOf.adding(days: 2) }
        let used = sentBefore.filter { $0.provider == invoice.provider && $0.number != invoice.replaces }
        if happens(4), let other = used.randomElement(&dice) { invoice.number = other.number }
        if happens(2), invoice.lines.count > 1 { invoice.lines[1].number = 1 }
    }

    /// AAP's words on its invoices so far: most of them, some on a later night only, some twice.
    mutating func makeReviews(asOf: Day) {
        for invoice in sent where invoice.form == "AAP" && dice.chance(50) {
            registers.add(
                AAPReviews.file, invoice.provider, invoice.number, asOf, asOf.adding(days: -dice.roll(0...20)),
                dice.chance(85) ? "approved" : "returned", "R-1")
        }
    }

    /// What staff say of lines that came; much of it does not apply.
    mutating func makeDispositions(asOf: Day) -> [RandomWorld.StaffRow] {
        let pending = [
            "provider-standing", "agreement-late-completion", "unbillable-suspected", "duplicate-suspected",
            "worker-day", "aap-review-missing", "replaces-unknown",
        ]
        var rows: [RandomWorld.StaffRow] = []
        for invoice in sent where dice.chance(25) {
            for line in invoice.lines where dice.chance(35) {
                let action = dice.pick(["release", "deny", "reopen", "reverse"])
                rows.append(
                    .init(
                        provider: invoice.provider, number: invoice.number, line: line.number, action: action,
                        rule: action == "release" ? dice.pick(pending) : "", day: asOf))
            }
        }
        return rows
    }
}

extension Array {
    /// One of the list; nil where it is empty.
    fileprivate func randomElement(_ dice: inout Dice) -> Element? { isEmpty ? nil : dice.pick(self) }
}
