/// What has been paid so far: by service of an agreement, and by child. The limits are held against it, and every
/// payment of the night is added as it is decided.
struct Balances: Sendable {
    /// Hours and dollars paid on a service of an agreement, all versions.
    private(set) var services: [ServiceKey: Paid] = [:]
    /// Hours paid for a child, by the scope of the cap.
    private var children: [ChildKey: Hours] = [:]
    private let scope: ChildCapScope

    init(scope: ChildCapScope) { self.scope = scope }

    struct ServiceKey: Hashable, Sendable {
        var agreement: Symbol
        var service: Service

        init(agreement: Symbol, service: Service) {
            self.agreement = agreement
            self.service = service
        }
    }

    struct Paid: Hashable, Sendable {
        var hours: Hours
        var amount: Money

        static let nothing = Paid(hours: .zero, amount: .zero)
    }

    private struct ChildKey: Hashable {
        var child: Symbol
        /// The form or the agreement; 0 where neither counts.
        var other: UInt32
    }

    /// What a payment counts towards.
    struct Account: Hashable, Sendable {
        var agreement: Symbol
        var service: Service
        var child: Symbol
        var form: Form
        /// Whether the policy of the service date knows a cap.
        var isCapped: Bool

        init(agreement: Symbol, service: Service, child: Symbol, form: Form, isCapped: Bool) {
            self.agreement = agreement
            self.service = service
            self.child = child
            self.form = form
            self.isCapped = isCapped
        }
    }

    /// Counts hours and dollars; negative ones give them back.
    mutating func add(_ account: Account, hours: Hours, amount: Money) {
        let key = ServiceKey(agreement: account.agreement, service: account.service)
        services[key, default: .nothing].hours += hours
        services[key, default: .nothing].amount += amount
        if account.isCapped { children[childKey(account), default: .zero] += hours }
    }

    func paid(_ agreement: Symbol, _ service: Service) -> Paid {
        services[ServiceKey(agreement: agreement, service: service)] ?? .nothing
    }

    /// The hours that count towards the child's cap where a line of that account would.
    func childPaid(_ account: Account) -> Hours { children[childKey(account)] ?? .zero }

    private func childKey(_ account: Account) -> ChildKey {
        switch scope {
        case .purchaser: ChildKey(child: account.child, other: UInt32(account.form.rawValue) + 1)
        case .child: ChildKey(child: account.child, other: 0)
        case .agreement: ChildKey(child: account.child, other: account.agreement.index)
        }
    }
}
