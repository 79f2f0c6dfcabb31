import Billing
import Glibc

/// Starts a night twice at once, again and again: one of the two does the work, the other finds the store held, or
/// comes late and finds nothing new.
struct TwoAtOnce {
    let rig: Rig
    let rounds: Int
    let seed: UInt64

    func run() throws {
        _ = try rig.prepare()
        var tally = Tally("two at once")
        var generator = Seeded(seed: seed)
        for round in 0..<rounds {
            let what = "two at once, round \(round)"
            try rig.arrange(before: 1)
            let first = Child.start { rig.start(1, disk: Disk()) }
            usleep(UInt32.random(in: 0..<20_000, using: &generator))
            let second = Child.start { rig.start(1, disk: Disk()) }
            let endings = [first.wait(), second.wait()]
            let done = endings.filter { $0 == .exited(ExitCode.done.rawValue) }.count
            guard done > 0, endings.allSatisfy({ $0 == .exited(0) || $0 == .exited(ExitCode.storeIsHeld.rawValue) })
            else { throw Rig.Failure(description: "\(what): \(endings)") }
            if done == 1 {
                try rig.requireSame(1, after: what)
            } else {
                try rig.requirePosted(2, after: what)
            }
            tally.add(done == 1 ? "rounds in which one was turned away" : "rounds in which one came after the other")
        }
        tally.say()
    }
}
