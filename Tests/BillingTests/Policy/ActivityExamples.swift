import Foundation
import Testing

@testable import Billing

/// Activities with the verdicts that are right for them, from Fixtures.
struct ActivityExample: CustomStringConvertible {
    var activity: String
    var text: String
    var labels: [String]
    var kinds: [String]

    /// `home visit | typing not included`.
    var description: String { "\(activity) | \(text)" }

    /// Whether a verdict is one of those that are right.
    func allows(_ verdict: ActivityVerdict) -> Bool {
        guard labels.contains("\(verdict.label)") else { return false }
        return verdict.kind.map { kind in kinds.isEmpty || kinds.contains("\(kind)") } ?? true
    }

    /// The rows of `Fixtures/<name>`: activity,description,label,kind.
    static func read(_ name: String) throws -> [ActivityExample] {
        let file = folder.appending(path: "Fixtures/\(name)")
        return try String(contentsOf: file, encoding: .utf8).split(separator: "\n").dropFirst().map { row in
            let cells = cells(row)
            try #require(cells.count == 4, "a row of \(name) has \(cells.count) cells: \(row)")
            return ActivityExample(
                activity: cells[0], text: cells[1], labels: cells[2].split(separator: "|").map(String.init),
                kinds: cells[3].split(separator: "|").map(String.init))
        }
    }

    /// The cells of a row; a quoted cell may have commas.
    private static func cells(_ row: Substring) -> [String] {
        var cells = [""]
        var isQuoted = false
        for character in row {
            switch character {
            case "\"": isQuoted.toggle()
            case "," where !isQuoted: cells.append("")
            default: cells[cells.count - 1].append(character)
            }
        }
        return cells
    }

    static let folder = URL(filePath: #filePath).deletingLastPathComponent()
}

/// The classifier with the words of the pack, as they stand in the source tree.
let packClassifier: ActivityClassifier = {
    let root = ActivityExample.folder.appending(path: "../../..")
    let file = root.appending(path: "Sources/Billing/Policy/Packs/activities.yaml")
    do {
        let yaml = try String(contentsOf: file, encoding: .utf8)
        return try ActivityClassifier(ActivityWords(yaml: yaml, file: "activities.yaml"))
    } catch {
        fatalError("the pack's words can't be read: \(error)")
    }
}()
