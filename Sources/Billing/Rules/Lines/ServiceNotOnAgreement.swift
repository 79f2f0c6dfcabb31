/// 48-22-2, Amending Agreements: without the amended agreement, added services are not reimbursed.
enum ServiceNotOnAgreement: LineRule {
    static let name = "service-not-on-agreement"
    static let number = 12
    static let owner = Owner.socialWorker
    static var needs: Needs { [.version, .service, .soundRegisters] }
    static let summary = "The agreement's version in force on the service date does not buy the service."
    static let nextStep = """
        If the service was agreed, have an amended DCF-2107 signed: it covers service dates from its last signature on.
        """

    static func speaks(of line: LineFacts) -> Bool { line.version?.maxHours == nil }

    static func sentence(_ line: LineStory) -> Sentence {
        let version = "\(line.agreement), version \(line.facts.version?.number ?? 0)"
        return Sentence(
            expected: "a service of \(version)",
            found: line.service,
            message: """
                Agreement \(version), which is in force on \(line.facts.day), does not buy \(line.service); \
                \(line.facts.hours.worded) of it were billed.
                """)
    }

    static var examples: [Example] {
        [
            .speaks("The version in force buys no home study.") {
                $0.service = ExampleServices.homeStudy
                $0.version?.maxHours = nil
                $0.version?.ceiling = nil
            },
            .silent("The version in force buys placement planning."),
            .silent("It buys the service, with no hour of it: service-hours-exceeded lowers the line.") {
                $0.version?.maxHours = .zero
            },
            .silent("No version is in force: agreement-term or agreement-unsigned speaks instead.") {
                $0.present.remove(.version)
                $0.version = nil
            },
        ]
    }
}
