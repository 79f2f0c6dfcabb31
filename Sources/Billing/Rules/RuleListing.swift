extension RulePage {
    /// The page by a pack.
    public static func markdown(_ pack: PolicyPack) -> String {
        markdown(effects: { pack.effect(of: $0) }, source: { pack.source(of: $0) })
    }

    /// A line for each rule: its name, what it does, who moves next, where it comes from.
    public static func list(_ pack: PolicyPack) -> String {
        let width = Catalogue.all.map { $0.name.count }.max() ?? 0
        return Catalogue.all.map { rule in
            let cells = [
                rule.name.filled(to: width), pack.effect(of: rule.id).rawValue.filled(to: 6),
                rule.owner.rawValue.filled(to: 13), pack.source(of: rule.id),
            ]
            return cells.joined(separator: "  ") + "\n"
        }.joined()
    }

    /// All there is to know of one rule, as text for a terminal.
    public static func text(_ id: RuleID, _ pack: PolicyPack) -> String {
        let rule = Catalogue.rule(id)
        let others = rule.permitted.filter { $0 != pack.effect(of: id) }.map { $0.rawValue }
        var lines = [
            rule.name,
            "",
            rule.summary,
            "",
            "effect:     \(pack.effect(of: id).rawValue)"
                + (others.isEmpty ? "" : " (a pack may set it to \(others.joined(separator: ", ")))"),
            "owner:      \(rule.owner.rawValue)",
            "next step:  \(rule.nextStep)",
            "source:     \(pack.source(of: id))",
        ]
        if let rule = rule as? any LineRule.Type {
            let needs = rule.needs.worded
            if !needs.isEmpty { lines.append("needs:      \(needs.joined(separator: "; "))") }
            lines.append("")
            lines += rule.examples.map { "\($0.speaks ? "speaks:" : "silent:")     \($0.title)" }
        }
        return lines.joined(separator: "\n") + "\n"
    }
}

extension String {
    /// The text with spaces behind it up to `width`.
    func filled(to width: Int) -> String {
        self + String(repeating: " ", count: Swift.max(0, width - count))
    }
}
