extension BalanceSheet {
    /// The sheet as JSON, version 1.
    public var json: String {
        DeskJSON.text(
            Document(
                runId: runID, asOf: asOf.description, services: rows.map { Document.Service($0, hasPaces) },
                child: child.map { Document.Child($0) }))
    }

    private struct Document: Encodable {
        var version = 1
        var runId, asOf: String
        var services: [Service]
        var child: [Child]

        struct Service: Encodable {
            var agreementId, agreementVersion, providerId, service, startDate: String
            var expectedEndDate: String?
            var maxHours, paidHours, heldHours, leftHours: String
            var ceiling, paidAmount, heldAmount, leftAmount: String
            var pace: PaceDocument?
            var runOut, runOutWeek: String?

            init(_ row: Row, _ hasPaces: Bool) {
                (agreementId, agreementVersion) = (row.agreement, row.version)
                (providerId, service, startDate) = (row.provider, row.service, row.start)
                expectedEndDate = row.expectedEnd?.description
                (maxHours, paidHours) = ("\(row.maxHours)", "\(row.paidHours)")
                (heldHours, leftHours) = ("\(row.heldHours)", "\(row.leftHours)")
                (ceiling, paidAmount) = ("\(row.ceiling)", "\(row.paidAmount)")
                (heldAmount, leftAmount) = ("\(row.heldAmount)", "\(row.leftAmount)")
                pace = row.pace.map { PaceDocument($0) }
                if hasPaces { (runOut, runOutWeek) = (row.runningOut.text, row.runningOut.monday) }
            }
        }

        struct Child: Encodable {
            var scope, paidHours, heldHours: String
            var allowedHours, leftHours: String?
            var pace: PaceDocument?
            var runOut, runOutWeek: String?

            init(_ hours: ChildHours) {
                (scope, paidHours, heldHours) = (hours.scope, "\(hours.paid)", "\(hours.held)")
                (allowedHours, leftHours) = (hours.allowed?.description, hours.left?.description)
                pace = hours.pace.map { PaceDocument($0) }
                (runOut, runOutWeek) = (hours.runningOut?.text, hours.runningOut?.monday)
            }
        }

        struct PaceDocument: Encodable {
            var firstDate, lastDate, hours, hoursPerWeek: String

            init(_ pace: Pace) {
                (firstDate, lastDate) = (pace.first.description, pace.last.description)
                (hours, hoursPerWeek) = ("\(pace.hours)", "\(pace.perWeek)")
            }
        }
    }
}
