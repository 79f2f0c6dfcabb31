extension SummaryPart {
    /// How many held lines the first page shows.
    private static let shown = 5
    /// How many reasons it shows.
    private static let reasonsShown = 8

    /// Why money is not paid, the largest sums first.
    var reasons: Markup {
        let causes = overview.causes.filter { $0.amount != .zero }
            .sorted { ($1.amount, $0.rule) < ($0.amount, $1.rule) }
        if causes.isEmpty { return "<h3>Why it is not paid</h3><p>Everything that was decided is paid.</p>\n" }
        var rows: Markup = ""
        for cause in causes.prefix(Self.reasonsShown) {
            rows += """
                <tr><th scope="row">\
                <a href="#cause-\(Catalogue.name(cause.rule))">\(Catalogue.name(cause.rule))</a></th>\
                <td>\(cause.effect.tag)</td><td class="n">\(cause.amount)</td></tr>\n
                """
        }
        let rest = causes.dropFirst(Self.reasonsShown)
        if !rest.isEmpty {
            rows += """
                <tr><th scope="row"><a href="#by-cause">\(rest.count.counted("other rule"))</a></th><td></td>\
                <td class="n">\(rest.reduce(Money.zero) { $0 + $1.amount })</td></tr>\n
                """
        }
        return """
            <h3 id="reasons">Why it is not paid</h3>
            <table aria-labelledby="reasons"><thead><tr><th scope="col">Rule</th><th scope="col">What it did</th>\
            <th scope="col" class="n">Dollars</th></tr></thead>
            <tbody>\(rows)</tbody></table>\n
            """
    }

    /// Whose move it is.
    var moves: Markup {
        let moves = overview.moves
        if moves.isEmpty { return "<h3>Whose move it is</h3><p>Nobody has to do anything.</p>\n" }
        var rows: Markup = ""
        for move in moves {
            rows += """
                <tr><th scope="row">\(move.owner.inWords)</th><td>\(move.exceptions.grouped)</td>\
                <td>\(move.held.grouped)</td><td>\(move.heldAmount)</td></tr>\n
                """
        }
        rows += """
            <tr class="sum"><th scope="row">All</th><td>\(overview.exceptionCount.grouped)</td>\
            <td>\(overview.ageing.lines.count.grouped)</td>\
            <td>\(moves.reduce(Money.zero) { $0 + $1.heldAmount })</td></tr>
            """
        return """
            <h3 id="moves">Whose move it is</h3>
            <table class="figures" aria-labelledby="moves"><thead><tr><th scope="col">Who</th>\
            <th scope="col">Exceptions</th><th scope="col">Lines held</th><th scope="col">Held</th></tr></thead>
            <tbody>\(rows)</tbody></table>\n
            """
    }

    /// The held lines that were received first.
    var oldest: Markup {
        let lines = overview.ageing.lines
        if lines.isEmpty { return "<h3>What is oldest</h3><p>No line is held.</p>\n" }
        let night = overview.night
        var rows: Markup = ""
        for line in lines.prefix(Self.shown) {
            let invoice = night.invoices[Int(night.lines[line.index].invoice)].invoice
            let rule = night.holdingRules(of: line.index).first
            rows += """
                <tr><th scope="row" class="w">\(line.received)<small>\(line.age.days)</small></th>\
                <td>\(night.symbols[invoice.provider]) \(night.symbols[invoice.number]), \
                \(Int(night.lines[line.index].number))</td>\
                <td>\(rule.map { Catalogue.rule($0).owner.inWords } ?? "")</td><td class="n">\(line.amount)</td></tr>\n
                """
        }
        return """
            <h3 id="oldest">What is oldest</h3>
            <table aria-labelledby="oldest"><thead><tr><th scope="col">Received</th>\
            <th scope="col">Invoice, line</th><th scope="col">Whose move</th>\
            <th scope="col" class="n">Held</th></tr></thead>
            <tbody>\(rows)</tbody></table>
            <p class="note">The first \(min(Self.shown, lines.count)) of <a href="#held">\
            \(lines.count.counted("held line"))</a>.</p>\n
            """
    }

    /// The held lines against the clocks that bind the department.
    var clocks: Markup {
        var rows: Markup = ""
        for clock in overview.ageing.clocks {
            let past = overview.ageing.past(clock)
            rows += """
                <tr><th scope="row"><span class="w">\(clock.days) days</span><small>\(Markup(clock.duty))</small></th>\
                <td class="n">\(past.count.grouped)</td><td class="n">\(past.amount)</td>\
                <td class="n">\(overview.ageing.nextDue(clock)?.description ?? "none")</td></tr>\n
                """
        }
        return """
            <h3 id="clocks">The clocks on what is held</h3>
            <table aria-labelledby="clocks"><thead><tr><th scope="col">Clock</th>\
            <th scope="col" class="n">Lines past</th><th scope="col" class="n">Dollars</th>\
            <th scope="col" class="n">Next due</th></tr></thead>
            <tbody>\(rows)</tbody></table>
            <p class="note">Counted from the day of receipt; for form AAP from the day AAP received it, once that is \
            known.</p>\n
            """
    }
}

extension Effect {
    /// The word with its colour.
    var tag: Markup { "<b class=\"tag \(rawValue)\">\(inWords)</b>" }
}
