/// What the policy pack sets for the rules on agreements.
struct AgreementSettings: Hashable, Sendable {
    /// How many calendar months are looked at for invoices and reports.
    var lookbackMonths = 3
    /// How many days after a month's or an agreement's end something must be there.
    var graceDays = 10
    /// How many days of notice a termination wants.
    var terminationNoticeDays = 30
}
