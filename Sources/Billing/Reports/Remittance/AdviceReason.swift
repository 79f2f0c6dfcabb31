/// Why a line was not paid as billed, in words for its provider.
struct AdviceReason: Sendable {
    var rule: RuleID
    /// What it takes off or holds.
    var amount: Money
    var message: String
    var nextStep: String
    /// The document and section that it rests on.
    var source: String
}

extension Outcome {
    /// The reasons of a line: what decides a denied one, all that holds a held one, every reduction, and why a line is
    /// taken back.
    ///
    /// A provider never reads of another: on an agreement that is not its own a reason says what the rule says in
    /// general, and what staff wrote down is theirs.
    func adviceReasons(of index: Int) -> [AdviceReason] {
        let decision = night.decisions[index]
        switch decision.disposition {
        case .paid: return []
        case .reversed, .withdrawn: return [takenBack(index)]
        case .reduced, .denied, .pended: break
        }
        if decision.isDeniedByStaff { return [deniedByStaff(index)] }
        if decision.isLimited {
            return night.adjustments(of: index).filter { $0.amount != .zero }
                .map { reason($0.rule, index, amount: $0.amount) }
        }
        guard decision.disposition == .pended else {
            return decision.decidingRule.map { [reason($0, index, amount: decision.deniedAmount)] } ?? []
        }
        return night.holdingRules(of: index).map { rule in
            reason(rule, index, amount: rule == decision.decidingRule ? decision.heldAmount : .zero)
        }
    }

    private func reason(_ id: RuleID, _ index: Int, amount: Money) -> AdviceReason {
        let rule = Catalogue.rule(id)
        let invoice = night.invoices[Int(night.lines[index].invoice)].invoice
        let isOwn =
            night.registers.isProvider(invoice.provider, ofAgreement: invoice.agreement)
            || night.registers.agreement(invoice.agreement) == nil
        let message = isOwn ? Catalogue.lineSentence(id, night.story(of: index)).message : rule.summary
        return AdviceReason(
            rule: id, amount: amount, message: message, nextStep: nextStep(rule), source: night.pack.source(of: id))
    }

    /// What the provider does about it: the rule's own next step where the provider moves next, else who does.
    private func nextStep(_ rule: any Rule.Type) -> String {
        switch rule.owner {
        case .agency: rule.nextStep
        case .aap: "The Adoption Assistance Program moves next; nothing is due from the agency."
        case .socialWorker: "Ask the child's Social Worker, who moves next."
        case .subsidyUnit, .policy: "The Subsidy Unit moves next; nothing is due from the agency."
        }
    }

    private func deniedByStaff(_ index: Int) -> AdviceReason {
        let day = night.dispositions.denials[index]?.decidedOn ?? night.asOf
        return AdviceReason(
            rule: DeniedByStaff.id, amount: night.decisions[index].deniedAmount,
            message: "The department's staff denied the line on \(day).",
            nextStep: "Ask the Subsidy Unit for the reason.", source: night.pack.source(of: DeniedByStaff.id))
    }

    private func takenBack(_ index: Int) -> AdviceReason {
        let decision = night.decisions[index]
        let rule = decision.decidingRule ?? Replaced.id
        let isPaid = decision.disposition == .reversed
        let message =
            if rule == ReversedByStaff.id {
                "The department's staff took back the \((-decision.paidAmount).dollars) that were paid on the line."
            } else {
                "A later invoice replaces this one; "
                    + (isPaid
                        ? "the \((-decision.paidAmount).dollars) that were paid on the line are taken back."
                        : "the line, which was held, is withdrawn.")
            }
        let nextStep =
            rule == ReversedByStaff.id
            ? "Ask the Subsidy Unit for the reason." : "Nothing: the corrected invoice's lines stand in its place."
        return AdviceReason(
            rule: rule, amount: .zero, message: message, nextStep: nextStep, source: night.pack.source(of: rule))
    }
}
