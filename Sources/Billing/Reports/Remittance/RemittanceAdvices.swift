/// remittance/: one advice per provider, as CSV for its bookkeeping and as a page to read and print.
enum RemittanceAdvices: ReportSet {
    static let folder = "remittance"
    static let parting = ReportParting.byProvider

    static func write(_ outcome: Outcome, _ rows: Range<Int>, into folder: ReportFolder) throws(Disk.Fault) {
        for advice in outcome.advices(rows) {
            let name = name(of: outcome.night.symbols[advice.provider])
            try folder.write("\(name).csv") { (file) throws(Disk.Fault) in
                try AdviceTable.write(advice, outcome, to: file)
            }
            try folder.write("\(name).html") { (file) throws(Disk.Fault) in
                try file.write(AdvicePage(advice, outcome).bytes())
            }
        }
    }

    /// Every provider's own sums.
    static func expectations(_ outcome: Outcome) -> [ReportExpectation] {
        let night = outcome.night
        var sums: [Symbol: AdviceAmounts] = [:]
        var last: (provider: Symbol, sum: AdviceAmounts)?
        for row in outcome.rows {
            let index = Int(row)
            let provider = night.provider(ofLine: index)
            // The rows of a provider stand together.
            if last?.provider != provider {
                if let last { sums[last.provider] = last.sum }
                last = (provider, AdviceAmounts())
            }
            last!.sum += night.adviceAmounts(of: index)
        }
        if let last { sums[last.provider] = last.sum }
        var expectations: [ReportExpectation] = []
        for (provider, sum) in sums {
            let name = name(of: night.symbols[provider])
            expectations.append(ReportExpectation(files: .named("\(name).csv"), content: AdviceTable.expectation(sum)))
            expectations.append(ReportExpectation(files: .named("\(name).html"), content: AdvicePage.expectation(sum)))
        }
        return expectations.sorted { $0.files.description < $1.files.description }
    }

    private static func name(of provider: String) -> String { "\(folder)/\(SafeName.of(provider))" }
}
