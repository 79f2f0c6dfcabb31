/// Hours used against what each agreement allows of a service: those used up or nearly on top, the rest counted.
struct HoursPart {
    let usages: UsageOverview
    let night: Night

    /// How many services a picture shows.
    static let shown = 15

    var markup: Markup {
        var part: Markup = """
            <section class="whole" aria-labelledby="hours">
            <h2 id="hours">Hours used of what is agreed</h2>\n
            """
        if usages.count == 0 { return "\(part)<p>No agreement is in the registers.</p></section>\n" }
        part += """
            <p class="key"><span>\(key("paid"))paid</span><span>\(key("held"))held, not counted as used</span>\
            <span>The dashed line is the agreed maximum.</span></p>
            <div class="grid"><div><h3>The most used</h3>\(picture.markup)</div><div>\(bands)</div></div></section>\n
            """
        return part
    }

    private func key(_ tone: StaticString) -> Markup {
        """
        <svg width="12" height="12" aria-hidden="true"><rect class="\(Markup(tone))" width="12" height="12"/></svg>
        """
    }

    private var picture: BarPicture {
        let shown = usages.mostUsed
        // Where more was paid than is agreed, all bars shrink so that the longest fits; no more than to a half.
        let scale = min(2000, max(1000, shown.map { $0.share ?? 2000 }.max() ?? 1000))
        return BarPicture(
            name: "usage", title: "Hours used of what is agreed, the \(shown.count) most used services",
            bars: shown.map { bar($0, scale) }, mark: 1_000_000 / scale)
    }

    private func bar(_ usage: Usage, _ scale: Int) -> BarPicture.Bar {
        let account = usage.account
        let whole = account.maxHours.hundredths * scale / 1000
        let paid = account.maxHours == .zero ? 1000 : BarPicture.share(account.paidHours.hundredths, of: whole)
        let held = min(1000 - paid, BarPicture.share(account.heldHours.hundredths, of: whole))
        return .init(
            label: "\(night.symbols[usage.agreement]) \(usage.service)",
            value: "\(account.paidHours) of \(account.maxHours.worded)",
            stretches: [.init(share: paid, tone: .paid), .init(share: held, tone: .held)])
    }

    /// All of them by how far they are used.
    private var bands: Markup {
        let bands: [(words: String, share: ClosedRange<Int>)] = [
            ("Over the maximum", 1001...Int.max), ("Used up", 1000...1000), ("90 to 99 %", Usage.near...999),
            ("50 to 89 %", 500...899), ("Less than 50 %", 1...499), ("Not used yet", 0...0),
        ]
        var rows: Markup = ""
        for band in bands {
            rows += "<tr><th scope=\"row\">\(band.words)</th><td>\(usages.count(band.share).grouped)</td></tr>\n"
        }
        return """
            <h3 id="bands">All services agreed on</h3>
            <table class="figures" aria-labelledby="bands"><thead><tr><th scope="col">Hours paid of the maximum</th>\
            <th scope="col">Services</th></tr></thead>
            <tbody>\(rows)</tbody></table>
            <p class="note">The picture shows the \(min(Self.shown, usages.count)) most used of \
            \(usages.count.grouped). Agreements that ended before the last months are left out unless more was paid \
            than they allow; all stand in agreements.csv.</p>\n
            """
    }
}
