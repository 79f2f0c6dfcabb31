import ArgumentParser
import Billing

/// `invoice-batch rules`: the rules in force.
struct Rules: ParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Lists the rules in force, with their effect and source; or tells all there is to know of one.",
        discussion: """
            Example:
              invoice-batch rules service-hours-exceeded
            """)

    @Argument(help: "A rule's name.")
    var name: String?
    @Option(help: ArgumentHelp("A policy pack in place of the program's own.", valueName: "dir"))
    var policy: String?
    @Option(help: "How to write it.")
    var format = ListFormat.text
    @Flag(help: ArgumentHelp("The whole rulebook as a page of Markdown.", visibility: .hidden))
    var page = false

    func run() throws {
        let pack = try PolicyPack.load(policy)
        if page {
            Console.say(RulePage.markdown(pack))
        } else if let name {
            guard let rule = Catalogue.find(name) else {
                throw Stop(.usage, "There is no rule \(name); `invoice-batch rules` lists them.")
            }
            Console.say(format == .json ? RulePage.json(pack, only: rule) : RulePage.text(rule, pack))
        } else {
            Console.say(format == .json ? RulePage.json(pack) : RulePage.list(pack))
        }
    }
}
