/// A decided line with the words for people: what sentences are made of when a report is written.
public struct LineStory {
    public var facts: LineFacts
    public var agreement: String
    /// The service's name, or as billed where it is unknown.
    public var service: String
    public var worker: String
    /// The child, as the files name it. For reports only, never for logs.
    public var child: String
    public var provider: String
    public var activity: String
    public var invoiceNumber: String
    /// The number of the invoice that the line's own replaces.
    public var replaces: String
    /// The day as of which the run decides.
    public var asOf: Day
    /// What the line was held against; nil unless its turn came.
    public var limits: Limits?
    /// What the service had been paid on this agreement when the line's turn came.
    public var servicePaid: (hours: Hours, amount: Money)
    /// What the child had been paid when the line's turn came.
    public var childPaid: Hours
    /// The earlier line that this one is like, as a report names it (`invoice 2026-08-001 line 4`); nil where none
    /// is, or where another provider's may not be named.
    public var twin: String?
    /// The first day on which the agreement was fully signed; nil while it is not.
    public var fullySigned: Day?
}
