/// What earlier nights paid, as far as a night asks: read from the store before anything is decided.
struct History: Sendable {
    /// What has been paid on every account, opening balances apart.
    var accounts: [(account: Balances.Account, lines: Int, hours: Hours, amount: Money)] = []
    /// Paid lines of the children and days that tonight's lines name, those that tonight undoes left out.
    var standing: [StandingWork.Work] = []
    /// Hours paid to a worker on a day, those that tonight undoes taken off.
    var workerDays: [WorkerDay: Hours] = [:]
    /// Agreement, provider and month of received invoices, of the months that are looked at.
    var invoiceMonths: Set<InvoiceMonth> = []
    /// How many lines were paid, by agreement, provider, form and service month, of the months that are looked at.
    var serviceMonths: [ServiceMonth: Int] = [:]
    /// What the last run reported of agreements.
    var agreementFindings: Set<ReportedFinding> = []

    /// A worker of a provider on a day.
    struct WorkerDay: Hashable, Sendable {
        var provider: Symbol
        var worker: Symbol
        var day: Day
    }

    struct InvoiceMonth: Hashable, Sendable {
        var agreement: Symbol
        var provider: Symbol
        var month: Month
    }

    struct ServiceMonth: Hashable, Sendable {
        var agreement: Symbol
        var provider: Symbol
        var form: Form
        var month: Month
    }

    struct ReportedFinding: Hashable, Sendable {
        var agreement: Symbol
        var rule: RuleID
        var month: Month?
    }
}
