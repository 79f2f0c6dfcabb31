/// What the decisions of all nights come to on one agreement, and what was received for it.
struct AgreementLedger: Sendable {
    /// A service on which something was paid or is held.
    struct Entry: Hashable, Sendable {
        var service: Service
        var paidHours: Hours
        var paidAmount: Money
        var heldHours: Hours
        var heldAmount: Money

        /// Nothing was paid, or all of it was reversed, and nothing is held.
        var isEmpty: Bool {
            paidHours == .zero && paidAmount == .zero && heldHours == .zero && heldAmount == .zero
        }
    }

    /// A month of service for which a line was paid or is held, on one form.
    struct WorkedMonth: Hashable, Sendable {
        var month: Month
        var form: Form
    }

    /// In any order, each service once.
    var services: [Entry] = []
    /// A line of the agreement is held, whatever its service.
    var hasHeldLine = false
    /// The months for which an invoice was received that names the agreement and is its provider's.
    var invoiced: [Month] = []
    /// Those of the months that rules look back at suffice.
    var worked: [WorkedMonth] = []
    /// A line of form AAP was paid or is held, in whatever month.
    var hasWorkForAAP = false
}
