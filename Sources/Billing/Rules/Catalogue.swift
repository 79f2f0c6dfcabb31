/// All rules, in the order of the rulebook. The list itself is generated from the folder (`make generate`).
public enum Catalogue {
    /// The rule of that name, nil when there is none.
    public static func find(_ name: String) -> RuleID? { byName[name] }

    public static func rule(_ id: RuleID) -> any Rule.Type { all[Int(id.index)] }

    public static func name(_ id: RuleID) -> String { rule(id).name }

    /// Whether a rule is about lines: one that has a bit in a `FindingSet`.
    static func isLine(_ id: RuleID) -> Bool {
        let rule = rule(id)
        return rule is any LineRule.Type || rule is any ReducingRule.Type
    }

    private static let byName = Dictionary(uniqueKeysWithValues: all.map { ($0.name, $0.id) })
}
