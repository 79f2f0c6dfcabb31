/// Horizontal bars as an inline SVG picture: a label, a bar, a value for each. Widths are percentages and heights
/// pixels, so that the bars stretch with the page while the letters keep their size, on a telephone and on paper.
struct BarPicture {
    struct Bar {
        var label: String
        /// The figure in words, behind the bar.
        var value: String
        /// Stretches of the bar one after another, each a share of the whole in thousandths.
        var stretches: [Stretch]
    }

    struct Stretch {
        var share: Int
        var tone: Tone
    }

    /// What a stretch stands for; the stylesheet gives it its colour, the label says it in words.
    enum Tone: String {
        case paid, cut, denied, held, withdrawn, rejected, plain
    }

    /// Tells one picture of a page from another.
    var name: StaticString
    /// What the picture shows, in a few words.
    var title: String
    var bars: [Bar]
    /// The place of a line across all bars in thousandths, such as an agreement's maximum; nil: none.
    var mark: Int?

    /// How far bars reach, in percent of the picture's width; the values stand behind.
    private static let reach = 58
    private static let pitch = 36

    /// The picture with its text alternative: the title and every bar in words.
    var markup: Markup {
        let name = Markup(self.name)
        let words = bars.map { "\($0.label): \($0.value)" }.joined(separator: "; ")
        let height = bars.count * Self.pitch
        var svg: Markup = """
            <svg role="img" aria-labelledby="\(name)-title \(name)-words" width="100%" height="\(height)">
            <title id="\(name)-title">\(title)</title><desc id="\(name)-words">\(words).</desc>\n
            """
        for (index, bar) in bars.enumerated() { svg += Self.markup(bar, top: index * Self.pitch) }
        if let mark {
            svg += """
                <line class="mark" x1="\(Self.percent(mark))" x2="\(Self.percent(mark))" y1="0" y2="\(height)"/>\n
                """
        }
        svg += "</svg>\n"
        return svg
    }

    private static func markup(_ bar: Bar, top: Int) -> Markup {
        var svg: Markup = """
            <text x="0" y="\(top + 13)">\(bar.label)</text>\
            <rect class="track" x="0" y="\(top + 19)" width="\(percent(1000))" height="12"/>
            """
        var left = 0
        for stretch in bar.stretches where stretch.share > 0 {
            svg += """
                <rect class="\(stretch.tone.rawValue)" x="\(percent(left))" y="\(top + 19)" \
                width="\(percent(stretch.share))" height="12"/>
                """
            left += stretch.share
        }
        svg += "<text class=\"value\" x=\"\(reach + 2)%\" y=\"\(top + 30)\">\(bar.value)</text>\n"
        return svg
    }

    /// Thousandths of the bars' reach as a percentage of the picture's width: `41.25%`.
    private static func percent(_ share: Int) -> String { hundredths(share * reach / 10) + "%" }
}

extension BarPicture {
    /// A part of a whole in thousandths; something of a whole is never nothing, and nothing is more than the whole.
    static func share(_ part: Int, of whole: Int) -> Int {
        if part <= 0 || whole <= 0 { return 0 }
        return max(3, min(1000, part * 1000 / whole))
    }
}
