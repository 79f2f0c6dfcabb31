extension Night {
    /// All that is known of a line: what was billed, the policy of its day, what the registers say on that day.
    ///
    /// - Parameter activity: what its activity and description were found to say.
    func facts(of index: Int, _ activity: ActivityVerdict) -> LineFacts {
        let line = lines[index]
        let invoice = Int(line.invoice)
        return registers.facts(
            for: line, of: invoices[invoice].invoice, on: asOf, policies: pack.policies, activity: activity,
            replacesUnknown: invoices[invoice].replacesUnknown) ?? .unbilled
    }

    /// A decided line with the words for people.
    func story(of index: Int) -> LineStory {
        let line = lines[index]
        let invoice = invoices[Int(line.invoice)].invoice
        let decision = decisions[index]
        var facts = facts(of: index, .all[Int(verdicts[index])])
        let sidelight = sidelights[index]
        facts.earlier = sidelight?.earlier ?? []
        facts.workerDay = sidelight?.workerDay ?? .zero
        let paid = decision.isLimited ? paidBefore[index] : PaidBefore()
        return LineStory(
            facts: facts, agreement: symbols[invoice.agreement], service: serviceName(of: index),
            worker: symbols[line.worker], child: symbols[line.child], provider: symbols[invoice.provider],
            activity: symbols[line.activity], invoiceNumber: symbols[invoice.number],
            replaces: symbols[invoice.replacesText], asOf: asOf, limits: limits(of: index),
            servicePaid: (paid.serviceHours, paid.serviceAmount), childPaid: paid.childHours,
            twin: sidelight?.twin.flatMap { $0.provider == invoice.provider ? name(of: $0) : nil },
            fullySigned: registers.fullySigned(invoice.agreement))
    }

    /// `invoice 2026-08-001 line 4`.
    private func name(of mark: StandingWork.Mark) -> String {
        "invoice \(symbols[mark.invoiceNumber]) line \(mark.line)"
    }
}
