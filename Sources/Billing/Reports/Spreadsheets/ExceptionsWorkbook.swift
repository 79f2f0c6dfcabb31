/// exceptions.xlsx: exceptions.csv for a spreadsheet - the case, the money and what to do first - with a summary.
enum ExceptionsWorkbook: ReportSet {
    static let fileName = "exceptions.xlsx"
    private static let sheetName = "Exceptions"
    /// The most exceptions that the sheet has, the gravest: what people sort and filter without waiting. All stand in
    /// exceptions.csv, and the summary counts all.
    static let longest = 50_000

    private static let columns = [
        SheetColumn("Severity", 9), SheetColumn("Amount", 12), SheetColumn("Provider", 12),
        SheetColumn("Invoice", 18), SheetColumn("Line", 6), SheetColumn("Child", 12),
        SheetColumn("Service date", 12), SheetColumn("Agreement", 12), SheetColumn("What is off", 50),
        SheetColumn("What to do", 44), SheetColumn("Who moves next", 17), SheetColumn("Rule", 24),
        SheetColumn("Effect", 8), SheetColumn("Expected", 26), SheetColumn("Found", 26), SheetColumn("File", 24),
        SheetColumn("Place", 18), SheetColumn("Policy", 34),
    ]

    static func write(_ outcome: Outcome, _ rows: Range<Int>, into folder: ReportFolder) throws(Disk.Fault) {
        try folder.writeWhole(fileName) { path in write(outcome, to: path) }
    }

    /// - Parameter longest: the most exceptions that are listed.
    /// - Returns: nil, or the `errno` of the failure.
    static func write(_ outcome: Outcome, to path: String, longest: Int = longest) -> Int32? {
        let night = outcome.night
        let all = outcome.exceptions.rows(outcome)
        let title =
            all.count > longest
            ? "The \(longest.grouped) gravest of \(all.count.grouped) exceptions of \(night.runID); exceptions.csv has all"
            : "Exceptions of \(night.runID)"
        guard let workbook = Workbook(path, title: title, asOf: night.asOf) else { return 12 }
        var sheet = DataSheets(workbook, name: sheetName, columns: columns, printed: 11)
        for exception in all.prefix(longest) { write(exception, outcome, to: &sheet) }
        sheet.end()
        var summary = SummarySheet(workbook, title: title)
        summary.add(
            .init(
                title: "Dollars at stake by rule", subject: "Rule",
                rows: SummarySheet.Row.largest(rows(all) { Catalogue.name($0.rule) }), charted: .amount))
        summary.add(
            .init(
                title: "Exceptions by who moves next", subject: "Who moves next",
                rows: rows(all) { Catalogue.rule($0.rule).owner.rawValue }, charted: .count))
        return workbook.close()
    }

    static func expectations(_ outcome: Outcome) -> [ReportExpectation] {
        let amount =
            outcome.exceptionCount > longest
            ? outcome.exceptions.rows(outcome).prefix(longest).reduce(Money.zero) { $0 + ($1.amount ?? .zero) }
            : outcome.moneyInExceptions
        return [
            ReportExpectation(
                files: .named(fileName),
                content: .workbook(sheets: sheetName, rows: min(longest, outcome.exceptionCount), [(1, amount)]))
        ]
    }

    private static func write(_ exception: ExceptionRow, _ outcome: Outcome, to sheet: inout DataSheets) {
        let night = outcome.night
        let rule = Catalogue.rule(exception.rule)
        let sentence = exception.sentence(outcome)
        sheet.beginRow()
        sheet.text(exception.severity.rawValue)
        sheet.money(exception.amount)
        sheet.text(exception.provider)
        sheet.text(exception.invoiceNumber)
        if let number = Int(exception.lineNumber) { sheet.count(number) } else { sheet.text(exception.lineNumber) }
        sheet.text(night.symbols[exception.child])
        sheet.day(exception.day)
        sheet.text(night.symbols[exception.agreement])
        sheet.text(sentence.message, isWrapped: true)
        sheet.text(rule.nextStep, isWrapped: true)
        sheet.text(rule.owner.rawValue)
        sheet.text(rule.name)
        sheet.text(exception.effect.rawValue)
        sheet.text(sentence.expected, isWrapped: true)
        sheet.text(sentence.found, isWrapped: true)
        sheet.text(exception.file)
        sheet.text(exception.place)
        sheet.text(night.pack.source(of: exception.rule), isWrapped: true)
    }

    /// Counts and amounts by a word, in the order in which the words first come.
    private static func rows(
        _ exceptions: some Collection<ExceptionRow>, by word: (ExceptionRow) -> String
    ) -> [SummarySheet.Row] {
        var places: [String: Int] = [:]
        var rows: [SummarySheet.Row] = []
        for exception in exceptions {
            let word = word(exception)
            let place = places[word] ?? rows.count
            if place == rows.count {
                places[word] = place
                rows.append(.init(word: word, count: 0, amount: .zero))
            }
            rows[place].count += 1
            rows[place].amount += exception.amount ?? .zero
        }
        return rows
    }
}

extension Outcome {
    /// What the amounts of all exceptions add up to, worked out from the decisions: what is taken off and held on
    /// tonight's rows, and what rejected invoices bill.
    var moneyInExceptions: Money {
        let rejected = night.invoices.lazy.filter { $0.isReported && $0.status == .rejected }.reduce(Money.zero) {
            $0 + (night.billedAmount(of: $1.invoice) ?? .zero)
        }
        return sums.atStake + rejected
    }

    /// How many exceptions there are, counted from the findings.
    var exceptionCount: Int {
        func isReported(_ rule: RuleID) -> Bool {
            rule != FileAlreadyProcessed.id && night.pack.effect(of: rule) != .off
        }
        let ofFiles = night.files.reduce(0) { $0 + $1.findings.count { isReported($0.rule) } }
        let ofInvoices = night.invoices.lazy.filter { $0.isReported }.reduce(0) {
            $0 + $1.invoice.findings.count { isReported($0.rule) }
        }
        return ofFiles + ofInvoices + sums.findings + agreements.reduce(0) { $0 + $1.news.count }
            + night.dispositions.unused.count + night.registers.faults.count + vouchers.refusals.count
    }
}
