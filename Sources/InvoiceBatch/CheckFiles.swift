import ArgumentParser
import Billing
import Glibc

/// `invoice-batch check`: an agency's own look at its invoices before it sends them.
struct CheckFiles: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "check",
        abstract: "Reads invoice files as a run would, without any register, and tells what is wrong with them and where.",
        discussion: """
            Ends with 0 when nothing was found, with 1 when anything was, a warning too. What needs the department's \
            registers (agreements, signatures, hours left) is not looked at. Findings show what the files hold.

            Example:
              invoice-batch check september.csv
              invoice-batch check --format csv outbox/ > findings.csv
            """)

    @Argument(
        help: "Files ending in .csv or .xml, directories of such files, or - for standard input.",
        completion: .file(extensions: ["csv", "xml"]))
    var files: [String]
    @Option(help: ArgumentHelp("How to write it: text, csv or json.", valueName: "format"))
    var format = FindingsFormat.text
    @Option(help: ArgumentHelp("The day as of which a run would read them (default: today).", valueName: "yyyy-mm-dd"))
    var asOf: String?
    @Option(help: ArgumentHelp("A policy pack in place of the program's own.", valueName: "dir"))
    var policy: String?
    @Flag(help: "No progress on a terminal.")
    var noProgress = false

    func run() throws {
        let pack = try PolicyPack.load(policy, isMeanwhile: true)
        let items = try CheckInput.items(files)
        let report = CheckReport(format.format, ink: Console.ink)
        let output = Console.Output()
        let meter = Meter("checking", isShown: !noProgress)
        output.add(report.beginning)
        var isFirst = true
        // One file alone is held against no other, and its hash is shown in JSON only.
        let isHashed = items.count > 1 || format == .json
        let total = (isHashed ? 2 : 1) * items.reduce(0) { $0 + $1.size }
        var check = Check(
            pack: pack, asOf: try Calendar.day(asOf), isHashed: isHashed, wording: { report.finding($0) },
            report: { finding in
                output.add(report.separator(isFirst: isFirst))
                output.add(finding)
                isFirst = false
            })
        for item in items { try check.read(item) { meter.advance($0, of: total) } }
        check.finish()
        meter.end()
        output.add(report.end(check))
        output.flush()
        if check.totals.hasFindings { Glibc.exit(Billing.ExitCode.findings.rawValue) }
    }
}

/// How `check` writes what it found.
enum FindingsFormat: String, ExpressibleByArgument, CaseIterable {
    case text, csv, json

    var format: CheckReport.Format {
        switch self {
        case .text: .text
        case .csv: .csv
        case .json: .json
        }
    }
}
