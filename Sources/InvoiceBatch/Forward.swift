import ArgumentParser
import Billing

/// `invoice-batch forward`: AAP's week.
struct Forward: ParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "For AAP: bundles the week's approved invoices for the Subsidy Unit, and writes what goes back.",
        discussion: """
            Writes one bundle into the directory of bundles: the approved invoices, AAP's reviews, a manifest, a \
            transmittal to sign, and a notice for each agency that gets something back. What an earlier bundle there \
            holds is never forwarded again; what has no review waits for the next week.

            Example:
              invoice-batch forward --invoices aap/invoices --reviews aap/aap_reviews.csv --registers registers \
            --out bundles --week 2026-W41
            """)

    @Option(help: ArgumentHelp("The directory with the agencies' invoice files.", valueName: "dir"))
    var invoices: String
    @Option(help: ArgumentHelp("AAP's reviews, as aap_reviews.csv.", valueName: "file"))
    var reviews: String
    @Option(help: ArgumentHelp("The directory with the registers that AAP has.", valueName: "dir"))
    var registers: String
    @Option(help: ArgumentHelp("The directory for the bundles; each week makes one in it.", valueName: "dir"))
    var out: String
    @Option(help: ArgumentHelp("The week, as ISO 8601 counts them.", valueName: "yyyy-Www"))
    var week: String
    @Option(help: ArgumentHelp("Earlier bundles that are kept elsewhere.", valueName: "dir"))
    var previous: String?
    @Option(help: ArgumentHelp("A policy pack in place of the program's own.", valueName: "dir"))
    var policy: String?
    @Option(help: ArgumentHelp("Sign the bundle with the key in this file.", valueName: "file"))
    var sign: String?

    func run() throws {
        guard let week = BundleWeek(week) else {
            throw ValidationError("--week is \(week); a week of the calendar is expected, such as 2026-W41.")
        }
        let job = ForwardJob(
            invoices: invoices, reviews: reviews, registers: registers, out: out, week: week, previous: previous,
            signingKey: sign)
        Console.say(try Forwarding(job, pack: try PolicyPack.load(policy)).run().text)
    }
}
