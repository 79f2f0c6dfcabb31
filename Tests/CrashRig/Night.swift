import Billing

/// What one night is given beside the store.
struct Night {
    var asOf: Day
    var registers: String
    /// Paths of the files that come in.
    var files: [String]
    var dispositions: String?
    var isDryRun = false
}

/// Some nights one after another, and whether their files are archived.
struct Nights {
    var name: String
    var nights: [Night]
    var isArchiving: Bool
    var threads = 1

    /// Nights of the samples with all that a store can hold: files accepted, rejected and skipped, corrections, held
    /// lines, dispositions of every kind, an agency that sends a file twice.
    static func ofSamples(_ samples: String, work: String, isArchiving: Bool) throws -> Nights {
        Nights(
            name: isArchiving ? "archiving" : "files stay", nights: try sampleNights(samples, work: work),
            isArchiving: isArchiving)
    }

    /// A night, and two dry runs of the next one, the second of which takes the place of the first.
    static func ofDryRuns(_ samples: String, work: String) throws -> Nights {
        let nights = try sampleNights(samples, work: work)
        var dry = nights[1]
        dry.isDryRun = true
        return Nights(name: "dry runs", nights: [nights[0], dry, dry], isArchiving: true)
    }

    private static func sampleNights(_ samples: String, work: String) throws -> [Night] {
        let second = "\(work)/registers-2"
        try mergeDirectories(["\(samples)/registers", "\(samples)/second-night/registers"], into: second)
        func first(_ names: String...) -> [String] { names.map { "\(samples)/invoices/\($0)" } }
        func later(_ names: String...) -> [String] { names.map { "\(samples)/second-night/invoices/\($0)" } }
        return [
            Night(
                asOf: Day(iso: "2026-10-12")!, registers: "\(samples)/registers",
                files: first(
                    "harbor-light-2026-09.csv", "oak-anchor-2026-09.csv", "oak-anchor-summary.csv",
                    "saltmarsh-late.csv")),
            Night(
                asOf: Day(iso: "2026-10-19")!, registers: second,
                files: later("harbor-light-2026-09_correction.csv", "oak-anchor-mended.csv")
                    + first("harbor-light-2026-09.csv"),
                dispositions: "\(samples)/second-night/dispositions.csv"),
            Night(
                asOf: Day(iso: "2026-10-26")!, registers: second,
                files: first("greenway-aap-second.xml", "tern-cove-september.csv", "saltmarsh-late.csv")),
        ]
    }
}
