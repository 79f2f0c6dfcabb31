import Testing

@testable import Billing

@Suite struct RulePageTests {
    let page = RulePage.markdown(
        effects: { $0 == WorkerDay.id ? .pend : .deny },
        source: { $0 == WorkerDay.id ? "48-22-2, Terminating | documented services" : "48-22-2" })

    @Test func aRulesSectionSaysAllThereIsToKnowOfIt() {
        #expect(
            page.contains(
                """
                ### worker-day
                The provider's worker comes to more than 24 hours on the service date, over all children; a line \
                without a worker counts alone.

                | effect | may be | owner | source |
                |---|---|---|---|
                | pend | deny, warn, off | subsidy-unit | 48-22-2, Terminating \\| documented services |

                *Next step:* Ask the agency for the worker's time sheet of that day; release the lines that it bears \
                out and deny the others.

                | example | rule |
                |---|---|
                | A day of exactly 24.00 h. | silent |
                | A day of 24.01 h. | speaks |
                """))
    }

    @Test func whatARuleNeedsStandsInWords() {
        #expect(page.contains("*Needs:* the line is billed on form AAP; no register fault touches the line."))
    }

    @Test func aReducingRuleShowsWhatItMakesOfALine() {
        #expect(page.contains("| Nothing is left. | 3.00 h, $211.89 → 0.00 h, $0.00 |"))
    }

    @Test func everyRuleHasASection() {
        for rule in Catalogue.all {
            #expect(page.contains("\n### \(rule.name)\n"))
        }
        #expect(page.contains("\n## Lines\n") && page.contains("\n## Decided by staff\n"))
    }
}
