import GRDB

/// Whose balance is asked for; all that are named must hold.
public struct BalanceQuestion: Sendable {
    public var agreement: String?
    public var child: String?
    public var provider: String?

    public init(agreement: String? = nil, child: String? = nil, provider: String? = nil) {
        self.agreement = agreement
        self.child = child
        self.provider = provider
    }

    /// Whether anything is named; paces of all agreements at once would take a walk through the whole store.
    var isNarrow: Bool { agreement != nil || child != nil || provider != nil }
}

extension Store {
    /// Hours and dollars as the last run left them. What is allowed comes from that run's agreements.csv, for the store
    /// holds no registers; the paces and the child's hours come from the store.
    ///
    /// - Parameters:
    ///   - out: the directory of the reports; nil: where the last run put them.
    ///   - pack: for the cap of a child of whom nothing was decided yet, and for its scope.
    /// - Throws: `missingInput` where there is no run, no report, or nobody of that name.
    public func balance(
        _ question: BalanceQuestion, out: String?, pack: PolicyPack
    ) throws(Stop) -> BalanceSheet {
        guard let last = try lastRun() else {
            throw Stop(.missingInput, "No run is posted in the store \(path); start one first.")
        }
        return try Self.guarding(path) {
            try queue.read { database in
                let hash = try String.fetchOne(
                    database, sql: "SELECT sha256 FROM reports WHERE run_number = ? AND name = ?",
                    arguments: [last.number, AgreementsReport.fileName])
                let reading = BalanceReading(database: database)
                let child = try question.child.map { try reading.child($0, pack, asOf: last.asOf) }
                var agreements = child?.agreements
                if let agreement = question.agreement {
                    agreements = agreements.map { $0.intersection([agreement]) } ?? [agreement]
                }
                var rows = try AgreementsOfRun(agreements: agreements, provider: question.provider).rows(
                    "\(out ?? last.outDirectory)/\(last.runID)/\(AgreementsReport.fileName)", sha256: hash ?? "")
                if question.isNarrow, rows.isEmpty, child?.hours.isEmpty ?? true {
                    throw Stop(
                        .missingInput,
                        "Neither the store nor the last run's \(AgreementsReport.fileName) knows anything of that name. "
                            + "Ids are compared exactly, letter case too.")
                }
                if question.isNarrow { try reading.addPaces(to: &rows, by: last.asOf) }
                return BalanceSheet(
                    runID: last.runID, asOf: last.asOf, rows: rows, child: child?.hours ?? [],
                    hasPaces: question.isNarrow)
            }
        }
    }
}

/// Reads what was paid, by service date. Every statement goes by an index.
struct BalanceReading {
    let database: Database

    /// Adds the pace of each service.
    func addPaces(to rows: inout [BalanceSheet.Row], by day: Day) throws {
        let paid = try Statement(
            database,
            """
            SELECT d.service, l.service_date, sum(d.paid_hours)
            FROM invoices i CROSS JOIN lines l ON l.invoice_id = i.invoice_id
            CROSS JOIN decisions d ON d.invoice_id = l.invoice_id AND d.line_number = l.line_number
            WHERE i.agreement_id = ? AND d.disposition IN ('paid', 'reduced', 'reversed')
            GROUP BY l.invoice_id, l.line_number, d.service HAVING sum(d.paid_hours) > 0
            """)
        var paces: [String: Pace] = [:]
        var agreement: String?
        for index in rows.indices {
            if rows[index].agreement != agreement {
                paces = [:]
                agreement = rows[index].agreement
                paid.bind(rows[index].agreement)
                while try paid.step() { Self.add(paid.text(0), paid.day(1), paid.int(2), to: &paces) }
            }
            rows[index].pace = paces[rows[index].service]?.by(day, left: rows[index].leftHours)
        }
    }

    private static func add(_ key: String, _ day: Day, _ hundredths: Int, to paces: inout [String: Pace]) {
        let hours = Hours(hundredths: hundredths)
        if paces[key] == nil { paces[key] = Pace(day, hours) } else { paces[key]!.add(day, hours) }
    }

    /// A child's hours over what its cap adds up, and the agreements on which they were paid or are held.
    func child(
        _ id: String, _ pack: PolicyPack, asOf: Day
    ) throws -> (hours: [BalanceSheet.ChildHours], agreements: Set<String>) {
        var scopes: [String: BalanceSheet.ChildHours] = [:]
        var caps: [String: (run: Int, cap: Hours?)] = [:]
        var agreements: Set<String> = []
        func add(_ form: String, _ agreement: String, _ change: (inout BalanceSheet.ChildHours) -> Void) -> String {
            agreements.insert(agreement)
            let scope =
                switch pack.settings.childCapScope {
                case .purchaser: form
                case .child: ""
                case .agreement: agreement
                }
            change(&scopes[scope, default: .init(scope: scope, allowed: nil, paid: .zero, held: .zero, pace: nil)])
            return scope
        }
        let opening = try Statement(
            database, "SELECT form, agreement_id, sum(hours) FROM opening_balances WHERE child_id = ? GROUP BY 1, 2")
        opening.bind(id)
        while try opening.step() {
            let hours = Hours(hundredths: opening.int(2))
            _ = add(opening.text(0), opening.text(1)) { $0.paid += hours }
        }
        let lines = try childLines(id)
        while try lines.step() {
            let (hours, held) = (Hours(hundredths: lines.int(3)), Hours(hundredths: lines.int(4)))
            let scope = add(lines.text(0), lines.text(1)) { row in
                row.held += held
                guard hours > .zero else { return }
                row.paid += hours
                if row.pace == nil { row.pace = Pace(lines.day(2), hours) } else { row.pace!.add(lines.day(2), hours) }
            }
            guard let run = lines.optionalInt(6), run >= caps[scope]?.run ?? 0 else { continue }
            caps[scope] = (run, lines.optionalInt(5).map { Hours(hundredths: $0) })
        }
        let usual = pack.terms(on: asOf)?.childCap
        for scope in scopes.keys {
            scopes[scope]!.allowed = caps[scope].map { $0.cap } ?? usual
            if let left = scopes[scope]!.left { scopes[scope]!.pace = scopes[scope]!.pace?.by(asOf, left: left) }
        }
        return (scopes.values.sorted { $0.scope < $1.scope }, agreements)
    }

    /// A child's lines: form, agreement, service date, capped hours paid, hours held, the cap of the last decision that
    /// knew a version, and that decision's run.
    private func childLines(_ id: String) throws -> Statement {
        let statement = try Statement(
            database,
            """
            SELECT i.form, i.agreement_id, l.service_date,
              coalesce(sum(CASE WHEN d.is_capped = 1 THEN d.paid_hours END), 0),
              CASE WHEN EXISTS (SELECT 1 FROM open_items o WHERE o.invoice_id = l.invoice_id
                AND o.line_number = l.line_number) THEN l.hours ELSE 0 END,
              max(d.child_cap), max(CASE WHEN d.agreement_version IS NOT NULL AND d.is_capped = 1 THEN d.run_number END)
            FROM child_invoices c CROSS JOIN invoices i ON i.invoice_id = c.invoice_id
            CROSS JOIN lines l ON l.invoice_id = c.invoice_id AND l.child_id = c.child_id
            CROSS JOIN decisions d ON d.invoice_id = l.invoice_id AND d.line_number = l.line_number
            WHERE c.child_id = ? GROUP BY l.invoice_id, l.line_number
            ORDER BY l.service_date, l.invoice_id, l.line_number
            """)
        return statement.bind(id)
    }
}
