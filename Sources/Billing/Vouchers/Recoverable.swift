/// Money that a provider owes back: an invoice on which a run took back more than it paid.
struct Recoverable: Hashable, Sendable {
    /// Its number in the store; nil for one of tonight.
    var id: Int?
    var provider: Symbol
    /// The invoice whose row of payments.csv was negative.
    var invoiceNumber: Symbol
    /// That invoice's place among the night's; nil for one of an earlier night.
    var invoice: Int?
    /// The as-of date of the run that took the money back.
    var since: Day
    /// What was still owed when tonight's vouchers were made.
    var owed: Money
    /// What is still owed after them.
    var left: Money
}
