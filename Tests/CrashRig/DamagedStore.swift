import Billing
import Foundation

/// Damages the store before a night: a byte flipped, the file cut off. The night must refuse it, or come to what it
/// should have come to, or leave a store that `verify` refuses; with the sound store back it must come to just that.
struct DamagedStore {
    let rig: Rig
    /// A byte in every so many is flipped.
    let stride: Int

    func run() throws {
        let night = try rig.prepare().count
        var tally = Tally("damage to the store, \(rig.nights.name)")
        let sound = try gathered(night)
        var generator = Seeded(seed: 7)
        for start in Swift.stride(from: 0, to: sound.count, by: stride) {
            let place = Swift.min(start + Int.random(in: 0..<stride, using: &generator), sound.count - 1)
            var bytes = sound
            bytes[place] ^= 1 << UInt8.random(in: 0..<8, using: &generator)
            try damage(night, bytes, "byte \(place) flipped", &tally)
        }
        for part in 0..<64 {
            try damage(night, sound.prefix(sound.count * part / 64), "cut off after \(part)/64", &tally)
        }
        tally.say()
    }

    /// The store's bytes before the night, with nothing left in the log beside it.
    private func gathered(_ night: Int) throws -> Data {
        try rig.arrange(before: night)
        let log = FileManager.default.contents(atPath: rig.place.store + "-wal") ?? Data()
        guard log.isEmpty else { throw Rig.Failure(description: "the store left \(log.count) bytes in its log") }
        return FileManager.default.contents(atPath: rig.place.store)!
    }

    private func damage(_ night: Int, _ bytes: Data, _ damage: String, _ tally: inout Tally) throws {
        let what = "store with \(damage)"
        try rig.arrange(before: night)
        let sound = FileManager.default.contents(atPath: rig.place.store)!
        try bytes.write(to: URL(fileURLWithPath: rig.place.store))
        let isSeen = rig.isRefusedByVerify()
        let ending = Child.run { rig.start(night, disk: Disk()) }
        switch ending {
        case .exited(0):
            if rig.isSame(night, after: what) {
                tally.add("without effect on the night")
            } else {
                guard isSeen else { throw Rig.Failure(description: "\(what): neither run nor verify saw it") }
                tally.add("seen by verify alone")
            }
        case .exited(let code) where [65, 70, 74].contains(code):
            try rig.requireSentence(after: what)
            tally.add("refused with \(code)")
            // Nothing was posted: with the sound store back the night is as if nothing had been.
            for ending in ["-wal", "-shm"] { try? FileManager.default.removeItem(atPath: rig.place.store + ending) }
            try sound.write(to: URL(fileURLWithPath: rig.place.store))
            try rig.startAgain(night, after: what)
        default: throw Rig.Failure(description: "\(what): \(ending): \(rig.answer)")
        }
    }
}
