/// What has been paid so far: by service of an agreement, and by child. The limits are held against it, and every
/// payment of the night is added as it is decided.
struct Balances: Sendable {
    /// Where each agreement's services begin in `paid`; -1: nothing was paid on it.
    private var starts = SymbolTable<Int32>(absent: -1)
    /// The agreements on which something was paid, as they first came.
    private var agreements: [Symbol] = []
    /// Hours and dollars paid on an agreement, all versions: one for every service of the pack.
    private var paid: [Paid] = []
    private let serviceCount: Int
    /// Hundredths of an hour paid for a child, by what counts beside it.
    private var children: [SymbolTable<Int>]
    /// The same where the cap counts each agreement apart.
    private var childrenByAgreement: [ChildKey: Int] = [:]
    private let scope: ChildCapScope

    /// - Parameter services: how many services the pack has.
    init(scope: ChildCapScope, services: Int) {
        self.scope = scope
        serviceCount = services
        children = Form.allCases.map { _ in SymbolTable(absent: 0) }
    }

    struct Paid: Hashable, Sendable {
        var hours: Hours
        var amount: Money

        static let nothing = Paid(hours: .zero, amount: .zero)
    }

    private struct ChildKey: Hashable {
        var child: Symbol
        var agreement: Symbol
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

    /// Makes room for so many agreements.
    mutating func reserve(_ count: Int) {
        agreements.reserveCapacity(count)
        paid.reserveCapacity(count * serviceCount)
    }

    /// Counts hours and dollars; negative ones give them back.
    mutating func add(_ account: Account, hours: Hours, amount: Money) {
        let place = start(of: account.agreement) + Int(account.service.index)
        paid[place].hours += hours
        paid[place].amount += amount
        guard account.isCapped else { return }
        switch scope {
        case .purchaser: children[Int(account.form.rawValue)][account.child] += hours.hundredths
        case .child: children[0][account.child] += hours.hundredths
        case .agreement:
            let key = ChildKey(child: account.child, agreement: account.agreement)
            childrenByAgreement[key, default: 0] += hours.hundredths
        }
    }

    func paid(_ agreement: Symbol, _ service: Service) -> Paid {
        let start = starts[agreement]
        return start < 0 ? .nothing : paid[Int(start) + Int(service.index)]
    }

    /// The hours that count towards the child's cap where a line of that account would.
    func childPaid(_ account: Account) -> Hours {
        switch scope {
        case .purchaser: Hours(hundredths: children[Int(account.form.rawValue)][account.child])
        case .child: Hours(hundredths: children[0][account.child])
        case .agreement:
            Hours(
                hundredths: childrenByAgreement[ChildKey(child: account.child, agreement: account.agreement)] ?? 0)
        }
    }

    /// Calls `body` with every service of an agreement on which something has been paid.
    func forEachPaid(_ body: (_ agreement: Symbol, _ service: Service, Paid) -> Void) {
        for (number, agreement) in agreements.enumerated() {
            for service in 0..<serviceCount {
                let paid = paid[number * serviceCount + service]
                if paid != .nothing { body(agreement, Service(index: UInt8(service)), paid) }
            }
        }
    }

    private mutating func start(of agreement: Symbol) -> Int {
        let known = starts[agreement]
        if known >= 0 { return Int(known) }
        let start = paid.count
        starts[agreement] = Int32(start)
        agreements.append(agreement)
        paid.append(contentsOf: repeatElement(.nothing, count: serviceCount))
        return start
    }
}
