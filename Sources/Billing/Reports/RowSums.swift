/// What the rows of decisions.csv come to, worked out from the decisions and not from what is written.
struct RowSums: Sendable {
    var billed = Money.zero
    var held = Money.zero
    var paidHours = Hours.zero
    /// Of the lines of tonight's invoices alone.
    var received = Parts()
    /// What is taken off and held on decided lines.
    var atStake = Money.zero
    /// Findings on decided lines.
    var findings = 0

    struct Parts: Sendable {
        var paid = Money.zero
        var adjusted = Money.zero
        var held = Money.zero
    }

    init() {}

    init(_ night: borrowing Night, _ rows: [Int32]) {
        for row in rows {
            let index = Int(row)
            let decision = night.decisions[index]
            let adjusted = night.adjusted(index)
            billed += night.lines[index].amount
            held += decision.heldAmount
            paidHours += decision.paidHours
            if night.origins[index] == .received {
                received.paid += decision.paidAmount
                received.adjusted += adjusted
                received.held += decision.heldAmount
            }
            if night.origins[index].isDecided {
                atStake += adjusted + decision.heldAmount
                findings += decision.findings.rawValue.nonzeroBitCount + (decision.isDeniedByStaff ? 1 : 0)
            }
        }
    }
}
