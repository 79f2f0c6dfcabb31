/// A decision of finance staff that changes nothing (spec: The command, Dispositions). It is reported and not kept.
enum DispositionUnused: Rule {
    static let name = "disposition-unused"
    static let number = 4
    static let permitted: [Effect] = [.warn]
    static let owner = Owner.subsidyUnit
    static let summary = "A disposition can not be read, or does not apply to its line as this run finds it."
    static let nextStep = "Correct the row in the dispositions file and give it to the next run, or take it out."

    /// A row with a cell that can not be read.
    ///
    /// - Parameters:
    ///   - column: the column's name.
    ///   - found: the cell.
    ///   - expected: what is due there, such as `a date by 2026-10-06`.
    static func sentence(column: String, found: String, expected: String) -> Sentence {
        let cell = found.isEmpty ? "nothing" : found.shortened
        return Sentence(
            expected: expected,
            found: cell,
            message: "The row's \(column) should be \(expected) but is \(found.isEmpty ? "empty" : found.cited).")
    }

    /// A row that can be read but does not apply.
    ///
    /// - Parameters:
    ///   - action: what the row asks for: `release`.
    ///   - expected: the line that it is for: `a line held by worker-day`.
    ///   - found: what this run has instead: `a paid line`, `no such line`.
    static func sentence(action: String, expected: String, found: String) -> Sentence {
        Sentence(
            expected: expected,
            found: found,
            message: "A \(action) is for \(expected); this run has \(found), so that the row changes nothing.")
    }
}
