/// Texts by the order of their bytes: each is compared once, however many rows are sorted by it.
struct TextRanks {
    private var places: [String: Int32] = [:]
    private var last: (text: String, place: Int32)?

    /// A number that stands for the text.
    mutating func place(of text: String) -> Int32 {
        if let last, last.text == text { return last.place }
        let place = places[text] ?? Int32(places.count)
        places[text] = place
        last = (text, place)
        return place
    }

    /// The rank of each text by its number, the first in order of bytes being 0.
    func ranks() -> [Int32] {
        var ranks = [Int32](repeating: 0, count: places.count)
        let sorted = places.sorted { $0.key.utf8.lexicographicallyPrecedes($1.key.utf8) }
        for (rank, entry) in sorted.enumerated() { ranks[Int(entry.value)] = Int32(rank) }
        return ranks
    }
}
