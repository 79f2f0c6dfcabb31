import Billing
import Foundation

/// Kills nights and lets the world fail under them, and tells whether the promises of docs/reliability.md hold.
///
///     CrashRig COMMAND --samples DIR --work DIR [--stride N] [--rounds N] [--seed N]
@main
struct CrashRig {
    static func main() {
        var options: [String: String] = [:]
        let words = CommandLine.arguments.dropFirst()
        for (name, value) in zip(words.dropFirst(), words.dropFirst(2)) where name.hasPrefix("--") {
            options[String(name.dropFirst(2))] = value
        }
        guard let command = words.first, let samples = options["samples"], let work = options["work"] else {
            say("CrashRig COMMAND --samples DIR --work DIR [--stride N] [--rounds N] [--seed N]")
            exit(64)
        }
        do {
            try FileManager.default.createDirectory(atPath: work, withIntermediateDirectories: true)
            let rig = CrashRig(
                samples: samples, work: work, stride: Int(options["stride"] ?? "") ?? 1,
                rounds: Int(options["rounds"] ?? "") ?? 100, seed: UInt64(options["seed"] ?? "") ?? 1)
            try rig.run(command)
            try? FileManager.default.removeItem(atPath: work)
        } catch {
            say("FAILED: \(error)")
            exit(1)
        }
    }

    let samples: String
    let work: String
    let stride: Int
    let rounds: Int
    let seed: UInt64

    /// Writes a line at once, so that no process takes another's unwritten lines along.
    static func say(_ line: String) {
        let bytes = Array("\(line)\n".utf8)
        _ = write(STDOUT_FILENO, bytes, bytes.count)
    }

    private func run(_ command: String) throws {
        let pack = try PolicyPack.load(nil)
        func rig(isArchiving: Bool) throws -> Rig {
            Rig(try .ofSamples(samples, work: work, isArchiving: isArchiving), pack: pack, work: work)
        }
        switch command {
        case "kills":
            for isArchiving in [true, false] {
                try CrashMatrix(rig: rig(isArchiving: isArchiving), stride: stride, isPowerCut: false).run()
            }
            let dryRuns = try Nights.ofDryRuns(samples, work: work)
            try CrashMatrix(
                rig: Rig(dryRuns, pack: pack, work: work), stride: stride, isPowerCut: false).run()
        case "power":
            try CrashMatrix(rig: rig(isArchiving: true), stride: stride, isPowerCut: true).run()
        case "faults":
            try FaultySeam(rig: rig(isArchiving: true), stride: stride).run()
        case "damage":
            try DamagedStore(rig: rig(isArchiving: false), stride: stride).run()
        case "pairs":
            try TwoAtOnce(rig: rig(isArchiving: false), rounds: rounds, seed: seed).run()
        case "random":
            let nights = try Nights.ofManyLines(samples, work: work, files: rounds < 10 ? 3 : 32)
            try RandomKills(rig: Rig(nights, pack: pack, work: work), rounds: rounds, seed: seed).run()
        default:
            throw Rig.Failure(description: "\(command) is no command of the rig")
        }
    }
}
