/// Receives tonight's invoices: tells which are accepted, rejected, skipped or replaced, looking at the whole run and
/// at what was received on earlier nights (spec: rules replaces-twice, invoice-number-reused,
/// invoice-already-received).
struct Intake {
    /// What earlier nights received, as far as tonight's invoices ask.
    let history: InvoiceHistory
    let pack: PolicyPack
    /// The night's texts, for the sentences of findings.
    let symbols: Symbols

    /// Invoices that close a circle of corrections; each stays rejected.
    private var circular: Set<Int> = []
    /// What this pass received, by key.
    private var received: [InvoiceKey: Int] = [:]
    /// Which invoice of this pass replaces the one with that key.
    private var replacers: [InvoiceKey: Int] = [:]

    init(history: InvoiceHistory, pack: PolicyPack, symbols: Symbols) {
        self.history = history
        self.pack = pack
        self.symbols = symbols
    }

    /// Sets the status of every invoice and adds the findings that look beyond the one invoice.
    ///
    /// - Parameter isRejected: per invoice, whether a finding of its own rejects it already.
    mutating func receive(_ invoices: inout [NightInvoice]) {
        let isRejected = invoices.indices.map { index in
            invoices[index].invoice.findings.contains { pack.effect(of: $0.rule) == .reject }
        }
        var outcomes = pass(invoices, isRejected)
        var passes = 1
        while true {
            let circle = closingCircles(invoices, outcomes)
            if circle.isEmpty { break }
            circular.formUnion(circle)
            if passes == Self.passLimit { circular.formUnion(corrections(ofProvidersIn: circle, invoices)) }
            outcomes = pass(invoices, isRejected)
            passes += 1
        }
        for index in invoices.indices {
            invoices[index].status = outcomes[index].status
            if let finding = outcomes[index].finding { invoices[index].invoice.findings.append(finding) }
        }
        markReplaced(&invoices)
    }

    /// A circle that is left out may let another close. Who sends so many behind each other has none of the corrections
    /// taken: each pass goes over the whole night.
    private static let passLimit = 50

    private func corrections(ofProvidersIn circle: Set<Int>, _ invoices: [NightInvoice]) -> [Int] {
        let providers = Set(circle.map { invoices[$0].invoice.provider })
        return invoices.indices.filter {
            !invoices[$0].invoice.replaces.isEmpty && providers.contains(invoices[$0].invoice.provider)
        }
    }

    private typealias Outcome = (status: InvoiceStatus, finding: Finding?)

    /// One pass in the order in which the invoices came; those of a circle known so far are left out.
    private mutating func pass(_ invoices: [NightInvoice], _ isRejected: [Bool]) -> [Outcome] {
        received = [:]
        received.reserveCapacity(invoices.count)
        replacers = [:]
        return invoices.indices.map { index in
            if isRejected[index] { return (.rejected, nil) }
            if !circular.isEmpty, circular.contains(index) {
                let invoice = invoices[index].invoice
                let finding = ReplacesTwice.circle(replaces: symbols[invoice.replacesText], line: invoice.place)
                return (.rejected, finding)
            }
            let outcome = self.outcome(of: index, invoices)
            if outcome.status == .accepted {
                received[invoices[index].invoice.key] = index
                let replaces = invoices[index].invoice.replaces
                if !replaces.isEmpty { replacers[InvoiceKey(invoices[index].invoice.provider, replaces)] = index }
            }
            return outcome
        }
    }

    /// Of an invoice's values those that are asked for are copied, here and below: of most nothing is told.
    private func outcome(of index: Int, _ invoices: [NightInvoice]) -> Outcome {
        let (key, replaces) = (invoices[index].invoice.key, invoices[index].invoice.replaces)
        if !replaces.isEmpty, !pack.isOff(ReplacesTwice.id) {
            let target = InvoiceKey(key.provider, replaces)
            let tonight = replacers[target].map { invoices[$0].invoice.numberKey }
            if let other = tonight ?? history.replacers[target], other != key.number {
                let invoice = invoices[index].invoice
                let finding = ReplacesTwice.finding(
                    replaces: symbols[invoice.replacesText], other: symbols[other], line: invoice.place)
                return (.rejected, finding)
            }
        }
        let before =
            received[key].map { (content: invoices[$0].content, place: invoices[$0].fileName) }
            ?? history.received[key].map { (content: $0.content, place: $0.place) }
        guard let before else { return (.accepted, nil) }
        let (entry, invoice) = (invoices[index], invoices[index].invoice)
        guard
            !pack.isOff(before.content == entry.content ? InvoiceAlreadyReceived.id : InvoiceNumberReused.id)
        else { return (.accepted, nil) }
        let number = symbols[invoice.number]
        return before.content == entry.content
            ? (.skipped, InvoiceAlreadyReceived.finding(number: number, earlier: before.place, line: invoice.place))
            : (.rejected, InvoiceNumberReused.finding(number: number, earlier: before.place, line: invoice.place))
    }

    /// Tonight's accepted invoices that lie on a circle of corrections. Each invoice is walked over once, however long
    /// the chains are.
    private func closingCircles(_ invoices: [NightInvoice], _ outcomes: [Outcome]) -> Set<Int> {
        var circle: Set<Int> = []
        if pack.isOff(ReplacesTwice.id) { return circle }
        /// The walk on which an invoice was first met.
        var walks: [InvoiceKey: Int] = [:]
        for index in invoices.indices
        where outcomes[index].status == .accepted && !invoices[index].invoice.replaces.isEmpty {
            var next: InvoiceKey? = invoices[index].invoice.key
            while let key = next, walks[key] == nil {
                walks[key] = index
                next = replaced(by: key, invoices)
            }
            guard let closing = next, walks[closing] == index else { continue }
            repeat {
                if let key = next, let tonight = received[key] { circle.insert(tonight) }
                next = next.flatMap { replaced(by: $0, invoices) }
            } while next != closing
        }
        return circle
    }

    /// The invoice that a received one replaces.
    private func replaced(by key: InvoiceKey, _ invoices: [NightInvoice]) -> InvoiceKey? {
        let number = received[key].map { invoices[$0].invoice.replaces } ?? history.received[key]?.replaces ?? .none
        return number.isEmpty ? nil : InvoiceKey(key.provider, number)
    }

    /// An accepted invoice that another received one names is replaced; one that names nobody is told so.
    private func markReplaced(_ invoices: inout [NightInvoice]) {
        for index in invoices.indices where invoices[index].status == .accepted {
            let (key, replaces) = (invoices[index].invoice.key, invoices[index].invoice.replaces)
            if replacers[key] != nil || history.replacers[key] != nil { invoices[index].status = .replaced }
            if !replaces.isEmpty {
                let target = InvoiceKey(key.provider, replaces)
                invoices[index].replacesUnknown = received[target] == nil && history.received[target] == nil
            }
        }
    }
}

/// What earlier nights received, as far as a night asks.
struct InvoiceHistory: Sendable {
    struct Received: Sendable {
        var storeID: Int
        var content: ContentHash
        /// Its file, and the as-of date of the run that received it.
        var place: String
        /// The number in small letters that it replaces; empty: none.
        var replaces: Symbol
    }

    var received: [InvoiceKey: Received] = [:]
    /// The number of the received invoice that replaces the one with that key.
    var replacers: [InvoiceKey: Symbol] = [:]
}
