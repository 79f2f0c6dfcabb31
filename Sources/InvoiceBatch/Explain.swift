import ArgumentParser
import Billing

/// `invoice-batch explain`: why a line came out as it did.
struct Explain: ParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Tells why each line of an invoice came out as it did, with the arithmetic and the policy's section.",
        discussion: """
            Works from the store alone. Without a line, every line of the invoice is explained.

            Example:
              invoice-batch explain P-101 HL-2609-06 8
            """)

    @Argument(help: "The provider's id.")
    var provider: String
    @Argument(help: "The invoice's number, in whatever letter case.")
    var invoice: String
    @Argument(help: "A line's number.")
    var line: Int?
    @Option(help: ArgumentHelp("The store.", valueName: "file"))
    var store = "invoice-batch.sqlite"
    @Option(help: ArgumentHelp("A policy pack in place of the program's own.", valueName: "dir"))
    var policy: String?
    @Option(help: "How to write it.")
    var format = ListFormat.text

    func run() throws {
        let pack = try PolicyPack.load(policy)
        let explanation = try Store.openForReading(store)
            .explain(provider: provider, number: invoice, line: line, pack: pack)
        Console.say(format == .json ? explanation.json : explanation.text(Console.ink))
    }
}
