extension RulePage {
    /// Rules by a pack as JSON, version 1: all of them in the order of the rulebook, or one.
    public static func json(_ pack: PolicyPack, only id: RuleID? = nil) -> String {
        let rules = Catalogue.sections.flatMap { section in
            Catalogue.all[section.rules].map { Document.Entry($0, section: section.name, pack) }
        }
        return DeskJSON.text(
            Document(
                pack: .init(name: pack.name, version: pack.version, sha256: pack.hash),
                rules: id.map { [rules[Int($0.index)]] } ?? rules))
    }

    private struct Document: Encodable {
        var version = 1
        var pack: Pack
        var rules: [Entry]

        struct Pack: Encodable {
            var name, version, sha256: String
        }

        struct Entry: Encodable {
            var name, section: String
            var number: Int
            var effect: String
            /// The effects that a pack may give it.
            var permitted: [String]
            var owner, summary, nextStep, source: String
            /// What must be there for it to speak.
            var needs: [String]
            var examples: [Example]

            init(_ rule: any Rule.Type, section: String, _ pack: PolicyPack) {
                (name, self.section, number) = (rule.name, section, rule.number)
                effect = pack.effect(of: rule.id).rawValue
                permitted = rule.permitted.map { $0.rawValue }
                (owner, summary, nextStep) = (rule.owner.rawValue, rule.summary, rule.nextStep)
                source = pack.source(of: rule.id)
                needs = (rule as? any LineRule.Type)?.needs.worded ?? []
                examples = (rule as? any LineRule.Type)?.examples.map { .init($0.title, $0.speaks) } ?? []
            }
        }

        struct Example: Encodable {
            var title: String
            var speaks: Bool

            init(_ title: String, _ speaks: Bool) { (self.title, self.speaks) = (title, speaks) }
        }
    }
}
