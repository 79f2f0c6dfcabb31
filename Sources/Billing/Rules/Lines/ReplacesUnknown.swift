/// 48-22-2, Monthly Invoice: before a correction is paid, someone should know what it corrects.
enum ReplacesUnknown: LineRule {
    static let name = "replaces-unknown"
    static let number = 29
    static let owner = Owner.agency
    static let summary = "The invoice's replaces names an invoice of this provider that was never received."
    static let nextStep = """
        Send a corrected invoice that names the right number in replaces; if there is nothing to correct, tell the \
        Subsidy Unit, which then releases the line.
        """

    static func speaks(of line: LineFacts) -> Bool { line.replacesUnknown }

    static func sentence(_ line: LineStory) -> Sentence {
        Sentence(
            expected: "a received invoice in replaces",
            found: line.replaces.shortened,
            message: """
                Invoice \(line.invoiceNumber.shortened) says that it replaces \(line.replaces.cited), but no invoice \
                of that number was received from \(line.provider.shortened).
                """)
    }

    static var examples: [Example] {
        [
            .speaks("The invoice that this one replaces was never received.") { $0.replacesUnknown = true },
            .silent("The invoice replaces none, or one that was received."),
        ]
    }
}
