/// 48-22-2, Developing an Agreement for Each Child; Payment, Maximum Amount of Contract, Hours and Exceptions: an
/// agreement is approved before services start.
enum AgreementUnsigned: LineRule {
    static let name = "agreement-unsigned"
    static let number = 9
    static let owner = Owner.socialWorker
    static var needs: Needs { [.agreement, .soundRegisters] }
    static let summary = "No version of the agreement is fully signed on the service date."
    static let nextStep = """
        Obtain the signatures that the DCF-2107 lacks; if it was signed in time, have the dates entered in \
        agreement_signatures.csv and ask the Subsidy Unit to reopen the line.
        """

    static func speaks(of line: LineFacts) -> Bool { !line.present.contains(.signedVersion) }

    static func sentence(_ line: LineStory) -> Sentence {
        let day = line.facts.day
        return Sentence(
            expected: "fully signed by \(day)",
            found: line.fullySigned.map { "fully signed on \($0)" } ?? "a signature is missing",
            message: """
                Services count from the last required signature on agreement \(line.agreement); on the service date \
                \(day) it was not fully signed\(line.fullySigned.map { ", only on \($0)" } ?? "").
                """)
    }

    static var examples: [Example] {
        [
            .speaks("The regional administrator signs the day after the service.") {
                $0.present.subtract([.version, .signedVersion])
            },
            .silent("The last signature is of the day of the service."),
            .silent("There is no such agreement: agreement-unknown speaks instead.") {
                $0.present.subtract([.agreement, .version, .signedVersion])
            },
        ]
    }
}
