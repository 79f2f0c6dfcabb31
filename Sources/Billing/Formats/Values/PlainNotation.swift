/// The one form in which XML writes each value: `DCF-2106`, `2026-09`, `2026-09-30`, `1.50`.
enum PlainNotation: Notation {
    static let examples = (month: "2026-09", date: "2026-09-30", hours: "1.50", money: "70.63")

    static func form(_ text: UnsafeRawBufferPointer) -> Form? {
        if text.elementsEqual("DCF-2106".utf8) { return .dcf2106 }
        if text.elementsEqual("AAP".utf8) { return .aap }
        return nil
    }

    static func month(_ text: UnsafeRawBufferPointer) -> Month? {
        var rest = TextCursor(text)
        guard let year = rest.number(digits: 4...4), rest.skip("-"), let month = rest.number(digits: 2...2),
            rest.isAtEnd
        else { return nil }
        return Month(checkedYear: year, month: month)
    }

    static func day(_ text: UnsafeRawBufferPointer) -> Day? {
        var rest = TextCursor(text)
        guard let day = rest.isoDay(), rest.isAtEnd else { return nil }
        return day
    }

    static func hours(_ text: UnsafeRawBufferPointer) -> Hours? { hundredths(text).map { Hours(hundredths: $0) } }

    static func money(_ text: UnsafeRawBufferPointer) -> Money? { hundredths(text).map { Money(cents: $0) } }

    /// Digits, perhaps a point and one or two more.
    private static func hundredths(_ text: UnsafeRawBufferPointer) -> Int? {
        var rest = TextCursor(text)
        guard let whole = rest.number(digits: 1...Int.max) else { return nil }
        if rest.isAtEnd { return whole * 100 }
        guard rest.skip("."), let hundredths = rest.hundredths(atMost: 2), rest.isAtEnd else { return nil }
        return whole * 100 + hundredths
    }
}
