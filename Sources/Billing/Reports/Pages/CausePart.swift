/// Exceptions by cause: every rule that spoke, with how often, how much, in which agencies, and the policy's section.
struct CausePart {
    let overview: ExceptionsOverview

    /// The longest list of agencies that a cell shows at once.
    private static let agenciesShown = 12

    static let table = PageTable(
        name: "causes",
        columns: [
            .init("Rule and policy", width: 25), .init("When it speaks", width: 37),
            .init("Count", .number, width: 7), .init("Held", .number, width: 6),
            .init("Dollars", .number, width: 10), .init("Agencies", width: 15),
        ])

    var markup: Markup {
        var part: Markup = """
            <section class="sheet" aria-labelledby="by-cause">
            <h2 id="by-cause">By cause</h2>\n
            """
        if overview.causes.isEmpty { return "\(part)<p>No rule spoke tonight and nothing is held.</p></section>\n" }
        part += """
            <div class="grid"><div><h3>Exceptions by rule</h3>
            \(picture.markup)</div><div><h3>What a rule does</h3>
            \(Self.words)</div></div>
            <div class="short" data-list>\n
            """
        var list = PageList(Self.table, caption: "Every rule that spoke, gravest first, then by dollars")
        for effect in Cause.effects {
            let causes = overview.causes.filter { $0.effect == effect }
            if causes.isEmpty { continue }
            list.group(effect.inWords, effect.tag, sums: sums(causes), in: &part)
            for cause in causes { list.row(row(cause), in: &part) }
        }
        list.end(in: &part)
        part += "</div></section>\n"
        return part
    }

    private static let words: Markup = """
        <dl class="words">
        <dt>Rejected</dt><dd>The invoice was not received; its agency mends it and sends it again.</dd>
        <dt>Denied</dt><dd>The line is not paid.</dd>
        <dt>Held</dt><dd>No money moves yet; the line is decided anew every night.</dd>
        <dt>Cut back</dt><dd>The line is paid up to what is agreed.</dd>
        <dt>Taken off</dt><dd>Denied and cut back together.</dd>
        <dt>Warning</dt><dd>It does not stop the payment.</dd>
        </dl>
        <p class="note">Count: its exceptions of tonight. Held: lines that it holds now, those of earlier nights too. \
        Dollars: billed on rejected invoices, taken off lines, or held now under the first rule that holds the line. \
        Behind an agency stands the number of its exceptions, or of its held lines where those are more.</p>
        """

    private var picture: BarPicture {
        let causes = overview.causes.filter { $0.exceptions > 0 }
            .sorted { ($1.exceptions, $0.rule) < ($0.exceptions, $1.rule) }
        let most = causes.first?.exceptions ?? 0
        var bars = causes.prefix(12).map { cause in
            BarPicture.Bar(
                label: "\(Catalogue.name(cause.rule)) · \(cause.effect.inWords.lowercased())",
                value: cause.exceptions.grouped,
                stretches: [.init(share: BarPicture.share(cause.exceptions, of: most), tone: cause.effect.tone)])
        }
        let rest = causes.dropFirst(12)
        if !rest.isEmpty {
            let count = rest.reduce(0) { $0 + $1.exceptions }
            bars.append(
                .init(
                    label: rest.count.counted("other rule"), value: count.grouped,
                    stretches: [.init(share: BarPicture.share(count, of: most), tone: .withdrawn)]))
        }
        return BarPicture(name: "rules", title: "Exceptions by rule", bars: bars)
    }

    /// A line that several rules hold counts for each, so that the lines held have no sum.
    private func sums(_ causes: [Cause]) -> [String] {
        let exceptions = causes.reduce(0) { $0 + $1.exceptions }
        let amount = causes.reduce(Money.zero) { $0 + $1.amount }
        return [exceptions.grouped, "", amount.dollars, ""]
    }

    private func row(_ cause: Cause) -> Markup {
        let rule = Catalogue.rule(cause.rule)
        let anchor: Markup = isFirst(cause) ? " id=\"cause-\(rule.name)\"" : ""
        return """
            <tr\(anchor)><th scope="row"><a href="#by-case" data-rule="\(rule.name)">\(rule.name)</a>\
            <small>\(overview.night.pack.source(of: cause.rule))</small></th>\
            <td>\(rule.summary)<small>Whose move: \(rule.owner.inWords)</small></td>\
            <td>\(cause.exceptions.grouped)</td><td>\(cause.held == 0 ? "" : cause.held.grouped)</td>\
            <td>\(cause.amount)</td><td>\(agencies(cause))</td></tr>\n
            """
    }

    /// A rule stands twice where staff released it for some lines; links lead to the first.
    private func isFirst(_ cause: Cause) -> Bool {
        overview.causes.first { $0.rule == cause.rule }?.effect == cause.effect
    }

    private func agencies(_ cause: Cause) -> Markup {
        let shown = cause.agencies.prefix(Self.agenciesShown)
        let rest = cause.agencies.dropFirst(Self.agenciesShown)
        var markup = Self.words(shown)
        if !rest.isEmpty {
            markup += "<details><summary>\(rest.count.grouped) more</summary>\(Self.words(rest))</details>"
        }
        return markup
    }

    private static func words(_ agencies: ArraySlice<(id: String, count: Int)>) -> Markup {
        var markup: Markup = ""
        for (place, agency) in agencies.enumerated() {
            if place > 0 { markup += ", " }
            markup += "<span class=\"w\">\(agency.id.isEmpty ? "none" : agency.id) (\(agency.count.grouped))</span>"
        }
        return markup
    }
}

extension Effect {
    /// The colour of what it does to money.
    var tone: BarPicture.Tone {
        switch self {
        case .reject: .rejected
        case .deny: .denied
        case .pend: .held
        case .reduce: .cut
        case .skip, .warn, .off: .withdrawn
        }
    }
}
