/// What became of AAP's invoices in one week.
struct ForwardedWeek {
    /// The dry decision: what the Subsidy Unit would say by the registers that AAP has.
    var outcome: Outcome
    /// Places among the night's invoices: approved, and in the bundle.
    var forwarded: [Int] = []
    var returned: [Returned] = []
    var waiting: [Waiting] = []
    /// Forwarded in an earlier bundle and met again.
    var forwardedBefore = 0
    /// Sent back in an earlier bundle and not yet corrected.
    var withAgencies = 0
    /// Of another form: none of AAP's.
    var others = 0
    /// Files that can't be read at all.
    var unreadable: [InboxFile] = []
    /// What the bundle says of each invoice of it and of each that AAP sent back.
    var reviews: [BundleReview] = []
    /// Per returned or waiting invoice the row of AAP's register, where there is one.
    var absentRegisters: [String] = []

    /// An invoice that goes back to its agency.
    struct Returned {
        var invoice: Int
        /// AAP's word; nil: the invoice can't be taken as it is, whatever AAP says.
        var review: AAPRegister.Entry?
        /// The latest review that stands, AAP's word or not.
        var reviewed: Day?
        /// Why it can't be taken.
        var findings: [Finding] = []
    }

    /// An invoice that waits for AAP's review.
    struct Waiting {
        var invoice: Int
        var since: Day
        /// The day on which it reached AAP is known; else it waits since its own date.
        var isReceivedDate: Bool
        var days: Int
    }

    var night: Night { outcome.night }

    /// What invoices come to.
    func totals(_ invoices: some Sequence<Int>) -> BundleTotals {
        invoices.reduce(into: BundleTotals()) { $0.add(night.lines[night.invoices[$1].invoice.lines]) }
    }

    /// Agencies of invoices, in the order of their ids.
    func byAgency(_ invoices: [Int]) -> [(provider: Symbol, invoices: [Int])] {
        Dictionary(grouping: invoices) { night.invoices[$0].invoice.provider }
            .sorted { night.symbols.isBefore($0.key, $1.key) }
            .map { ($0.key, $0.value) }
    }

    /// `Greenway Post-Adoption Network (P-109)`
    func name(of provider: Symbol) -> String {
        let id = night.symbols[provider]
        guard let known = night.registers.provider(provider) else { return id.isEmpty ? "no agency named" : id }
        return "\(night.symbols[known.legalName]) (\(id))"
    }

    /// What the dry decision makes of an invoice's lines.
    func amounts(_ invoice: Int) -> AdviceAmounts {
        night.invoices[invoice].invoice.lines.reduce(into: AdviceAmounts()) { sum, line in
            if night.origins[line].isDecided { sum += night.adviceAmounts(of: line) }
        }
    }
}
