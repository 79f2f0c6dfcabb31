@testable import Billing

/// What agencies write in two columns of free text: every verdict depends on them alone.
enum ActivityFuzzing {
    private static let classifier: ActivityClassifier = {
        do {
            return try PolicyPack.embedded().classifier
        } catch {
            fatalError("\(error)")
        }
    }()

    /// The first line is the activity, the rest its description.
    static func read(_ bytes: UnsafeRawBufferPointer) {
        let parts = bytes.split(separator: 0x0A, maxSplits: 1, omittingEmptySubsequences: false)
        let activity = parts.first.map { Array($0) } ?? []
        let description = parts.count > 1 ? Array(parts[1]) : []
        let verdict = classify(activity, description)
        promise(verdict == classify(activity, description), "two verdicts of the same texts")
        if activity.isEmpty { promise(verdict.label == .missing, "nothing is \(verdict)") }
        promise((verdict.kind != nil) == (verdict.label == .unbillable || verdict.label == .suspected), "\(verdict)")
        // Blanks around a text say nothing.
        if String(validating: activity, as: UTF8.self) != nil {
            promise(verdict == classify([0x20] + activity + [0x20], description), "a blank changes the verdict")
        }
    }

    private static func classify(_ activity: [UInt8], _ description: [UInt8]) -> ActivityVerdict {
        activity.withUnsafeBytes { activity in
            description.withUnsafeBytes { classifier.classify(activity: activity, description: $0) }
        }
    }
}
