/// Sorts the week's invoices: what goes on, what goes back, what waits.
struct WeekSorting {
    let register: AAPRegister
    let previous: PreviousBundles
    let asOf: Day

    func sort(_ week: inout ForwardedWeek) {
        let night = week.night
        for index in night.invoices.indices where night.invoices[index].isReported { sort(index, night, &week) }
        let order = night.invoiceRanks()
        week.forwarded.sort { order[$0] < order[$1] }
        week.returned.sort { order[$0.invoice] < order[$1.invoice] }
        week.waiting.sort { ($0.since, order[$0.invoice]) < ($1.since, order[$1.invoice]) }
        week.reviews = (week.forwarded + week.returned.filter { $0.review != nil }.map { $0.invoice })
            .sorted { order[$0] < order[$1] }
            .compactMap { review(of: $0, night)?.bundleReview }
    }

    private func sort(_ index: Int, _ night: Night, _ week: inout ForwardedWeek) {
        let entry = night.invoices[index]
        let number = night.symbols[entry.invoice.numberKey]
        let provider = night.symbols[entry.invoice.provider]
        let review = review(of: index, night)
        let findings = obstacles(index, night)
        if entry.status == .skipped, previous.forwarded.received[entry.invoice.key] != nil {
            week.forwardedBefore += 1
        } else if entry.status == .skipped {
            // A second copy of an invoice of this week.
            return
        } else if let decided = review?.review, decided.returned,
            previous.isFresh(decided.date, number: number, provider: provider)
        {
            week.returned.append(.init(invoice: index, review: review, reviewed: decided.date, findings: findings))
        } else if !findings.isEmpty {
            week.returned.append(.init(invoice: index, review: nil, reviewed: review?.review?.date, findings: findings))
        } else if let decided = review?.review, previous.isFresh(decided.date, number: number, provider: provider) {
            week.forwarded.append(index)
        } else {
            let received = register.received(number, provider: provider)
            let since = received ?? entry.invoice.date ?? asOf
            week.waiting.append(
                .init(
                    invoice: index, since: since, isReceivedDate: received != nil,
                    days: max(0, asOf.days(since: since))))
        }
    }

    private func review(of index: Int, _ night: Night) -> AAPRegister.Entry? {
        let invoice = night.invoices[index].invoice
        return register.review(of: night.symbols[invoice.numberKey], provider: night.symbols[invoice.provider])
    }

    /// What keeps an invoice from being forwarded.
    private func obstacles(_ index: Int, _ night: Night) -> [Finding] {
        let entry = night.invoices[index]
        let rejecting = entry.invoice.findings.filter { night.pack.effect(of: $0.rule) == .reject }
        if !rejecting.isEmpty { return rejecting }
        guard entry.status.isReceived,
            let (line, column) = InvoiceXML.obstacle(night.lines[entry.invoice.lines], night.symbols)
        else { return [] }
        let sentence = Sentence(
            expected: "a text without control characters", found: "one with them",
            message:
                "The \(column.name) of line \(line.number) has a control character in it, which can't be passed on.")
        return [Finding(InvoiceValue.self, line: Int(line.place), column: column.name, sentence)]
    }
}
