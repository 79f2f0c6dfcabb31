/// acknowledgements/aap/: the answer to AAP, per week of its bundles, as CSV and as a page.
enum BundleAnswers: ReportSet {
    /// No provider's id makes the same name.
    static let folderName = "aap"
    static let folder = "\(Acknowledgements.folder)/\(folderName)"

    static func write(_ outcome: Outcome, _ rows: Range<Int>, into folder: ReportFolder) throws(Disk.Fault) {
        for answer in outcome.bundleAnswers() {
            let name = name(of: answer)
            try folder.write("\(name).csv") { (file) throws(Disk.Fault) in
                var table = BundleAnswerTable(outcome)
                table.write(answer)
                try file.drain(&table.csv, atLeast: 0)
            }
            try folder.write("\(name).html") { (file) throws(Disk.Fault) in
                var page = BundleAnswerPage(outcome, answer)
                try file.write(page.bytes())
            }
        }
    }

    /// What AAP's manifests say, what was read, and what the lines of the bundle came to: each sum twice over.
    static func expectations(_ outcome: Outcome) -> [ReportExpectation] {
        let night = outcome.night
        return outcome.bundleAnswers().flatMap { answer in
            let bundles = answer.bundles.map { night.bundles[$0] }
            let stated = bundles.compactMap { $0.manifest?.totals.amount }.reduce(Money.zero, +)
            let read = bundles.reduce(Money.zero) { $0 + night.totals(night.invoices(of: $1)).amount }
            let decided = night.answerAmounts(of: bundles.flatMap { night.decidedLines(of: $0) })
            let later = night.answerAmounts(of: answer.later.flatMap { $0.lines })
            var sums: [ReportExpectation.Sum] = [
                .init("billed_amount", stated, where: ("record", "manifest")),
                .init("billed_amount", read, where: ("record", "invoice")),
            ]
            for (record, amounts) in [("line", decided), ("decided", decided), ("later-line", later)] {
                sums += [
                    .init("billed_amount", amounts.billed, where: ("record", record)),
                    .init("paid_amount", amounts.paid, where: ("record", record)),
                    .init("reduced_amount", amounts.reduced, where: ("record", record)),
                    .init("denied_amount", amounts.denied, where: ("record", record)),
                    .init("held_amount", amounts.held, where: ("record", record)),
                ]
            }
            let name = name(of: answer)
            return [
                ReportExpectation(
                    files: .named("\(name).csv"),
                    content: .table(columns: BundleAnswerTable.columns, rows: nil, sums)),
                ReportExpectation(files: .named("\(name).html"), content: BundleAnswerPage.expectation(decided)),
            ]
        }
    }

    private static func name(of answer: BundleAnswer) -> String { "\(folder)/\(SafeName.of(answer.name))" }
}
