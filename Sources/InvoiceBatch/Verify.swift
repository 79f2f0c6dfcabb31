import ArgumentParser
import Billing

/// `invoice-batch verify`: proves the store.
struct Verify: ParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Proves the store: chain, decisions, balances, totals, reports.",
        discussion: """
            Works everything out anew from the posted rows and names the first place that differs (exit 65). Changes
            nothing, and may go on beside a run.

            Example:
              invoice-batch verify --store invoice-batch.sqlite
            """)

    @Option(help: ArgumentHelp("The store.", valueName: "file"))
    var store = "invoice-batch.sqlite"
    @Option(help: ArgumentHelp("Where the runs' directories are, if they were moved.", valueName: "dir"))
    var out: String?

    func run() throws {
        Console.say(try Verification.verify(store, out: out).text)
    }
}
