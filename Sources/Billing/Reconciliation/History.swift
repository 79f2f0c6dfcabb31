/// What earlier nights paid, as far as a night asks: read from the store before anything is decided.
struct History: Sendable {
    /// What has been paid on every account, opening balances apart.
    var accounts: [(account: Balances.Account, lines: Int, hours: Hours, amount: Money)] = []
    /// Paid lines that can have anything in common with tonight's, those that tonight undoes left out.
    var standing: [StandingWork.Earlier] = []
    /// Hours paid to a worker on a day, those that tonight undoes taken off.
    var workerDays: [WorkerDay: Hours] = [:]
    /// Agreement, provider and month of received invoices, of the months that are looked at; each once.
    var invoiceMonths: [InvoiceMonth] = []
    /// How many lines were paid, by agreement, provider, form and service month, of the months that are looked at; each
    /// once.
    var serviceMonths: [(key: ServiceMonth, lines: Int)] = []
    /// What the last run reported of agreements.
    var agreementFindings: Set<ReportedFinding> = []
    /// Money that providers owe back, the oldest first.
    var owed: [Recoverable] = []
    /// The providers of the invoices in files that were read before and come again tonight, by the files' hash.
    var settledProviders: [String: [Symbol]] = [:]

    /// A worker of a provider on a day.
    struct WorkerDay: Hashable, Sendable {
        var provider: Symbol
        var worker: Symbol
        var day: Day
    }

    struct InvoiceMonth: Hashable, Sendable {
        var agreement: Symbol
        var provider: Symbol
        var month: Month
    }

    struct ServiceMonth: Hashable, Sendable {
        var agreement: Symbol
        var provider: Symbol
        var form: Form
        var month: Month
    }

    struct ReportedFinding: Hashable, Sendable {
        var agreement: Symbol
        var rule: RuleID
        var month: Month?
    }

    /// Puts the paid lines in the order of the store, by invoice and number, each once: what is read for one line may
    /// have been read for another.
    mutating func orderStanding() {
        func isBefore(_ a: StandingWork.Earlier, _ b: StandingWork.Earlier) -> Bool {
            (a.work.invoice, a.mark.line) < (b.work.invoice, b.mark.line)
        }
        if zip(standing, standing.dropFirst()).allSatisfy(isBefore) { return }
        let read = standing
        standing.removeAll(keepingCapacity: true)
        for place in read.indices.sorted(by: { isBefore(read[$0], read[$1]) }) {
            if let last = standing.last, !isBefore(last, read[place]) {
                if read[place].isKept { standing[standing.count - 1].isKept = true }
                continue
            }
            standing.append(read[place])
        }
    }
}

extension Night {
    /// What tells a line to a person.
    func mark(of index: Int) -> StandingWork.Mark {
        let line = lines[index]
        let invoice = invoices[Int(line.invoice)].invoice
        return .init(provider: invoice.provider, invoiceNumber: invoice.number, line: Int(line.number))
    }

    /// The worker's day that a line belongs to.
    func workerDay(of index: Int) -> History.WorkerDay {
        let line = lines[index]
        return .init(provider: invoices[Int(line.invoice)].invoice.provider, worker: line.worker, day: line.day)
    }
}
