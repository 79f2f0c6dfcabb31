/// docs/rules.md, made from the rules themselves, so that the page can not say anything but what the program does.
public enum RulePage {
    /// The page, with a part for each folder of rules and a section for each rule in the order of the rulebook.
    ///
    /// - Parameters:
    ///   - effects: the effect that the policy pack gives a rule.
    ///   - source: the document and section that the pack names for it.
    static func markdown(effects: (RuleID) -> Effect, source: (RuleID) -> String) -> String {
        var page = """
            # Rules
            Every finding names one of these. The page is made from the rules and the policy pack by `make \
            generate`; to change it, change them.

            """
        for section in Catalogue.sections {
            page += "\n## \(title(section.name))\n"
            for rule in Catalogue.all[section.rules] {
                page += self.section(rule, effect: effects(rule.id), source: source(rule.id))
            }
        }
        return page
    }

    private static func title(_ folder: String) -> String {
        folder == "Staff" ? "Decided by staff" : folder
    }

    private static func section(_ rule: any Rule.Type, effect: Effect, source: String) -> String {
        var text = """

            ### \(rule.name)
            \(rule.summary)

            | effect | may be | owner | source |
            |---|---|---|---|
            | \(effect.rawValue) | \(choices(rule, effect)) | \(rule.owner.rawValue) | \(cell(source)) |

            *Next step:* \(rule.nextStep)

            """
        if let rule = rule as? any LineRule.Type {
            text += needs(rule.needs)
            text += examples(rule.examples.map { ($0.speaks ? "speaks" : "silent", $0.title) })
        }
        if let rule = rule as? any ReducingRule.Type {
            text += examples(rule.examples.map { ("\($0.before.worded) → \($0.after.worded)", $0.title) })
        }
        return text
    }

    /// The effects that a pack may give the rule instead.
    private static func choices(_ rule: any Rule.Type, _ effect: Effect) -> String {
        let others = rule.permitted.filter { $0 != effect }
        return others.isEmpty ? "nothing else" : others.map(\.rawValue).joined(separator: ", ")
    }

    private static func needs(_ needs: Needs) -> String {
        let worded = needs.worded
        return worded.isEmpty ? "" : "\n*Needs:* \(worded.joined(separator: "; ")).\n"
    }

    private static func examples(_ examples: [(result: String, title: String)]) -> String {
        if examples.isEmpty { return "" }
        return "\n| example | rule |\n|---|---|\n"
            + examples.map { "| \(cell($0.title)) | \($0.result) |\n" }.joined()
    }

    /// Text as a table's cell: a bar would end it.
    private static func cell(_ text: String) -> String { text.replacing("|", with: "\\|") }
}

extension Needs {
    /// What must be there, in words, in the order of the bits.
    var worded: [String] {
        let words: [(Needs, String)] = [
            (.agreement, "the agreement exists"),
            (.child, "the child stands in children.csv"),
            (.version, "a version of the agreement is in force on the service date"),
            (.signedVersion, "a version of the agreement is fully signed on the service date"),
            (.service, "the policy of the service date lists the service"),
            (.contract, "the service date lies within the agreement's contract"),
            (.formDCF2106, "the line is billed on form DCF-2106"),
            (.formAAP, "the line is billed on form AAP"),
            (.soundRegisters, "no register fault touches the line"),
        ]
        return words.filter { isSuperset(of: $0.0) }.map { $0.1 }
    }
}

extension Running {
    /// `3.00 h, $211.89`
    fileprivate var worded: String { "\(hours.worded), \(amount.dollars)" }
}
