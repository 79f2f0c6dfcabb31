import Foundation

/// The committed figures: how many allocations a line may cost, by build and by what is done, in hundredths.
///
/// The file has a line each, `release check-csv 1.31`. A debug build allocates far more, for nothing in it is
/// specialised or inlined, so that each build has figures of its own.
struct Figures {
    #if DEBUG
        static let build = "debug"
    #else
        static let build = "release"
    #endif
    /// By how many percent a figure may rise before it is taken for a fault.
    static let tolerance = 10

    private var hundredths: [String: Int] = [:]

    init(_ file: String) throws {
        for line in try String(contentsOfFile: file, encoding: .utf8).split(separator: "\n") {
            let words = line.split(separator: " ").map(String.init)
            guard words.count == 3, !line.hasPrefix("#") else { continue }
            hundredths["\(words[0]) \(words[1])"] = Int(words[2].replacing(".", with: ""))
        }
    }

    /// What is wrong with a measured figure, in a sentence; nil: nothing is.
    func complaint(_ name: String, _ measured: Int) -> String? {
        guard let committed = hundredths["\(Self.build) \(name)"] else {
            return "\(name): there is no figure for the \(Self.build) build; `make guard-figures` writes it"
        }
        // A figure near nothing may not fail for a hundredth.
        guard (measured - 1) * 100 > committed * (100 + Self.tolerance) else { return nil }
        return """
            \(name) costs \(Self.written(measured)) allocations a line in the \(Self.build) build, more than \
            \(Self.tolerance) % above the committed \(Self.written(committed)). Find what allocates \
            (docs/performance.md, The guard); if it must be, `make guard-figures` writes the new figures, to be \
            committed with the reason
            """
    }

    /// Puts measured figures in the place of the build's committed ones.
    static func write(_ measured: [(name: String, hundredths: Int)], to file: String) throws {
        let kept = try String(contentsOfFile: file, encoding: .utf8).split(separator: "\n")
            .filter { !$0.hasPrefix("\(build) ") }
        let new = measured.map { "\(build) \($0.name) \(written($0.hundredths))" }
        let text = (kept.map(String.init) + new).joined(separator: "\n") + "\n"
        try Data(text.utf8).write(to: URL(filePath: file))
    }

    static func written(_ hundredths: Int) -> String {
        "\(hundredths / 100).\(hundredths % 100 < 10 ? "0" : "")\(hundredths % 100)"
    }
}
