/// A small pseudo-random generator (SplitMix64): a seed gives the same throws on every machine, today and in ten years.
struct Dice {
    private var state: UInt64

    init(seed: Int) { state = UInt64(bitPattern: Int64(seed)) &* 0x2545_F491_4F6C_DD1D }

    private mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var mixed = state
        mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
        mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
        return mixed ^ (mixed >> 31)
    }

    mutating func roll(_ range: ClosedRange<Int>) -> Int {
        range.lowerBound + Int(next() % UInt64(range.count))
    }

    /// Whether something that happens so many times in a hundred happens.
    mutating func chance(_ percent: Int) -> Bool { roll(1...100) <= percent }

    /// - Precondition: the list is not empty.
    mutating func pick<Element>(_ list: [Element]) -> Element { list[roll(0...list.count - 1)] }

    /// Some of a list, in its order.
    ///
    /// - Precondition: the list has at least so many.
    mutating func some<Element>(_ count: Int, of list: [Element]) -> [Element] {
        var places = Array(list.indices)
        while places.count > count { places.remove(at: roll(0...places.count - 1)) }
        return places.map { list[$0] }
    }
}
