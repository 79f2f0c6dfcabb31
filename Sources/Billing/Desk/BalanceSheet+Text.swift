extension BalanceSheet {
    /// The sheet for a terminal.
    public var text: String {
        var text = "as of \(asOf), run \(runID)\n"
        if !child.isEmpty { text += "\n" + childText }
        var rest = rows[...]
        while let first = rest.first {
            let group = rest.prefix { $0.agreement == first.agreement }
            text += "\n" + Self.text(group, hasPaces)
            rest = rest.dropFirst(group.count)
        }
        if rows.isEmpty { text += "\nNo agreement of these has a service in the last run's agreements.csv.\n" }
        return text
    }

    private var childText: String {
        var table = TextTable([
            ("hours of the child", .left), ("allowed", .right), ("paid", .right), ("held", .right), ("left", .right),
            ("a week", .right), ("run out", .left),
        ])
        for hours in child {
            table.add([
                hours.scope.isEmpty ? "in all" : hours.scope.printable, hours.allowed.map { "\($0)" } ?? "no cap",
                "\(hours.paid)", "\(hours.held)", hours.left.map { "\($0)" } ?? "",
                hours.pace.map { "\($0.perWeek)" } ?? "-", hours.runningOut?.text ?? "",
            ])
        }
        return table.text()
    }

    private static func text(_ rows: ArraySlice<Row>, _ hasPaces: Bool) -> String {
        guard let first = rows.first else { return "" }
        let end = first.expectedEnd.map { " to \($0)" } ?? ""
        let head = "\(first.agreement) of \(first.provider), version \(first.version), \(first.start)\(end)".printable
        var columns: [(String, TextTable.Side)] = [
            ("service", .left), ("hours", .right), ("paid", .right), ("held", .right), ("left", .right),
            ("dollars", .right), ("paid", .right), ("held", .right), ("left", .right),
        ]
        if hasPaces { columns += [("h a week", .right), ("run out", .left)] }
        var table = TextTable(columns)
        for row in rows {
            var cells = [row.service.printable]
            cells += [row.maxHours, row.paidHours, row.heldHours, row.leftHours].map { "\($0)" }
            cells += [row.ceiling, row.paidAmount, row.heldAmount, row.leftAmount].map { $0.dollars }
            if hasPaces { cells += [row.pace.map { "\($0.perWeek)" } ?? "-", row.runningOut.text] }
            table.add(cells)
        }
        return head + "\n" + table.text(indent: 2)
    }
}
