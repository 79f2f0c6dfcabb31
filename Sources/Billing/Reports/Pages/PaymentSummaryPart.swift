/// The first page of the payments: what goes out, to whom, and how it comes to the run's totals.
struct PaymentSummaryPart {
    let overview: PaymentsOverview

    /// How many agencies the picture shows.
    private static let shown = 15

    private var totals: ControlTotals { overview.outcome.totals }

    var markup: Markup {
        """
        <section aria-labelledby="summary">
        <h2 id="summary" class="lead-in">Summary</h2>
        \(lead)<div class="grid"><div>\(ledger)</div><div>\(kinds)</div></div>
        <h3>Dollars by agency</h3>
        \(picture.markup)</section>\n
        """
    }

    private func sum(_ kind: PaymentEntry.Kind) -> Money {
        overview.entries.filter { $0.kind == kind }.reduce(.zero) { $0 + $1.payment.amount }
    }

    private func count(_ kind: PaymentEntry.Kind) -> Int { overview.entries.filter { $0.kind == kind }.count }

    private var lead: Markup {
        let going = overview.entries.filter { $0.payment.amount > .zero }
        if overview.entries.isEmpty { return "<p class=\"lead\">No money moved tonight.</p>\n" }
        let amount = going.reduce(Money.zero) { $0 + $1.payment.amount }
        let agencies = overview.agencies(going).count
        let recover = sum(.recovery)
        var lead: Markup = """
            <p class="lead">\(amount) goes out to \(agencies.counted("agency", "agencies")) on \
            \(going.count.counted("invoice")).
            """
        if recover < .zero { lead += " \(-recover) is to be recovered." }
        lead += "</p>\n"
        return lead
    }

    private var ledger: Markup {
        let net = Money(cents: totals.lines.paid.cents - totals.lines.reversed.cents)
        return """
            <h3 id="ledger">From the run's totals</h3>
            <table class="figures" aria-labelledby="ledger"><thead><tr><th scope="col">Tonight</th>\
            <th scope="col">Lines</th><th scope="col">Dollars</th></tr></thead>
            <tbody><tr><th scope="row">Paid</th>\
            <td data-total="lines.paid.count">\(totals.lines.paid.count.grouped)</td>\
            <td data-total="lines.paid.cents">\(Money(cents: totals.lines.paid.cents))</td></tr>
            <tr><th scope="row">Taken back of earlier payments</th>\
            <td data-total="lines.reversed.count">\(totals.lines.reversed.count.grouped)</td>\
            <td data-total="lines.reversed.cents">\(Money(cents: totals.lines.reversed.cents))</td></tr>
            <tr class="sum"><th scope="row">Paid less taken back</th><td></td><td data-total="net">\(net)</td></tr>
            </tbody></table>\n
            """
    }

    private var kinds: Markup {
        var rows: Markup = ""
        for kind in PaymentEntry.Kind.allCases {
            rows += """
                <tr><th scope="row"><a href="#\(kind.anchor)">\(kind.title)</a></th>\
                <td>\(count(kind).grouped)</td><td>\(sum(kind))</td></tr>\n
                """
        }
        let all = overview.entries.reduce(Money.zero) { $0 + $1.payment.amount }
        return """
            <h3 id="kinds">On which invoices</h3>
            <table class="figures" aria-labelledby="kinds"><thead><tr><th scope="col">Listed under</th>\
            <th scope="col">Invoices</th><th scope="col">Dollars</th></tr></thead>
            <tbody>\(rows)<tr class="sum"><th scope="row">All</th><td>\(overview.entries.count.grouped)</td>\
            <td data-total="net">\(all)</td></tr></tbody></table>\n
            """
    }

    private var picture: BarPicture {
        let night = overview.night
        let agencies = overview.agencies(overview.entries).filter { $0.amount > .zero }
            .sorted { ($1.amount, $0.id) < ($0.amount, $1.id) }
        let most = agencies.first?.amount.cents ?? 0
        var bars = agencies.prefix(Self.shown).map { agency in
            BarPicture.Bar(
                label: "\(agency.id) \(night.name(ofAgency: agency.id))", value: agency.amount.dollars,
                stretches: [.init(share: BarPicture.share(agency.amount.cents, of: most), tone: .paid)])
        }
        let rest = agencies.dropFirst(Self.shown)
        if !rest.isEmpty {
            let amount = rest.reduce(Money.zero) { $0 + $1.amount }
            bars.append(
                .init(
                    label: rest.count.counted("other agency", "other agencies"), value: amount.dollars,
                    stretches: [.init(share: BarPicture.share(amount.cents, of: most), tone: .withdrawn)]))
        }
        return BarPicture(name: "agencies", title: "Dollars by agency", bars: bars)
    }
}

extension PaymentEntry.Kind {
    var anchor: String {
        switch self {
        case .plain: "paid"
        case .correction: "corrections"
        case .recovery: "recover"
        }
    }

    var title: String {
        switch self {
        case .plain: "Paid"
        case .correction: "Corrections"
        case .recovery: "Money to recover"
        }
    }
}
