import ArgumentParser
import Billing
import Glibc
import Logging

/// `invoice-batch run`: one night.
struct Run: ParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Reads the inbox, decides every line, posts the result and writes the reports.",
        discussion: """
            Example:
              invoice-batch run --registers registers --inbox inbox --out reports --archive archive
            """)

    @Option(help: ArgumentHelp("The directory with the department's registers.", valueName: "dir"))
    var registers: String
    @Option(help: ArgumentHelp("The directory in which invoice files come in.", valueName: "dir"))
    var inbox: String
    @Option(help: ArgumentHelp("The directory for the reports; each run makes one in it.", valueName: "dir"))
    var out: String
    @Option(help: ArgumentHelp("The store; created when absent.", valueName: "file"))
    var store = "invoice-batch.sqlite"
    @Option(help: ArgumentHelp("A policy pack in place of the program's own.", valueName: "dir"))
    var policy: String?
    @Option(help: ArgumentHelp("The day as of which everything is decided (default: today).", valueName: "yyyy-mm-dd"))
    var asOf: String?
    @Option(help: ArgumentHelp("Where inbox files are moved once their run is posted.", valueName: "dir"))
    var archive: String?
    @Option(help: ArgumentHelp("What finance staff decided, as CSV.", valueName: "file"))
    var dispositions: String?
    @Option(
        parsing: .unconditional,
        help: ArgumentHelp("Leave files alone that changed in the last so many seconds.", valueName: "seconds"))
    var settle = 0
    @Flag(help: "Take the registers as they are, though one has lost rows.")
    var acceptRegisters = false
    @Flag(help: "Write the reports beside the others and post nothing.")
    var dryRun = false
    @Option(
        help: ArgumentHelp("Tell a monitor in this file that the run began, and how it ended.", valueName: "file"))
    var status: String?
    @Flag(help: "No progress on a terminal.")
    var noProgress = false
    @Flag(help: "Log lines as JSON.")
    var jsonLog = false

    func validate() throws {
        guard settle >= 0 else {
            throw ValidationError("--settle is \(settle); a number of seconds from 0 is expected.")
        }
    }

    func run() throws {
        let job = try job()
        var heartbeat = Heartbeat(job, file: status)
        do {
            try run(job, &heartbeat)
        } catch let stop as Stop {
            heartbeat.fail(stop)
            throw stop
        }
    }

    private func job() throws -> Job {
        Job(
            registers: registers, inbox: inbox, out: out, store: store, asOf: try Calendar.day(asOf), archive: archive,
            dispositions: dispositions, settle: settle, acceptsRegisters: acceptRegisters, isDryRun: dryRun,
            program: "invoice-batch \(programVersion)")
    }

    private func run(_ job: Job, _ heartbeat: inout Heartbeat) throws {
        let log = RunLog(isJSON: jsonLog, isProgress: !noProgress && isatty(2) == 1)
        let meter = Meter("reading the inbox", isShown: !noProgress && !jsonLog)
        let batch = Batch(
            job, pack: try PolicyPack.load(policy, isMeanwhile: true), clock: { Int(Glibc.time(nil)) },
            progress: log.step, reading: meter.advance)
        try batch.run(
            begun: { () throws(Stop) in try heartbeat.begin() },
            posting: { Self.withstandSignals() },
            tell: { summary in
                log.end()
                heartbeat.succeed(summary)
                Console.say(summary.text)
                if let warning = summary.warning { Console.complain("invoice-batch: \(warning)\n") }
            },
            leave: { _exit(ExitCode.done.rawValue) })
    }

    /// From the posting on the exit code is 0: nobody who asks the process to end makes it say otherwise.
    private static func withstandSignals() {
        for number in [SIGINT, SIGTERM, SIGHUP, SIGQUIT] { signal(number, SIG_IGN) }
    }
}
