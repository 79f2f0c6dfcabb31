/// The values of a CSV file, in the forms that spreadsheets rewrite them to (spec: Invoice files, CSV, Values).
enum SpreadsheetNotation: Notation {
    static let examples = (
        month: "2026-09, 9/2026 or Sep-26", date: "2026-09-03 or 9/3/2026", hours: "1.50 or 1:30",
        money: "70.63 or $1,070.60"
    )

    static func form(_ text: UnsafeRawBufferPointer) -> Form? {
        var rest = TextCursor(text)
        if rest.skip(word: "dcf"), rest.skip("-"), rest.number(digits: 4...4) == 2106, rest.isAtEnd { return .dcf2106 }
        rest = TextCursor(text)
        return rest.skip(word: "aap") && rest.isAtEnd ? .aap : nil
    }

    // MARK: - Dates

    /// `2026-09`, `9/2026`, `Sep-26`, `Sep-2026`, `September 2026`.
    static func month(_ text: UnsafeRawBufferPointer) -> Month? {
        var rest = TextCursor(text)
        if let year = rest.number(digits: 4...4) {
            guard rest.skip("-"), let month = rest.number(digits: 2...2), rest.isAtEnd else { return nil }
            return Month(checkedYear: year, month: month)
        }
        if let month = rest.number(digits: 1...2) {
            guard rest.skip("/"), let year = rest.number(digits: 4...4), rest.isAtEnd else { return nil }
            return Month(checkedYear: year, month: month)
        }
        guard let month = namedMonth(&rest), rest.skip("-") || rest.skip(" ") else { return nil }
        let isShort = rest.count == 2
        guard let year = rest.number(digits: isShort ? 2...2 : 4...4), rest.isAtEnd else { return nil }
        return Month(checkedYear: isShort ? 2000 + year : year, month: month)
    }

    private static let months: [(short: StaticString, remainder: StaticString)] = [
        ("jan", "uary"), ("feb", "ruary"), ("mar", "ch"), ("apr", "il"), ("may", ""), ("jun", "e"), ("jul", "y"),
        ("aug", "ust"), ("sep", "tember"), ("oct", "ober"), ("nov", "ember"), ("dec", "ember"),
    ]

    private static func namedMonth(_ rest: inout TextCursor) -> Int? {
        for (index, name) in months.enumerated() where rest.skip(word: name.short) {
            _ = rest.skip(word: name.remainder)
            return index + 1
        }
        return nil
    }

    /// `2026-09-03`, `9/3/2026`, either with a midnight time behind it.
    static func day(_ text: UnsafeRawBufferPointer) -> Day? {
        var rest = TextCursor(text)
        let day: Day?
        if let year = rest.number(digits: 4...4) {
            guard rest.skip("-"), let month = rest.number(digits: 2...2), rest.skip("-"),
                let number = rest.number(digits: 2...2)
            else { return nil }
            day = Day(year: year, month: month, day: number)
        } else {
            guard let month = rest.number(digits: 1...2), rest.skip("/"), let number = rest.number(digits: 1...2),
                rest.skip("/"), let year = rest.number(digits: 4...4)
            else { return nil }
            day = Day(year: year, month: month, day: number)
        }
        if rest.isAtEnd { return day }
        guard rest.skip(" ") || rest.skip("T"), skipMidnight(&rest), rest.isAtEnd else { return nil }
        return day
    }

    /// `0:00`, `00:00:00`, `00:00:00.000`, and as Americans write it `12:00 AM`, `12:00:00 AM`.
    private static func skipMidnight(_ rest: inout TextCursor) -> Bool {
        guard let hour = rest.number(digits: 1...2), rest.skip(":"), rest.number(digits: 2...2) == 0 else {
            return false
        }
        if rest.skip(":") {
            guard rest.number(digits: 2...2) == 0 else { return false }
            if rest.skip("."), rest.number(digits: 1...9) != 0 { return false }
        }
        if rest.isAtEnd { return hour == 0 }
        return hour == 12 && rest.skip(" ") && rest.skip(word: "am")
    }

    // MARK: - Numbers

    /// `1`, `1.5`, `.5`, `1.50`, `1:30`, `1:30:00`; times are rounded half up to the hundredth.
    static func hours(_ text: UnsafeRawBufferPointer) -> Hours? {
        var rest = TextCursor(text)
        guard let whole = rest.number(digits: 0...Int.max) else { return nil }
        let hasWhole = rest.count < text.count
        if hasWhole, rest.skip(":") {
            guard let minutes = rest.number(digits: 2...2), minutes < 60 else { return nil }
            var seconds = 0
            if rest.skip(":") {
                guard let stated = rest.number(digits: 2...2), stated < 60 else { return nil }
                seconds = stated
            }
            // A hundredth of an hour is 36 seconds.
            return rest.isAtEnd ? Hours(hundredths: whole * 100 + (minutes * 60 + seconds + 18) / 36) : nil
        }
        return decimal(whole, hasWhole: hasWhole, &rest).map { Hours(hundredths: $0) }
    }

    /// `70.63`, `71`, `.5`, `$1,070.60`.
    static func money(_ text: UnsafeRawBufferPointer) -> Money? {
        var rest = TextCursor(text)
        _ = rest.skip("$")
        let count = rest.count
        guard var whole = rest.number(digits: 0...Int.max) else { return nil }
        let digits = count - rest.count
        while rest.next == Byte.comma {
            // A first group of one to three digits, then groups of three.
            guard (1...3).contains(digits), rest.skip(","), let group = rest.number(digits: 3...3) else { return nil }
            whole = min(whole, 1_000_000_000) * 1000 + group
        }
        return decimal(whole, hasWhole: digits > 0, &rest).map { Money(cents: $0) }
    }

    /// What stands behind the whole part: nothing, or a point and digits that are zeros from the third on.
    @inline(__always)
    private static func decimal(_ whole: Int, hasWhole: Bool, _ rest: inout TextCursor) -> Int? {
        if rest.isAtEnd { return hasWhole ? whole * 100 : nil }
        guard rest.skip("."), let hundredths = rest.hundredths(atMost: .max), rest.isAtEnd else { return nil }
        return whole * 100 + hundredths
    }
}
