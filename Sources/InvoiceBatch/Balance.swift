import ArgumentParser
import Billing

/// `invoice-batch balance`: what is left.
struct Balance: ParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Tells hours and dollars allowed, paid, held and left, the pace so far, and the week when hours run out.",
        discussion: """
            Figures are those of the last run: what is allowed from its agreements.csv, the rest from the store. The \
            pace is what was paid, by service date, from the first to the last, or to the day of the last run where \
            hours should be used up by then and are not; opening balances have no dates and make no pace. Without an \
            option every agreement is listed, without paces.

            Example:
              invoice-batch balance --agreement A-1006
              invoice-batch balance --child C-3008 --format json
            """)

    @Option(help: ArgumentHelp("Of this agreement.", valueName: "id"))
    var agreement: String?
    @Option(help: ArgumentHelp("Of this child: its own hours, and the agreements that they were paid on.", valueName: "id"))
    var child: String?
    @Option(help: ArgumentHelp("Of this provider's agreements.", valueName: "id"))
    var provider: String?
    @Option(help: ArgumentHelp("The store.", valueName: "file"))
    var store = "invoice-batch.sqlite"
    @Option(help: ArgumentHelp("The directory of the reports (default: where the last run put them).", valueName: "dir"))
    var out: String?
    @Option(help: ArgumentHelp("A policy pack in place of the program's own.", valueName: "dir"))
    var policy: String?
    @Option(help: "How to write it.")
    var format = ListFormat.text

    func run() throws {
        let question = BalanceQuestion(agreement: agreement, child: child, provider: provider)
        let sheet = try Store.openForReading(store).balance(question, out: out, pack: PolicyPack.load(policy))
        Console.say(format == .json ? sheet.json : sheet.text)
    }
}
