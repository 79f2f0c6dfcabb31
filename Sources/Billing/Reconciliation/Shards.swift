/// The lines of a night parted among threads, so that nothing that is decided of a line depends on a line of another
/// part: lines have to do with each other by their agreement's accounts, and by their child's days and cap.
struct Shards: Sendable {
    /// Of each part the lines to decide, in the order of the rulebook.
    private(set) var orders: [[Int32]] = []
    private var groups: SymbolGroups
    /// By the symbol that stands for a group; meaningless for others.
    private var shards: [UInt8]

    /// - Parameters:
    ///   - ranks: each invoice's place by provider and number.
    ///   - threads: how many parts there are at most.
    init(_ night: Night, _ history: History, ranks: [Int], threads: Int) {
        groups = SymbolGroups(night.symbols.count)
        shards = [UInt8](repeating: 0, count: threads > 1 ? night.symbols.count : 0)
        let count = max(1, min(threads, Int(UInt8.max)))
        if count > 1 { part(night, history, count) }
        let places = night.placesInOrder(ranks)
        let this = self
        orders = SharedWork.map(count, threads: threads) { number in
            night.linesInOrder(places) { this.shard(of: $0) == number }
        }
    }

    /// The part that decides the lines of an agreement or of a child.
    func shard(of symbol: Symbol) -> Int { shards.isEmpty ? 0 : Int(shards[groups.found(symbol)]) }

    private mutating func part(_ night: Night, _ history: History, _ count: Int) {
        for entry in history.accounts { groups.join(entry.account.agreement, entry.account.child) }
        for opening in night.registers.openingBalances.rows { groups.join(opening.agreement, opening.child) }
        var last: (agreement: Symbol, child: Symbol)?
        for index in night.lines.indices where night.origins[index] != .undecided {
            let line = night.lines[index]
            let agreement = night.invoices[Int(line.invoice)].invoice.agreement
            if let last, last == (agreement, line.child) { continue }
            groups.join(agreement, line.child)
            last = (agreement, line.child)
        }
        groups.finish()
        share(night, count)
    }

    /// Gives each group of agreements to the part that has the fewest lines so far.
    private mutating func share(_ night: Night, _ count: Int) {
        var lines = [Int](repeating: 0, count: shards.count)
        for entry in night.invoices { lines[groups.found(entry.invoice.agreement)] += entry.invoice.lines.count }
        var loads = [Int](repeating: 0, count: count)
        for entry in night.invoices {
            let group = groups.found(entry.invoice.agreement)
            if lines[group] == 0 { continue }
            let least = loads.indices.min { loads[$0] < loads[$1] }!
            shards[group] = UInt8(least)
            loads[least] += lines[group]
            lines[group] = 0
        }
    }
}

/// Symbols in groups of those that were joined.
private struct SymbolGroups: Sendable {
    /// By symbol another of its group; one of each group stands for it and leads to itself.
    private var leaders: [Int32]

    init(_ count: Int) { leaders = (0..<Int32(count)).map { $0 } }

    mutating func join(_ a: Symbol, _ b: Symbol) {
        let (first, second) = (leader(of: a), leader(of: b))
        if first != second { leaders[Int(max(first, second))] = min(first, second) }
    }

    /// Lets every symbol lead at once to the one that stands for its group.
    mutating func finish() {
        for index in leaders.indices { leaders[index] = leaders[Int(leaders[index])] }
    }

    /// The symbol that stands for a symbol's group, once that is finished.
    func found(_ symbol: Symbol) -> Int { Int(leaders[Int(symbol.index)]) }

    private mutating func leader(of symbol: Symbol) -> Int32 {
        var index = Int32(symbol.index)
        while leaders[Int(index)] != index {
            leaders[Int(index)] = leaders[Int(leaders[Int(index)])]
            index = leaders[Int(index)]
        }
        return index
    }
}
