import ArgumentParser
import Billing

/// `invoice-batch runs`: what was posted, night by night.
struct Runs: ParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Lists past runs and their totals.",
        discussion: """
            Example:
              invoice-batch runs --last 7
            """)

    @Option(help: ArgumentHelp("The store.", valueName: "file"))
    var store = "invoice-batch.sqlite"
    @Option(parsing: .unconditional, help: ArgumentHelp("Only so many of the latest runs.", valueName: "count"))
    var last: Int?
    @Option(help: "How to write it.")
    var format = ListFormat.text

    func validate() throws {
        guard last.map({ $0 > 0 }) ?? true else {
            throw ValidationError("--last is \(last ?? 0); a number from 1 is expected.")
        }
    }

    func run() throws {
        let runs = try Store.openForReading(store).runs(last: last)
        Console.say(format == .json ? runs.json : runs.text)
    }
}
