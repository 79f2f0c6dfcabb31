import ArgumentParser
import Billing
import Glibc

/// The program's name and version, as every run records it.
let programVersion = "1.0.0"

/// The command: parses, calls the library, prints, exits.
@main
struct InvoiceBatch: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "invoice-batch",
        abstract: "Decides which billed hours of child-placement work are paid, and tells everyone else why not.",
        version: "invoice-batch \(programVersion)",
        subcommands: [
            Run.self, CheckFiles.self, Explain.self, Balance.self, Rules.self, Runs.self, Verify.self, BackUp.self,
            Forward.self,
        ])

    /// Parses and runs; whatever goes wrong is one plain sentence on standard error and one of the exit codes.
    static func main() {
        Console.occupyStreams()
        StoreLibrary.begin()
        // Who reads our output may leave; the work goes on.
        signal(SIGPIPE, SIG_IGN)
        do {
            var command = try parseAsRoot()
            try command.run()
        } catch let stop as Stop {
            Console.complain("invoice-batch: \(stop.message.onOneLine)\n")
            Glibc.exit(stop.code.rawValue)
        } catch {
            exit(withError: error)
        }
    }

}
