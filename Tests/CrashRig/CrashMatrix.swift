import Billing
import Glibc

/// Kills every night at every step, starts it again, and compares.
struct CrashMatrix {
    let rig: Rig
    /// Only every so many-th step is killed at; 1: all.
    let stride: Int
    let isPowerCut: Bool

    func run() throws {
        let nights = try rig.prepare()
        var tally = Tally("\(isPowerCut ? "power cuts" : "kills"), \(rig.nights.name)")
        for (index, steps) in nights.enumerated() {
            let changes = steps.filter { $0.isChange }
            tally.add("nights")
            tally.add("steps", changes.count)
            try kill(index + 1, changes, &tally)
            if !isPowerCut { try killRecovery(index + 1, changes, &tally) }
        }
        tally.say()
    }

    private func kill(_ night: Int, _ changes: [Disk.Step], _ tally: inout Tally) throws {
        for (place, step) in changes.enumerated() where isChosen(place, step) {
            for moment in KillingDisk.Moment.allCases where isMeant(moment, step, isLast: place == changes.count - 1) {
                let what = "night \(night) killed \(moment.rawValue) step \(place) (\(step.kind.rawValue) \(step.path))"
                try rig.arrange(before: night)
                try self.kill(night, at: place, moment, what)
                try rig.requireWhole(night, after: what)
                if place == changes.count - 1, moment == .after {
                    // Nothing was left to do: this kill is the run's end.
                    try rig.requireSame(night, after: what)
                } else {
                    try rig.startAgain(night, after: what)
                }
                tally.add("\(moment.rawValue) a step, each ending as undisturbed")
            }
        }
    }

    /// Kills the start after the kill, too, at each of its steps.
    private func killRecovery(_ night: Int, _ changes: [Disk.Step], _ tally: inout Tally) throws {
        guard let commit = changes.lastIndex(where: { $0.kind == .rename && $0.path.contains("/out/2026-") }) else { return }
        let starts = Array(commit - 2..<changes.count - 1)
        for first in starts where stride == 1 || first % 4 == 0 {
            var second = 0
            while true {
                let what = "night \(night) killed after step \(first), and started again, before step \(second)"
                try rig.arrange(before: night)
                try kill(night, at: first, .after, what)
                let killer = KillingDisk(step: second, .before)
                let ending = Child.run { rig.start(night, disk: killer.disk) }
                if ending == .exited(0) { break }
                guard ending == .killed(SIGKILL) else { throw Rig.Failure(description: "\(what): \(ending) \(rig.answer)") }
                try rig.requireWhole(night, after: what)
                try rig.startAgain(night, after: what)
                tally.add("while recovering, each ending as undisturbed")
                second += stride == 1 ? 1 : 3
            }
        }
    }

    private func kill(_ night: Int, at place: Int, _ moment: KillingDisk.Moment, _ what: String) throws {
        let killer = KillingDisk(step: place, moment, isPowerCut: isPowerCut)
        let ending = Child.run { rig.start(night, disk: killer.disk) }
        guard ending == .killed(SIGKILL) else { throw Rig.Failure(description: "\(what): \(ending) \(rig.answer)") }
    }

    private func isChosen(_ place: Int, _ step: Disk.Step) -> Bool {
        stride == 1 || place % stride == 0 || step.kind == .commit || step.kind == .rename
    }

    /// Half a step is half a write or half a commit. After a step is before the next one, so that a short form leaves
    /// it out, but for the last.
    private func isMeant(_ moment: KillingDisk.Moment, _ step: Disk.Step, isLast: Bool) -> Bool {
        switch moment {
        case .before: true
        case .halfWay: step.kind == .write || step.kind == .commit
        case .after: stride == 1 || isLast
        }
    }
}
