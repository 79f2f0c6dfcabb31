/// Adds up the hours of workers, one day after the other, and gives them in the order of their texts.
struct WorkerTally {
    /// A worker of a provider, and hours in hundredths.
    struct Entry {
        var provider: Symbol
        var worker: Symbol
        var hours: Int
    }

    /// By rank: provider, then worker, in order of bytes.
    private var entries: [Entry] = []
    private var ranks: [Key: Int32] = [:]
    private var changed: [Int32] = []

    private struct Key: Hashable {
        var provider: Symbol
        var worker: Symbol
    }

    /// - Parameter lines: the lines whose workers there are.
    init(_ night: borrowing Night, _ lines: [Int32]) {
        var keys: Set<Key> = []
        for index in lines { keys.insert(Self.key(ofLine: Int(index), night)) }
        let symbols = night.symbols
        let sorted = keys.sorted { a, b in
            a.provider != b.provider
                ? symbols.isBefore(a.provider, b.provider) : symbols.isBefore(a.worker, b.worker)
        }
        for (rank, key) in sorted.enumerated() {
            ranks[key] = Int32(rank)
            entries.append(Entry(provider: key.provider, worker: key.worker, hours: 0))
        }
    }

    /// Adds hours in hundredths, negative ones too, to the worker of a line.
    mutating func add(_ hours: Int, ofLine index: Int, _ night: borrowing Night) {
        let rank = ranks[Self.key(ofLine: index, night)]!
        if entries[Int(rank)].hours == 0 { changed.append(rank) }
        entries[Int(rank)].hours += hours
    }

    /// The workers whose hours are no longer zero, in the order of their texts; all begin anew.
    mutating func take() -> [Entry] {
        var taken: [Entry] = []
        for rank in changed.sorted() where entries[Int(rank)].hours != 0 {
            taken.append(entries[Int(rank)])
            entries[Int(rank)].hours = 0
        }
        changed.removeAll(keepingCapacity: true)
        return taken
    }

    private static func key(ofLine index: Int, _ night: borrowing Night) -> Key {
        let line = night.lines[index]
        return Key(provider: night.invoices[Int(line.invoice)].invoice.provider, worker: line.worker)
    }
}
