/// Counts what was tried and how it ended.
struct Tally {
    private var counts: [(what: String, count: Int)] = []
    private let name: String

    init(_ name: String) { self.name = name }

    mutating func add(_ what: String, _ count: Int = 1) {
        if let index = counts.firstIndex(where: { $0.what == what }) {
            counts[index].count += count
        } else {
            counts.append((what, count))
        }
    }

    /// Says all counts in one line.
    func say() { CrashRig.say("\(name): " + counts.map { "\($0.count) \($0.what)" }.joined(separator: ", ")) }
}

/// Numbers that look random and are the same for the same seed.
struct Seeded: RandomNumberGenerator {
    private var state: UInt64

    init(seed: UInt64) { state = seed }

    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var mixed = state
        mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
        mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
        return mixed ^ (mixed >> 31)
    }
}
