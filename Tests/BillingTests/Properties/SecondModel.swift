import Testing

@testable import Billing

/// The limits once more, reckoned from the registers' texts and the nights' decisions as a clerk would with a pencil:
/// slowly, and with nothing of the program's own (spec: rules, Reduce).
struct SecondModel {
    private let registers: RegisterRows
    private let pack: PolicyPack
    private var order = DecidedLines()
    /// Paid hours and dollars on a service of an agreement.
    private var services: [String: (hours: Int, amount: Int)] = [:]
    /// Paid hours of a child, within the cap's scope.
    private var children: [String: Int] = [:]

    /// The first day of the policy that knows a cap.
    private static let firstCappedDay = "2014-12-19"
    private static let reducing: Set = [
        "amount-overstated", "rate-exceeded", "service-hours-exceeded", "child-hours-exceeded",
        "service-ceiling-exceeded",
    ]

    init(_ world: RandomWorld) {
        registers = world.nights[0].registers
        pack = world.pack
        for row in registers[OpeningBalances.file] {
            let (hours, amount) = (ReportRow.hundredths(row[4]), ReportRow.hundredths(row[5]))
            pay(agreement: row[0], service: row[1], child: row[2], form: row[3], hours, amount, isCapped: true)
        }
    }

    private mutating func pay(
        agreement: String, service: String, child: String, form: String, _ hours: Int, _ amount: Int, isCapped: Bool
    ) {
        let key = "\(agreement) \(service)"
        let known = services[key] ?? (0, 0)
        services[key] = (known.hours + hours, known.amount + amount)
        if isCapped { children[scope(agreement, child, form), default: 0] += hours }
    }

    private mutating func pay(_ row: ReportRow) {
        pay(
            agreement: row["agreement_id"], service: row["service"], child: row["child_id"], form: row["form"],
            row.hundredths("paid_hours"), row.hundredths("paid_amount"), isCapped: Self.isCapped(row))
    }

    private func scope(_ agreement: String, _ child: String, _ form: String) -> String {
        switch pack.settings.childCapScope {
        case .purchaser: "\(child) \(form)"
        case .child: child
        case .agreement: "\(child) \(agreement)"
        }
    }

    private static func isCapped(_ row: ReportRow) -> Bool { row["service_date"] >= firstCappedDay }

    /// Reckons a night's payments again, line by line in the order, and holds the program to them.
    mutating func check(_ night: WorldRun.NightReports) {
        let (takenBack, decided) = order.next(night)
        for row in takenBack { pay(row) }
        for row in decided {
            let isPaid = row["disposition"] == "paid" || row["disposition"] == "reduced"
            guard isPaid || Self.reducing.contains(row["deciding_rule"]) else { continue }
            let due = self.due(row)
            #expect(row.hundredths("paid_amount") == due.amount, "\(row.line): amount")
            #expect(row.hundredths("paid_hours") == due.hours, "\(row.line): hours")
            pay(row)
        }
    }

    /// What a line that only limits can lower is due.
    private func due(_ row: ReportRow) -> (hours: Int, amount: Int) {
        let (agreement, service, day) = (row["agreement_id"], row["service"], row["service_date"])
        guard let version = version(of: agreement, on: day), let bought = terms(agreement, version[1], service),
            let contractRate = rate(version[3], on: day)
        else {
            Issue.record("\(row.line) was held against no version, service or rate")
            return (0, 0)
        }
        let paid = services["\(agreement) \(service)"] ?? (0, 0)
        let billedHours = row.hundredths("billed_hours")
        let rate = min(row.hundredths("billed_rate"), contractRate)
        var hours = min(billedHours, max(0, bought.hours - paid.hours))
        if Self.isCapped(row) {
            let terms = pack.policies[1]
            let cap = (version[7] == "0" ? terms.childCap : terms.childCapWithHomeStudy)?.hundredths ?? 0
            hours = min(hours, max(0, cap - (children[scope(agreement, row["child_id"], row["form"])] ?? 0)))
        }
        let amount = min(row.hundredths("billed_amount"), SentLine.cost(hours, at: rate))
        let left = max(0, bought.ceiling - paid.amount)
        if amount <= left { return (amount == 0 ? 0 : hours, amount) }
        return (left == 0 ? 0 : left * 100 / rate, left)
    }

    /// The version in force: fully signed, as is the original; in effect; the highest number of those.
    private func version(of agreement: String, on day: String) -> [String]? {
        let versions = registers[Agreements.file].filter { $0[0] == agreement }
        guard isSigned(agreement, "0", on: day) else { return nil }
        return versions.last { $0[6] <= day && isSigned(agreement, $0[1], on: day) }
    }

    private func isSigned(_ agreement: String, _ version: String, on day: String) -> Bool {
        let roles = registers[AgreementSignatures.file]
            .filter { $0[0] == agreement && $0[1] == version && $0[3] <= day }.map { $0[2] }
        return Set(roles).isSuperset(of: ["provider", "aap"])
            || Set(roles).isSuperset(of: ["provider", "social_worker", "supervisor", "regional_administrator"])
    }

    private func terms(_ agreement: String, _ version: String, _ service: String) -> (hours: Int, ceiling: Int)? {
        registers[AgreementServices.file].first { $0[0] == agreement && $0[1] == version && $0[2] == service }
            .map { (ReportRow.hundredths($0[3]), ReportRow.hundredths($0[4])) }
    }

    private func rate(_ contract: String, on day: String) -> Int? {
        registers[Rates.file].filter { $0[0] == contract && $0[1] <= day }.max { $0[1] < $1[1] }
            .map { ReportRow.hundredths($0[2]) }
    }

    /// Whatever the order and the day: no total stands above the highest limit that it could ever have been paid under.
    func checkTotals() {
        for (key, paid) in services {
            let parts = key.split(separator: " ").map(String.init)
            let bought = registers[AgreementServices.file].filter { $0[0] == parts[0] && $0[2] == parts[1] }
            let opening = registers[OpeningBalances.file].filter { $0[0] == parts[0] && $0[1] == parts[1] }
            let openingHours = opening.reduce(0) { $0 + ReportRow.hundredths($1[4]) }
            let openingAmount = opening.reduce(0) { $0 + ReportRow.hundredths($1[5]) }
            let hours = bought.map { ReportRow.hundredths($0[3]) }.max() ?? 0
            let ceiling = bought.map { ReportRow.hundredths($0[4]) }.max() ?? 0
            #expect(paid.hours <= max(openingHours, hours), "\(key): hours")
            #expect(paid.amount <= max(openingAmount, ceiling), "\(key): dollars")
        }
        let most = pack.policies[1].childCapWithHomeStudy?.hundredths ?? 0
        for (child, hours) in children {
            let opening = registers[OpeningBalances.file].filter { scope($0[0], $0[2], $0[3]) == child }
            #expect(hours <= max(most, opening.reduce(0) { $0 + ReportRow.hundredths($1[4]) }), "\(child)")
        }
    }
}
