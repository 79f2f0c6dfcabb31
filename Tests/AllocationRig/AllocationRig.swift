import Billing
import CAllocations
import Foundation

/// Counts the pieces of memory that a line costs, on a month that is always the same. Needs no clock: the count is the
/// same on a busy machine.
///
///     AllocationRig compare FILE    prints the figures and ends with 1 where one has risen above the file's
///     AllocationRig write FILE      writes them into the file
@main
struct AllocationRig {
    /// The cost per line is the difference of the two, by the lines that the second has more: what a night costs
    /// whether or not anything comes in falls out.
    static let sizes = (fewer: 1000, more: 2000)

    static func main() throws {
        let words = CommandLine.arguments.dropFirst()
        guard words.count == 2, let command = words.first, let file = words.last,
            ["compare", "write"].contains(command)
        else {
            print("AllocationRig compare|write FILE")
            exit(64)
        }
        guard allocations() > 0 else { return print("nothing is counted in this build") }
        let measured = try measure()
        for figure in measured { print("\(figure.name) \(Figures.written(figure.hundredths))") }
        guard command == "compare" else { return try Figures.write(measured, to: file) }
        let committed = try Figures(file)
        let complaints = measured.compactMap { committed.complaint($0.name, $0.hundredths) }
        for complaint in complaints { print(complaint) }
        if !complaints.isEmpty { exit(1) }
    }

    private static func measure() throws -> [(name: String, hundredths: Int)] {
        let work = FileManager.default.temporaryDirectory.appending(path: "allocations-\(UUID().uuidString)")
        defer { try? FileManager.default.removeItem(at: work) }
        let month = try FixedMonth(in: work.path, sizes: [sizes.fewer, sizes.more])
        let pack = try PolicyPack.load(nil)
        return [
            ("check-csv", try count { try check("\(work.path)/csv-\($0)/invoices.csv", pack) }),
            ("check-xml", try count { try check("\(work.path)/xml-\($0)/invoices.xml", pack) }),
            ("dry-run", try count { try night(month, $0, pack, isDryRun: true) }),
            ("run", try count { try night(month, $0, pack, isDryRun: false) }),
        ]
    }

    /// Allocations per line in hundredths. The work is done once before it is counted, so that what is made once in a
    /// process doesn't count.
    private static func count(_ work: (Int) throws -> Void) throws -> Int {
        try work(sizes.fewer)
        var counts: [Int] = []
        for size in [sizes.fewer, sizes.more] {
            let before = allocations()
            try work(size)
            counts.append(Int(allocations() - before))
        }
        return (counts[1] - counts[0]) * 100 / (sizes.more - sizes.fewer)
    }

    private static func check(_ path: String, _ pack: PolicyPack) throws {
        let report = CheckReport(.text, ink: .none)
        var bytes = report.beginning.count
        var check = Check(
            pack: pack, asOf: Day(iso: FixedMonth.asOf)!, wording: { report.finding($0) },
            report: { bytes += $0.count })
        for item in try CheckInput.items([path]) { try check.read(item) }
        check.finish()
        bytes += report.end(check).count
        precondition(check.totals.hasFindings && bytes > 0)
    }

    private static func night(_ month: FixedMonth, _ lines: Int, _ pack: PolicyPack, isDryRun: Bool) throws {
        let place = "\(month.directory)/night"
        defer { try? FileManager.default.removeItem(atPath: place) }
        try FileManager.default.createDirectory(atPath: place, withIntermediateDirectories: true)
        let job = Job(
            registers: "\(month.directory)/registers", inbox: "\(month.directory)/csv-\(lines)", out: "\(place)/out",
            store: "\(place)/store.sqlite", asOf: Day(iso: FixedMonth.asOf)!, isDryRun: isDryRun,
            program: "AllocationRig")
        try Batch(job, pack: pack, clock: { 1_783_814_400 }).run()
    }
}
