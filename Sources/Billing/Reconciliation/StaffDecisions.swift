/// Takes up what staff decided: tells which rows apply to their lines as the run finds them, which are void because
/// they were used before, and which can't be used (spec: The command, Dispositions).
struct StaffDecisions {
    /// Where each named line stands on the docket; absent where no received invoice has it.
    let lines: [DispositionRow: Int]
    /// What earlier nights used, by line.
    let kept: [Int: [DispositionRow.Kept]]

    /// Applies the rows to the night, in the order: reopen and reverse, then deny, then release.
    func apply(_ rows: [DispositionRow], to night: inout Night) {
        var usable: [(row: DispositionRow, action: DispositionRow.Action, line: Int)] = []
        var repeated: Set<RepeatKey> = []
        for row in rows {
            guard let action = check(row, &night) else { continue }
            guard let line = lines[row] else {
                night.dispositions.unused.append(.init(row: row, sentence: Self.noLine(row)))
                continue
            }
            if (kept[line] ?? []).contains(where: { row.saysTheSame(as: $0) }) { continue }
            guard repeated.insert(RepeatKey(row, line)).inserted else { continue }
            usable.append((row, action, line))
        }
        var reopened: Set<Int> = []
        for (row, action, line) in usable where action == .reopen || action == .reverse {
            apply(row, action, line, &night, &reopened)
        }
        for (row, action, line) in usable where action == .deny && !night.pack.isOff(DeniedByStaff.id) {
            deny(row, line, reopened, &night)
        }
        for (row, action, line) in usable where action == .release { release(row, line, reopened, &night) }
    }

    /// A row that stands in the file twice counts once.
    private struct RepeatKey: Hashable {
        var line: Int
        var action: String
        var rule: String
        var decidedBy: String
        var decidedOn: String
        var reason: String

        init(_ row: DispositionRow, _ line: Int) {
            self.line = line
            action = row.actionText.lowercased()
            rule = row.ruleText
            decidedBy = row.decidedBy
            decidedOn = row.decidedOn?.description ?? ""
            reason = row.reason
        }
    }

    /// The action of a row whose cells can be used; otherwise the row is reported.
    private func check(_ row: DispositionRow, _ night: inout Night) -> DispositionRow.Action? {
        guard let sentence = fault(of: row, night) else { return row.action }
        night.dispositions.unused.append(.init(row: row, sentence: sentence))
        return nil
    }

    private func fault(of row: DispositionRow, _ night: Night) -> Sentence? {
        let due = [
            ("provider_id", row.provider), ("invoice_number", row.invoiceNumber), ("line_number", row.lineNumber),
            ("action", row.actionText), ("decided_by", row.decidedBy), ("decided_on", row.decidedOnText),
            ("reason", row.reason),
        ]
        for (column, text) in due where text.isEmpty {
            return DispositionUnused.sentence(column: column, found: "", expected: "filled in")
        }
        if row.isTooLong {
            return DispositionUnused.sentence(column: "end", found: "more cells", expected: "empty behind the last column")
        }
        guard let action = row.action else { return DispositionUnused.sentence(
                column: "action", found: row.actionText, expected: "release, deny, reopen or reverse") }
        guard let day = row.decidedOn, day <= night.asOf else {
            return DispositionUnused.sentence(
                column: "decided_on", found: row.decidedOnText, expected: "a date (YYYY-MM-DD) by \(night.asOf)")
        }
        if action == .release {
            guard let rule = Catalogue.find(row.ruleText), night.pack.effect(of: rule) == .pend,
                rule != RegisterFault.id
            else {
                return DispositionUnused.sentence(
                    column: "rule", found: row.ruleText, expected: "a pend rule other than register-fault")
            }
        } else if !row.ruleText.isEmpty {
            return DispositionUnused.sentence(column: "rule", found: row.ruleText, expected: "empty for this action")
        }
        return nil
    }

    private static func noLine(_ row: DispositionRow) -> Sentence {
        DispositionUnused.sentence(
            action: row.actionText, expected: "a line of a received invoice", found: "no such line")
    }

    private func apply(
        _ row: DispositionRow, _ action: DispositionRow.Action, _ line: Int, _ night: inout Night,
        _ reopened: inout Set<Int>
    ) {
        let prior = night.priors[line]
        let invoice = night.invoices[Int(night.lines[line].invoice)]
        let isFree = night.origins[line] == .undecided && invoice.status != .replaced
        if action == .reopen, isFree, prior?.disposition == .denied {
            night.origins[line] = .reopened
            night.priors.forgetReleases(line)
            reopened.insert(line)
        } else if action == .reverse, isFree, prior?.disposition.isPayment == true {
            night.undo(line, by: ReversedByStaff.id)
        } else {
            let due = action == .reopen ? "a line that was denied before this run" : "a line that was paid before this run"
            night.dispositions.unused.append(
                .init(row: row, sentence: DispositionUnused.sentence(
                        action: row.actionText, expected: due, found: night.state(of: line))))
            return
        }
        night.dispositions.applied.append(.init(row: row, line: line))
    }

    private func deny(_ row: DispositionRow, _ line: Int, _ reopened: Set<Int>, _ night: inout Night) {
        guard night.isHeldOrNew(line), !reopened.contains(line), night.dispositions.denials[line] == nil else {
            night.dispositions.unused.append(
                .init(
                    row: row,
                    sentence: DispositionUnused.sentence(
                        action: row.actionText, expected: "a line that is held, or came tonight",
                        found: night.state(of: line))))
            return
        }
        night.dispositions.denials[line] = row
        night.dispositions.applied.append(.init(row: row, line: line))
    }

    /// Whether the rule holds the line is known only when its turn comes; the reconciler tells.
    private func release(_ row: DispositionRow, _ line: Int, _ reopened: Set<Int>, _ night: inout Night) {
        guard night.isHeldOrNew(line), !reopened.contains(line) else {
            night.dispositions.unused.append(
                .init(
                    row: row,
                    sentence: DispositionUnused.sentence(
                        action: row.actionText, expected: "a line that is held, or came tonight",
                        found: night.state(of: line))))
            return
        }
        night.dispositions.releases[line, default: []].append(row)
    }
}

extension Night {
    /// Takes back what an earlier night said of a line: a payment is reversed, a held line withdrawn.
    mutating func undo(_ line: Int, by rule: RuleID) {
        guard let prior = priors[line], !pack.isOff(rule) else { return }
        origins[line] = .undone
        decisions[line] = Decision(undoing: prior, by: rule)
    }

    fileprivate func isHeldOrNew(_ line: Int) -> Bool {
        origins[line] == .pended || origins[line] == .received
    }

    /// What a line is as the run finds it, in words.
    fileprivate func state(of line: Int) -> String {
        switch origins[line] {
        case .received: "a line that came tonight"
        case .pended: "a line that is held"
        case .reopened: "a line that this file reopens"
        case .undone: "a line that this run takes back"
        case .undecided: priors[line].map { "a line that is \($0.disposition.word)" } ?? "a line that is never decided"
        }
    }
}
