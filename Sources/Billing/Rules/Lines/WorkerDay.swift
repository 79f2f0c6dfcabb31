/// 48-22-2, Terminating an Agreement Prior to the Completion of Services (improperly rendered or documented services).
enum WorkerDay: LineRule {
    static let name = "worker-day"
    static let number = 27
    static let owner = Owner.subsidyUnit
    static let looksAtEarlierLines = true
    static let summary = """
        The provider's worker comes to more than 24 hours on the service date, over all children; a line without a \
        worker counts alone.
        """
    static let nextStep = """
        Ask the agency for the worker's time sheet of that day; release the lines that it bears out and deny the others.
        """

    /// The hours that a day has.
    private static var day: Hours { Hours(hundredths: 24_00) }

    static func speaks(of line: LineFacts) -> Bool { isLong(line.workerDay) }

    /// Whether a worker's day has more hours than a day.
    static func isLong(_ hours: Hours) -> Bool { hours > day }

    static func sentence(_ line: LineStory) -> Sentence {
        let facts = line.facts
        let who = line.worker.isEmpty ? "The line" : "Worker \(line.worker.shortened)"
        return Sentence(
            expected: "at most \(day.worded)",
            found: facts.workerDay.worded,
            message: """
                \(who) of \(line.provider.shortened) comes to \(facts.workerDay.worded) on \(facts.day), \
                \((facts.workerDay - day).worded) more than a day has; \(facts.hours.worded) of them are this line's.
                """)
    }

    static var examples: [Example] {
        [
            .silent("A day of exactly 24.00 h.") { $0.workerDay = Hours(hundredths: 24_00) },
            .speaks("A day of 24.01 h.") { $0.workerDay = Hours(hundredths: 24_01) },
            .silent("A line that the day does not count, however long.") {
                $0.hours = Hours(hundredths: 30_00)
                $0.workerDay = .zero
            },
        ]
    }
}
