import Foundation

/// run.json: what a run was, for machines and for cron. The only report with times in it.
struct RunRecord: Codable {
    static let fileName = "run.json"

    struct Named: Codable {
        var name: String
        var sha256: String
        var rows: Int?
    }

    struct Pack: Codable {
        var name: String
        var version: String
        var sha256: String
    }

    var runID: String
    var asOf: String
    var program: String
    var pack: Pack
    var isDryRun: Bool
    var started: String
    var finished: String
    var registers: [Named]
    var inputs: [Named]
    var reports: [Named]
    var totals: ControlTotals
    var balanced: Bool

    /// The bytes of the file: JSON, indented, its keys in order.
    func json() throws -> [UInt8] {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
        encoder.keyEncodingStrategy = .convertToSnakeCase
        return Array(try encoder.encode(self)) + [0x0A]
    }
}

/// When a run began, and a clock for when it ended.
struct RunTimes {
    var started: Int
    var clock: () -> Int

    /// `2026-10-01T02:00:05Z` for seconds since 1970.
    static func text(_ seconds: Int) -> String {
        let day = Day(number: Int32(seconds / 86_400))
        let rest = seconds % 86_400
        let parts = [rest / 3600, rest / 60 % 60, rest % 60].map { $0.padded(to: 2) }
        return "\(day)T\(parts.joined(separator: ":"))Z"
    }
}
