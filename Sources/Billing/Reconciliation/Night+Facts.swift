extension Night {
    /// All that is known of a line: what was billed, the policy of its day, what the registers say on that day.
    func facts(of index: Int) -> LineFacts {
        let line = lines[index]
        let entry = invoices[Int(line.invoice)]
        let verdict = symbols.withBytes(of: line.activity) { activity in
            symbols.withBytes(of: line.description) { pack.classifier.classify(activity: activity, description: $0) }
        }
        return registers.facts(
            for: line, of: entry.invoice, on: asOf, policies: pack.policies, activity: verdict,
            replacesUnknown: entry.replacesUnknown) ?? .unbilled
    }

    /// A decided line with the words for people.
    func story(of index: Int) -> LineStory {
        let line = lines[index]
        let invoice = invoices[Int(line.invoice)].invoice
        let decision = decisions[index]
        var facts = facts(of: index)
        let sidelight = sidelights[index]
        facts.earlier = sidelight?.earlier ?? []
        facts.workerDay = sidelight?.workerDay ?? .zero
        let cutback = decision.cutback.map { cutbacks[Int($0)] }
        return LineStory(
            facts: facts, agreement: symbols[invoice.agreement], service: serviceName(of: index),
            worker: symbols[line.worker], child: symbols[line.child], provider: symbols[invoice.provider],
            activity: symbols[line.activity], invoiceNumber: symbols[invoice.number],
            replaces: symbols[invoice.replacesText], asOf: asOf, limits: cutback?.limits,
            servicePaid: (cutback?.servicePaidHours ?? .zero, cutback?.servicePaidAmount ?? .zero),
            childPaid: cutback?.childPaid ?? .zero,
            twin: sidelight?.twin.flatMap { $0.provider == invoice.provider ? name(of: $0) : nil },
            fullySigned: registers.fullySigned(invoice.agreement))
    }

    /// `invoice 2026-08-001 line 4`.
    private func name(of mark: StandingWork.Mark) -> String {
        "invoice \(symbols[mark.invoiceNumber]) line \(mark.line)"
    }
}
