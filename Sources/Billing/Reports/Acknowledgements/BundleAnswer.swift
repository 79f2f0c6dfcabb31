/// What AAP is told of one week's bundles: what came, what became of each line, and what a later run decided of it.
struct BundleAnswer: Sendable {
    /// `2026-W41`, or the inbox's name of a bundle whose manifest can't be read.
    var name: String
    /// Places among the night's bundles, in the order of the inbox.
    var bundles: [Int] = []
    /// Lines of bundles of that week from earlier nights, that this run decided or took back.
    var later: [Later] = []

    /// An earlier bundle's lines.
    struct Later: Sendable {
        var sequence: Int
        /// Its place among the night's invoices.
        var invoice: Int
        /// Places among the night's lines.
        var lines: [Int]
    }
}

/// What lines come to, split as AAP is told it: billed = paid + reduced + denied + held.
struct AnswerAmounts: Hashable, Sendable {
    var billed = Money.zero
    var paid = Money.zero
    var reduced = Money.zero
    var denied = Money.zero
    var held = Money.zero

    static func += (a: inout AnswerAmounts, b: AnswerAmounts) {
        a.billed += b.billed
        a.paid += b.paid
        a.reduced += b.reduced
        a.denied += b.denied
        a.held += b.held
    }
}

extension Night {
    /// A decided line's amounts.
    func answerAmounts(of index: Int) -> AnswerAmounts {
        let amounts = adviceAmounts(of: index)
        let isDenied = decisions[index].disposition == .denied
        return AnswerAmounts(
            billed: amounts.billed, paid: amounts.paid, reduced: isDenied ? .zero : amounts.takenOff,
            denied: isDenied ? amounts.takenOff : .zero, held: amounts.held)
    }

    func answerAmounts(of lines: some Sequence<Int>) -> AnswerAmounts {
        lines.reduce(into: AnswerAmounts()) { $0 += answerAmounts(of: $1) }
    }

    /// A bundle's invoices by what became of them, as places among the night's.
    func invoices(of bundle: NightBundle, _ status: InvoiceStatus? = nil) -> [Int] {
        files[bundle.file].invoices.filter { status == nil || invoices[$0].status == status }
    }

    /// What the invoices come to that came in a bundle.
    func totals(_ places: [Int]) -> BundleTotals {
        places.reduce(into: BundleTotals()) { $0.add(lines[invoices[$1].invoice.lines]) }
    }

    /// The lines of a bundle that were decided.
    func decidedLines(of bundle: NightBundle) -> [Int] {
        invoices(of: bundle, .accepted).flatMap { invoices[$0].invoice.lines }
    }
}

extension Outcome {
    /// The answers to AAP that the run gives, by week; none where no bundle came and none of an earlier one moved.
    func bundleAnswers() -> [BundleAnswer] {
        var answers: [String: BundleAnswer] = [:]
        for (index, bundle) in night.bundles.enumerated() {
            let name = bundle.manifest?.week.description ?? night.files[bundle.file].name
            answers[name, default: BundleAnswer(name: name)].bundles.append(index)
        }
        for line in rows.lazy.map({ Int($0) }) where !night.earlierBundles.isEmpty {
            let invoice = Int(night.lines[line].invoice)
            guard let origin = night.earlierBundles[invoice] else { continue }
            let name = origin.week
            answers[name, default: BundleAnswer(name: name)].add(line, of: invoice, origin.sequence)
        }
        return answers.values.sorted { $0.name.utf8.lexicographicallyPrecedes($1.name.utf8) }
    }
}

extension BundleAnswer {
    fileprivate mutating func add(_ line: Int, of invoice: Int, _ sequence: Int) {
        if later.last?.invoice != invoice { later.append(Later(sequence: sequence, invoice: invoice, lines: [])) }
        later[later.count - 1].lines.append(line)
    }
}
