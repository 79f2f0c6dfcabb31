/// How sentences for people write hours, rates and what others wrote.
extension Hours {
    /// `1.50 h`
    var worded: String { "\(self) h" }

    /// How much of `whole` this is: `1.50 h of these 3.00 h`, `none of these 3.00 h`.
    func portion(of whole: Hours) -> String { "\(self == .zero ? "none" : worded) of these \(whole.worded)" }
}

extension Money {
    /// How much of a line's amount this is: `$58.74 of this line's $211.89`, `none of this line's $211.89`.
    func portion(of whole: Money) -> String { "\(self == .zero ? "none" : dollars) of this line's \(whole.dollars)" }
}

extension Rate {
    /// `$70.63 an hour`
    var worded: String { "\(perHour.dollars) an hour" }
}

extension String {
    /// The text in quotation marks, as a sentence cites it.
    var cited: String { "\"\(shortened)\"" }

    /// The text on one line, cut to what a cell can show: agencies write whole stories.
    var shortened: String {
        let longest = 60
        if utf8.count <= longest, isOneLineOfASCII { return self }
        let words = split(whereSeparator: \.isWhitespace).joined(separator: " ")
        return words.count <= longest ? words : words.prefix(longest - 1) + "…"
    }

    /// Whether it is words of printable ASCII with one space between them, as nearly all cells are: what would be made
    /// of such words is the text itself.
    private var isOneLineOfASCII: Bool {
        var last = UInt8(ascii: " ")
        for byte in utf8 {
            guard (0x20...0x7E).contains(byte), byte != UInt8(ascii: " ") || byte != last else { return false }
            last = byte
        }
        return last != UInt8(ascii: " ") || isEmpty
    }

    /// The text as the end of a sentence: with a full stop unless it brings its own.
    var asSentenceEnd: String {
        guard let last, !".!?".contains(last) else { return self }
        return self + "."
    }
}

extension Interval {
    /// `from 2025-07-01 to 2028-06-30`, `from 2025-07-01 on`
    var worded: String { last == .last ? "from \(first) on" : "from \(first) to \(last)" }
}

extension Int {
    /// `1 day`, `12 days`
    var days: String { self == 1 ? "1 day" : "\(self) days" }
}

extension ActivityVerdict.Kind {
    /// The thing that is never paid, in the policy's words.
    var worded: String {
        switch self {
        case .typing: "typing"
        case .filing: "filing"
        case .invoices: "preparing invoices"
        case .paperwork: "organizing paperwork"
        case .fundraising: "fundraising"
        }
    }
}
