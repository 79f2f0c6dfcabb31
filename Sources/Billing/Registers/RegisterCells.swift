/// How the cells of the department's registers are written: each value in one form only (spec: Registers).
enum RegisterCells {
    /// The largest count of cents or hundredths of an hour that a register may state: 9,999,999.99.
    static let largest = Money.largest.cents

    /// `2026-09-03`, a day that the calendar has.
    static func day(_ text: UnsafeRawBufferPointer) -> Day? {
        guard text.count == 10, text[4] == UInt8(ascii: "-"), text[7] == UInt8(ascii: "-"),
            let year = digits(text, 0..<4), let month = digits(text, 5..<7), let day = digits(text, 8..<10)
        else { return nil }
        return Day(year: year, month: month, day: day)
    }

    /// `2026-09`.
    static func month(_ text: UnsafeRawBufferPointer) -> Month? {
        guard text.count == 7, text[4] == UInt8(ascii: "-"),
            let year = digits(text, 0..<4), let month = digits(text, 5..<7), year >= 1, (1...12).contains(month)
        else { return nil }
        return Month(year: year, month: month)
    }

    /// `12`, `12.5` or `12.50` as 1250: at most two decimals, no sign.
    static func hundredths(_ text: UnsafeRawBufferPointer) -> Int? {
        let point = text.firstIndex(of: UInt8(ascii: ".")) ?? text.count
        guard let whole = digits(text, 0..<point), whole <= largest / 100 else { return nil }
        if point == text.count { return whole * 100 }
        let places = text.count - point - 1
        guard (1...2).contains(places), let rest = digits(text, point + 1..<text.count) else { return nil }
        return whole * 100 + (places == 1 ? rest * 10 : rest)
    }

    /// A whole number from 0 to 9999.
    static func count(_ text: UnsafeRawBufferPointer) -> Int? {
        text.count <= 4 ? digits(text, 0..<text.count) : nil
    }

    /// Two letters of the alphabet, as one number in capitals: `CT`.
    static func state(_ text: UnsafeRawBufferPointer) -> UInt16? {
        guard text.count == 2 else { return nil }
        var state: UInt16 = 0
        for byte in text {
            let capital = byte & 0xDF
            guard (UInt8(ascii: "A")...UInt8(ascii: "Z")).contains(capital) else { return nil }
            state = state << 8 | UInt16(capital)
        }
        return state
    }

    private static func digits(_ text: UnsafeRawBufferPointer, _ range: Range<Int>) -> Int? {
        guard !range.isEmpty, range.count <= 12 else { return nil }
        var number = 0
        for place in range {
            let digit = text[place] &- UInt8(ascii: "0")
            guard digit <= 9 else { return nil }
            number = number * 10 + Int(digit)
        }
        return number
    }
}

/// A word of a register that must be one of a few.
protocol RegisterWord: RawRepresentable, Sendable where RawValue == UInt8 {
    /// The words, by raw value.
    static var words: [StaticString] { get }
}

extension RegisterWord {
    /// The word as the register writes it.
    var word: String { "\(Self.words[Int(rawValue)])" }

    init?(_ text: UnsafeRawBufferPointer) {
        for (index, word) in Self.words.enumerated()
        where word.utf8CodeUnitCount == text.count
            && text.elementsEqual(UnsafeBufferPointer(start: word.utf8Start, count: text.count)) {
            self.init(rawValue: UInt8(index))
            return
        }
        return nil
    }
}
