/// Registers, Faults: nobody is paid or denied on a broken record.
enum RegisterFault: LineRule {
    static let name = "register-fault"
    static let number = 21
    static let owner = Owner.subsidyUnit
    static let summary = """
        The provider, child, agreement or contract that the line touches has a register row that can not be used.
        """
    static let nextStep = """
        Mend the rows that exceptions.csv lists under register-row; the next run decides the line anew.
        """

    static func speaks(of line: LineFacts) -> Bool { line.hasRegisterFault }

    static func sentence(_ line: LineStory) -> Sentence {
        Sentence(
            expected: "sound register rows",
            found: "a row at fault",
            message: """
                A register row about \(line.provider.shortened), child \(line.child.shortened), agreement \
                \(line.agreement.shortened) or its contract is at fault; the line waits until it is mended.
                """)
    }

    static var examples: [Example] {
        [
            .speaks("A rate of the agreement's contract is a word.") {
                $0.hasRegisterFault = true
                $0.present.remove(.soundRegisters)
            },
            .silent("The faults of the night are about other subjects."),
        ]
    }
}
