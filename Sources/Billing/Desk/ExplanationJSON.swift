extension InvoiceExplanation {
    /// The explanation as JSON, version 1.
    public var json: String {
        DeskJSON.text(Document(invoice: .init(record), lines: lines.map { Document.Line($0) }))
    }

    struct Document: Encodable {
        var version = 1
        var invoice: Invoice
        var lines: [Line]
    }
}

extension InvoiceExplanation.Document {
    struct Invoice: Encodable {
        var providerId, invoiceNumber, form, agreementId, billingMonth, invoiceDate, invoiceTotal: String
        var file: String
        var place: Int
        var receivedRun, receivedDate: String
        var replaces, replacedBy: String?

        init(_ record: InvoiceRecord) {
            (providerId, invoiceNumber, form) = (record.provider, record.number, record.form.description)
            (agreementId, billingMonth) = (record.agreement, record.billingMonth)
            (invoiceDate, invoiceTotal) = (record.date.description, record.total.description)
            (file, place) = (record.file, record.place)
            (receivedRun, receivedDate) = (record.received.runID, record.received.asOf.description)
            (replaces, replacedBy) = (record.replaces.nonEmpty, record.replacedBy?.number)
        }
    }

    struct Line: Encodable {
        var lineNumber, place: Int
        var childId, serviceDate, service, activity: String
        var description, worker, familyId: String?
        var hours, rate, amount: String
        var state: String?
        var terms: Terms?
        var arithmetic: [Step]
        var rules: [Rule]
        var usedUp: UsedUp?
        var history: [Event]
        var reports: [String]

        init(_ entry: LineExplanation) {
            let line = entry.line
            (lineNumber, place, childId) = (line.number, line.place, line.child)
            (serviceDate, activity) = (line.day.description, line.activity)
            service = entry.judged?.service ?? line.serviceText
            (description, worker) = (line.description.nonEmpty, line.worker.nonEmpty)
            familyId = line.family.nonEmpty
            (hours, rate, amount) = ("\(line.hours)", "\(line.rate)", "\(line.amount)")
            state = entry.state?.word
            terms = entry.judged.map { Terms($0) }
            arithmetic = entry.steps.map { Step($0) }
            rules = entry.rules.map { Rule($0) }
            usedUp = UsedUp(line)
            history = entry.events.map { Event($0) }
            reports = entry.reports
        }
    }

    /// What was in force; a key that is absent says that nothing was.
    struct Terms: Encodable {
        var version: Int?
        var effectiveDate, contractId, rate, hoursAgreed, dollarsAgreed, childCap: String?
        var hoursLeft, dollarsLeft, childHoursLeft: String?

        init(_ decision: DecisionRecord) {
            (version, contractId) = (decision.version, decision.contract)
            effectiveDate = decision.effective?.description
            rate = decision.rate?.description
            (hoursAgreed, dollarsAgreed) = (decision.hoursAgreed?.description, decision.dollarsAgreed?.description)
            childCap = decision.childCap?.description
            hoursLeft = decision.limits?.serviceHoursLeft.description
            dollarsLeft = decision.limits?.serviceDollarsLeft.description
            childHoursLeft = decision.limits?.childHoursLeft?.description
        }
    }

    struct Step: Encodable {
        var rule: String?
        var text, hours, amount: String

        init(_ step: Arithmetic.Step) {
            (rule, text) = (step.rule.nonEmpty, step.text)
            (hours, amount) = ("\(step.hours)", "\(step.amount)")
        }
    }

    struct Rule: Encodable {
        var name, effect, owner, message, nextStep, source: String
        var decides, released: Bool

        init(_ rule: ExplainedRule) {
            (name, effect, owner) = (rule.name, rule.effect.rawValue, rule.owner.rawValue)
            (message, nextStep, source) = (rule.message, rule.nextStep, rule.source)
            (decides, released) = (rule.decides, rule.isReleased)
        }
    }

    /// What had been paid on the limits that cut the line.
    struct UsedUp: Encodable {
        var service, child: Use?

        init?(_ line: LineRecord) {
            if line.serviceUse == nil, line.childUse == nil { return nil }
            (service, child) = (line.serviceUse.map { Use($0) }, line.childUse.map { Use($0) })
        }
    }

    struct Use: Encodable {
        var hours, amount, openingHours, openingAmount: String
        var lineCount: Int
        /// The latest, ten at most.
        var latest: [Line]

        struct Line: Encodable {
            var providerId, invoiceNumber: String
            var lineNumber: Int
            var agreementId, serviceDate, hours, amount: String
        }

        init(_ use: HoursUse) {
            (hours, amount) = ("\(use.hours)", "\(use.amount)")
            (openingHours, openingAmount) = ("\(use.openingHours)", "\(use.openingAmount)")
            lineCount = use.lines.count
            latest = use.lines.prefix(LineExplanation.named).map {
                Line(
                    providerId: $0.provider, invoiceNumber: $0.invoiceNumber, lineNumber: $0.lineNumber,
                    agreementId: $0.agreement, serviceDate: "\($0.day)", hours: "\($0.hours)", amount: "\($0.amount)")
            }
        }
    }

    struct Event: Encodable {
        var runId, asOf, what, text: String

        init(_ event: LineExplanation.Event) {
            (runId, asOf) = (event.run.runID, event.run.asOf.description)
            (what, text) = (event.word, event.text)
        }
    }
}
