import ArgumentParser
import Billing

/// `invoice-batch backup`: a sound copy of the store while runs may use it.
struct BackUp: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "backup",
        abstract: "Copies the store as of one instant, while runs may use it, and proves the copy sound.",
        discussion: """
            To restore, put the copy in the store's place while no run is started.

            Example:
              invoice-batch backup /backup/invoice-batch
            """)

    @Argument(
        help: "The file to make, or a directory in which it is named after the store and its last run.",
        completion: .file())
    var target: String
    @Option(help: ArgumentHelp("The store.", valueName: "file"), completion: .file())
    var store = "invoice-batch.sqlite"
    @Flag(help: "No progress on a terminal.")
    var noProgress = false

    func run() throws {
        let meter = Meter("copying", isShown: !noProgress)
        let backup = try Store.backup(store, to: target) { meter.set($0, of: $1) }
        meter.end()
        Console.say(backup.text)
    }
}
