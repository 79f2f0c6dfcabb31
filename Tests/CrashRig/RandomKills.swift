import Billing
import Foundation

/// Kills larger nights at random instants, starts them again and compares.
struct RandomKills {
    let rig: Rig
    let rounds: Int
    let seed: UInt64

    func run() throws {
        let nights = try rig.prepare().count
        var tally = Tally("kill -9 at random instants, \(rig.nights.name)")
        var generator = Seeded(seed: seed)
        var lengths = try (1...nights).map { try length(of: $0) }
        for round in 0..<rounds {
            let night = Int.random(in: 1...nights, using: &generator)
            // Every other kill aims at the end, where the night is posted and published. Where that is shifts with what
            // else the machine does: the aim is corrected by how the rounds end.
            let length = lengths[night - 1]
            let earliest = round % 2 == 0 ? 0 : length * 8 / 10
            let delay = UInt32.random(in: earliest..<length * 11 / 10, using: &generator)
            let what = "round \(round): night \(night) killed after \(delay) µs"
            try rig.arrange(before: night)
            let child = Child.start { rig.start(night, disk: Disk()) }
            usleep(delay)
            child.kill()
            let ending = child.wait()
            try rig.requireWhole(night, after: what)
            switch ending {
            case .exited(0):
                try rig.requireSame(night, after: what)
                tally.add("ended before the kill")
                lengths[night - 1] -= length / 10
            case .killed(SIGKILL):
                let isPosted = rig.isPosted(night)
                if rig.isFinished(night) {
                    try rig.requireSame(night, after: what)
                    tally.add("killed with nothing left to do")
                } else {
                    if !isPosted, round % 2 == 1 { lengths[night - 1] += length / 20 }
                    try rig.startAgain(night, after: what)
                    tally.add("killed \(isPosted ? "after" : "before") the night was posted, each ending as undisturbed")
                }
            default: throw Rig.Failure(description: "\(what): \(ending)")
            }
        }
        tally.say()
    }

    /// How long an undisturbed night takes, in µs.
    private func length(of night: Int) throws -> UInt32 {
        var lengths: [UInt32] = []
        for _ in 0..<3 {
            try rig.arrange(before: night)
            let began = DispatchTime.now().uptimeNanoseconds
            _ = Child.run { rig.start(night, disk: Disk()) }
            lengths.append(UInt32((DispatchTime.now().uptimeNanoseconds - began) / 1000))
        }
        return lengths.sorted()[1]
    }
}

extension Nights {
    /// Two nights of some hundred lines per file, made of one of the samples: agencies send the same month under ever
    /// new invoice numbers.
    static func ofManyLines(_ samples: String, work: String, files count: Int) throws -> Nights {
        let text = try String(contentsOfFile: "\(samples)/invoices/harbor-light-2026-09.csv", encoding: .utf8)
        func files(_ night: Int) throws -> [String] {
            try (1...count).map { number in
                let path = "\(work)/many-\(night)-\(number).csv"
                try text.replacing("HL-2609", with: "N\(night)-\(number)")
                    .write(toFile: path, atomically: false, encoding: .utf8)
                return path
            }
        }
        let registers = "\(samples)/registers"
        return Nights(
            name: "nights of \(count) files",
            nights: [
                Night(asOf: Day(iso: "2026-10-12")!, registers: registers, files: try files(1)),
                Night(asOf: Day(iso: "2026-10-13")!, registers: registers, files: try files(2)),
            ], isArchiving: true, threads: 2)
    }
}
