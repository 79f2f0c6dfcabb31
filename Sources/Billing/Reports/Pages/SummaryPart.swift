/// The first page of the exceptions: what came in, what is paid, what is not and why, whose move it is, what is oldest,
/// and whether it balances.
struct SummaryPart {
    let overview: ExceptionsOverview

    private var night: Night { overview.night }
    private var totals: ControlTotals { overview.totals }

    var markup: Markup {
        """
        <section aria-labelledby="summary">
        <h2 id="summary" class="lead-in">Summary</h2>
        \(lead)<div class="grid">
        <div>\(cameIn)\(dollars)\(moves)</div><div>\(balance)\(reasons)</div>
        <div>\(oldest)</div><div>\(clocks)</div>
        </div></section>\n
        """
    }

    private var lead: Markup {
        let files = totals.files.received.count
        let invoices = totals.invoices
        let billed = Money(cents: totals.lines.billed.cents)
        if files == 0 {
            return "<p class=\"lead\">Nothing came in. \(held)</p>\n"
        }
        if invoices.received.count == 0, totals.lines.billed.count == 0, totals.files.rejected.count == 0 {
            return "<p class=\"lead\">Nothing new came in: \(files.counted("file")) had been read before. \(held)</p>\n"
        }
        return """
            <p class="lead">\(invoices.received.count.counted("invoice")) came in, \
            \(invoices.accepted.count.grouped) accepted, with \(totals.lines.billed.count.counted("line")) that bill \
            \(billed). Of what was to be decided, \(Money(cents: totals.lines.paid.cents)) is paid and \
            \(Money(cents: totals.lines.adjusted.cents)) is taken off. \(held)</p>\n
            """
    }

    private var held: Markup {
        let held = totals.heldAfter
        if held.count == 0 { return "No line is held." }
        return "\(held.count.counted("line")) with \(Money(cents: held.cents)) \(held.count == 1 ? "is" : "are") held."
    }

    // MARK: - What came in

    private var cameIn: Markup {
        let files = totals.files
        let invoices = totals.invoices
        let lines = totals.lines
        var rows: Markup = ""
        rows += row("Received", "received", files.received, invoices.received, lines.received)
        rows += row("Accepted", "accepted", files.accepted, invoices.accepted, lines.accepted)
        rows += row("Rejected", "rejected", files.rejected, invoices.rejected, lines.rejected)
        rows += row("Skipped", "skipped", files.skipped, invoices.skipped, lines.skipped)
        rows += row("Replaced", "replaced", files.replaced, invoices.replaced, lines.replaced)
        return """
            <h3 id="came-in">What came in</h3>
            <table class="figures" aria-labelledby="came-in"><thead><tr><th scope="col">Tonight</th>\
            <th scope="col">Files</th><th scope="col">Invoices</th><th scope="col">Lines</th>\
            <th scope="col">Billed</th></tr></thead>
            <tbody>\(rows)</tbody></table>\n
            """
    }

    private func row(
        _ word: StaticString, _ key: StaticString, _ files: ControlTotals.Count, _ invoices: ControlTotals.Count,
        _ lines: ControlTotals.Count
    ) -> Markup {
        """
        <tr><th scope="row">\(Markup(word))</th><td data-total="files.\(Markup(key)).count">\(files.count.grouped)</td>\
        <td data-total="invoices.\(Markup(key)).count">\(invoices.count.grouped)</td>\
        <td data-total="lines.\(Markup(key)).count">\(lines.count.grouped)</td>\
        <td data-total="invoices.\(Markup(key)).cents">\(Money(cents: invoices.cents))</td></tr>\n
        """
    }

    // MARK: - Balance

    private var balance: Markup {
        let lines = totals.lines
        let before = totals.heldBefore.cents + totals.reopened.cents + lines.billed.cents
        let after = lines.paid.cents + lines.adjusted.cents + lines.withdrawn.cents + totals.heldAfter.cents
        let left: [(StaticString, StaticString, Int)] = [
            ("Billed tonight", "lines.billed.cents", lines.billed.cents),
            ("Held before", "held_before.cents", totals.heldBefore.cents),
            ("Reopened", "reopened.cents", totals.reopened.cents),
        ]
        let right: [(StaticString, StaticString, Int)] = [
            ("Paid", "lines.paid.cents", lines.paid.cents), ("Taken off", "lines.adjusted.cents", lines.adjusted.cents),
            ("Withdrawn", "lines.withdrawn.cents", lines.withdrawn.cents),
            ("Held after", "held_after.cents", totals.heldAfter.cents),
        ]
        let verdict: Markup = totals.balanced ? "<span>✓ Balanced</span>" : "<span>✗ Not balanced</span>"
        return """
            <h3>Do the totals balance?</h3>
            <div class="sides">\(ledger("To be decided", left, sum: ("before", before)))\
            \(ledger("Decided", right, sum: ("after", after)))</div>
            <p class="verdict">\(verdict)</p>
            <p class="note">\(reversed)</p>\n
            """
    }

    private func ledger(
        _ title: StaticString, _ rows: [(StaticString, StaticString, Int)], sum: (key: StaticString, cents: Int)
    ) -> Markup {
        var body: Markup = ""
        for (words, key, cents) in rows {
            body += """
                <tr><th scope="row">\(Markup(words))</th>\
                <td class="n" data-total="\(Markup(key))">\(Money(cents: cents))</td></tr>\n
                """
        }
        return """
            <table><thead><tr><th scope="col">\(Markup(title))</th><th scope="col" class="n">Dollars</th></tr></thead>
            <tbody>\(body)<tr class="sum"><th scope="row">Sum</th>\
            <td class="n" data-total="\(Markup(sum.key))">\(Money(cents: sum.cents))</td></tr></tbody></table>
            """
    }

    private var reversed: Markup {
        let reversed = totals.lines.reversed
        if reversed.count == 0 { return "No payment of an earlier night was taken back." }
        return """
            Apart from this sum, <span data-total="lines.reversed.cents">\(Money(cents: reversed.cents))</span> that \
            earlier nights had paid was taken back.
            """
    }

    // MARK: - Where the money went

    private var dollars: Markup {
        let (denied, cut) = overview.takenOff
        var amounts: [(String, Money, BarPicture.Tone)] = [
            ("Paid", Money(cents: totals.lines.paid.cents), .paid),
            ("Held after tonight", Money(cents: totals.heldAfter.cents), .held),
            ("Denied", denied, .denied),
            ("Cut back to what is agreed", cut, .cut),
        ]
        if totals.lines.withdrawn.count > 0 {
            amounts.append(("Withdrawn by a correction", Money(cents: totals.lines.withdrawn.cents), .withdrawn))
        }
        amounts.append(
            ("On rejected invoices, not in the totals", Money(cents: totals.invoices.rejected.cents), .rejected))
        let most = amounts.map { $0.1.cents }.max() ?? 0
        let picture = BarPicture(
            name: "dollars", title: "Dollars by outcome",
            bars: amounts.map { label, amount, tone in
                .init(
                    label: label, value: amount.dollars,
                    stretches: [.init(share: BarPicture.share(amount.cents, of: most), tone: tone)])
            })
        return "<h3>Where the dollars went</h3>\n\(picture.markup)"
    }
}
