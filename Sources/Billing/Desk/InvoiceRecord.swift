/// An invoice as the store keeps it, with all that was ever said of its lines: what `explain` works from.
struct InvoiceRecord: Sendable {
    var provider: String
    var number: String
    var form: Form
    var agreement: String
    var billingMonth: String
    var date: Day
    var total: Money
    var file: String
    /// The physical line on which it begins in its file.
    var place: Int
    /// The run that accepted it.
    var received: RunMark
    /// The number of the invoice that it corrects; empty: none.
    var replaces: String
    /// The invoice that corrects it, and the run that received that one.
    var replacedBy: (number: String, run: RunMark)?
    var lines: [LineRecord]
}

/// A run, as far as an explanation names it.
struct RunMark: Hashable, Sendable {
    var number: Int
    var runID: String
    var asOf: Day
    /// The directory of all reports, as the run was given it.
    var outDirectory: String
    /// SHA-256 of its policy pack.
    var pack: String
    /// The names of those of its reports that are about lines and invoices.
    var reports: Set<String> = []
}

/// A line as it was received, with what runs and staff said of it.
struct LineRecord: Sendable {
    var number: Int
    var place: Int
    var child: String
    var day: Day
    /// The service as billed.
    var serviceText: String
    var worker: String
    var family: String
    var activity: String
    var description: String
    var hours: Hours
    var rate: Rate
    var amount: Money
    /// The earliest first.
    var decisions: [DecisionRecord]
    /// The earliest first.
    var staffWords: [StaffWord]
    /// What had used up the service's hours and dollars when the last decision fell; nil where nothing was cut for it.
    var serviceUse: HoursUse?
    /// What had used up the child's hours; nil where nothing was cut for it.
    var childUse: HoursUse?

    /// The last decision that is no taking back: the one to explain.
    var judged: DecisionRecord? {
        decisions.last { $0.disposition != .reversed && $0.disposition != .withdrawn }
    }
}

/// What one run said of a line.
struct DecisionRecord: Sendable {
    var run: RunMark
    var disposition: Disposition
    var service: String
    var paidHours: Hours
    var paidAmount: Money
    var heldAmount: Money
    /// `rule:amount` joined by `;`.
    var adjustments: String
    /// Names of rules in their order.
    var findings: [String]
    var decidingRule: String
    var version: Int?
    var contract: String?
    var rate: Rate?
    var effective: Day?
    var hoursAgreed: Hours?
    var dollarsAgreed: Money?
    var childCap: Hours?
    /// What the line was held against; nil unless its turn came.
    var limits: Limits?
}

/// What finance staff decided on a line, kept by the run that used it.
struct StaffWord: Sendable {
    var run: RunMark
    var action: String
    /// The released rule; empty for other actions.
    var rule: String
    var decidedBy: String
    var decidedOn: String
    var reason: String
}

/// What had been paid before a line on the same limit: the lines with their hours, and the opening balance.
struct HoursUse: Sendable {
    struct Line: Hashable, Sendable {
        var provider: String
        var invoiceNumber: String
        var lineNumber: Int
        var agreement: String
        var day: Day
        var hours: Hours
        var amount: Money
    }

    var openingHours: Hours
    var openingAmount: Money
    /// By service date, the latest first.
    var lines: [Line]

    var hours: Hours { lines.reduce(openingHours) { $0 + $1.hours } }
    var amount: Money { lines.reduce(openingAmount) { $0 + $1.amount } }
}
