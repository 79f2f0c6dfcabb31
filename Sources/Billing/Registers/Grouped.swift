/// The rows of a register by what they belong to: those of one owner stand together, in the file's order unless sorted.
struct Grouped<Row: Sendable>: Sendable {
    private(set) var rows: [Row] = []
    /// Where the rows of owner `i` begin; those of the last end at the last entry.
    private var starts: [Int32] = [0]

    init() {}

    /// - Parameters:
    ///   - owners: how many owners there are, whether they have rows or not.
    ///   - pairs: each row with its owner, in the file's order.
    init(owners: Int, _ pairs: [(owner: Int32, row: Row)]) {
        starts = [Int32](repeating: 0, count: owners + 1)
        for pair in pairs { starts[Int(pair.owner) + 1] += 1 }
        for owner in 0..<owners { starts[owner + 1] += starts[owner] }
        guard let first = pairs.first else { return }
        var next = starts
        rows = [Row](repeating: first.row, count: pairs.count)
        for pair in pairs {
            rows[Int(next[Int(pair.owner)])] = pair.row
            next[Int(pair.owner)] += 1
        }
    }

    /// The places of an owner's rows in `rows`.
    func range(of owner: Int) -> Range<Int> { Int(starts[owner])..<Int(starts[owner + 1]) }

    /// An owner's rows.
    subscript(owner: Int) -> ArraySlice<Row> { rows[range(of: owner)] }

    /// Puts each owner's rows in order; equal ones stay as the file has them.
    mutating func sortEach(by precedes: (Row, Row) -> Bool) {
        for owner in 0..<starts.count - 1 {
            let range = range(of: owner)
            for place in range.dropFirst() {
                var hole = place
                let row = rows[place]
                while hole > range.lowerBound, precedes(row, rows[hole - 1]) {
                    rows[hole] = rows[hole - 1]
                    hole -= 1
                }
                rows[hole] = row
            }
        }
    }

    mutating func update(_ place: Int, _ change: (inout Row) -> Void) { change(&rows[place]) }
}
