extension Night {
    /// What a payment on the line counts towards; nil where the policy of its day does not know the service.
    func account(of index: Int) -> Balances.Account? {
        let line = lines[index]
        if origins[index] == .undone, let prior = priors[index] {
            // A payment is taken back from the account that it was put on, whatever the pack says by now.
            return pack.services.find(prior.service).map { account(of: line, $0, isCapped: prior.isCapped) }
        }
        guard let policy = pack.policy(on: line.day), let service = knownService(of: index) else { return nil }
        return account(of: line, service, isCapped: pack.policies[policy].childCap != nil)
    }

    /// The service of a line as billed; nil where the policy of its day does not list it.
    func knownService(of index: Int) -> Service? {
        guard let service = lines[index].service, let policy = pack.policy(on: lines[index].day) else { return nil }
        return pack.policies[policy].services.contains(service) ? service : nil
    }

    private func account(of line: InvoiceLine, _ service: Service, isCapped: Bool) -> Balances.Account {
        let invoice = Int(line.invoice)
        return Balances.Account(
            agreement: invoices[invoice].invoice.agreement, service: service, child: line.child,
            form: invoices[invoice].invoice.form ?? .dcf2106, isCapped: isCapped)
    }

    /// The service as every report writes it: the policy's name, or as billed where the policy does not know it.
    func serviceName(of index: Int) -> String {
        let line = lines[index]
        guard let account = account(of: index) else { return symbols[line.serviceText] }
        return pack.services.name(account.service)
    }

    /// The service as lines are compared by it.
    func serviceWord(of index: Int) -> StandingWork.ServiceWord {
        if origins[index] == .undone {
            return account(of: index).map { .known($0.service) } ?? .billed(lines[index].serviceText)
        }
        return knownService(of: index).map { .known($0) } ?? .billed(lines[index].serviceText)
    }

    /// Each invoice's place among the night's by provider and number, in order of bytes.
    func invoiceRanks() -> [Int] {
        let sorted = invoices.indices.sorted { a, b in
            let left = invoices[a].invoice
            let right = invoices[b].invoice
            if left.provider != right.provider { return symbols.isBefore(left.provider, right.provider) }
            if left.number != right.number { return symbols.isBefore(left.number, right.number) }
            return a < b
        }
        var ranks = [Int](repeating: 0, count: invoices.count)
        for (rank, index) in sorted.enumerated() { ranks[index] = rank }
        return ranks
    }
}
