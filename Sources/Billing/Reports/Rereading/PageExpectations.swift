extension ExceptionsPage {
    static func expectation(_ outcome: Outcome) -> ReportExpectation.Content {
        .figures(
            outcome.totals.figures,
            required: [
                "files.received.count", "invoices.received.count", "invoices.received.cents", "lines.billed.cents",
                "lines.paid.cents", "lines.adjusted.cents", "held_before.cents", "held_after.cents",
            ])
    }
}

extension PaymentsPage {
    static func expectation(_ outcome: Outcome) -> ReportExpectation.Content {
        .figures(outcome.totals.figures, required: ["lines.paid.count", "lines.paid.cents", "net"])
    }
}

extension ControlTotals {
    /// The totals by their path in run.json (`lines.paid.cents`), and `net`: what was paid less what was taken back.
    fileprivate var figures: [String: Int] {
        var figures = ["net": lines.paid.cents - lines.reversed.cents]
        func add(_ name: String, _ count: Count) {
            figures["\(name).count"] = count.count
            figures["\(name).cents"] = count.cents
        }
        for (name, received) in [("files", files), ("invoices", invoices)] {
            add("\(name).received", received.received)
            add("\(name).accepted", received.accepted)
            add("\(name).rejected", received.rejected)
            add("\(name).skipped", received.skipped)
            add("\(name).replaced", received.replaced)
        }
        for (name, count) in [
            ("received", lines.received), ("accepted", lines.accepted), ("rejected", lines.rejected),
            ("skipped", lines.skipped), ("replaced", lines.replaced), ("billed", lines.billed), ("paid", lines.paid),
            ("adjusted", lines.adjusted), ("held", lines.held), ("reversed", lines.reversed),
            ("withdrawn", lines.withdrawn),
        ] {
            add("lines.\(name)", count)
        }
        add("held_before", heldBefore)
        add("reopened", reopened)
        add("held_after", heldAfter)
        return figures
    }
}
