/// A row of the registers that can not be used (spec: Registers, Faults). One finding per bad row, of high severity.
enum RegisterRow: Rule {
    static let name = "register-row"
    static let number = 5
    static let permitted: [Effect] = [.warn]
    static let owner = Owner.subsidyUnit
    static let summary = """
        A register has a row that can not be used, or no longer has what a line of an earlier night needs.
        """
    static let nextStep = "Mend the row in the register and run again: lines that it holds are then decided anew."

    /// - Parameters:
    ///   - register: the register's file name.
    ///   - expected: what is due in the row, such as `hourly_rate as money (70.63)`.
    ///   - found: what stands there.
    ///   - holdsLines: whether lines wait for it; not for rows of progress reports and reviews.
    static func sentence(register: String, expected: String, found: String, holdsLines: Bool = true) -> Sentence {
        let value = found.isEmpty ? "nothing" : found.shortened
        let effect = holdsLines ? "every line that touches its subject is held" : "the row counts for nothing"
        return Sentence(
            expected: expected,
            found: value,
            message: "\(register) should have \(expected) but has \(value); until it is mended, \(effect).")
    }
}
