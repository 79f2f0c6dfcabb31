import Billing
import Foundation

/// A disk that does everything and writes down what.
final class StepRecorder: @unchecked Sendable {
    private var steps: [Disk.Step] = []

    var disk: Disk { Disk(before: nil, after: { self.steps.append($0) }) }

    func write(to file: String) {
        let lines = steps.map { "\($0.kind.rawValue)\t\($0.path)\n" }
        try? lines.joined().write(toFile: file, atomically: false, encoding: .utf8)
    }

    static func read(_ file: String) throws -> [Disk.Step] {
        try String(contentsOfFile: file, encoding: .utf8).split(separator: "\n").map { line in
            let parts = line.split(separator: "\t", omittingEmptySubsequences: false)
            return Disk.Step(Disk.Step.Kind(rawValue: String(parts[0]))!, String(parts[1]))
        }
    }
}

/// Puts the files of several directories into one; those of later ones take the place of earlier ones' of the same
/// name.
func mergeDirectories(_ directories: [String], into target: String) throws {
    try? FileManager.default.removeItem(atPath: target)
    try FileManager.default.copyItem(atPath: directories[0], toPath: target)
    for directory in directories.dropFirst() {
        for name in try FileManager.default.contentsOfDirectory(atPath: directory) {
            try? FileManager.default.removeItem(atPath: "\(target)/\(name)")
            try FileManager.default.copyItem(atPath: "\(directory)/\(name)", toPath: "\(target)/\(name)")
        }
    }
}
