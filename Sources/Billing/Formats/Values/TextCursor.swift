/// Walks over a cell's text from left to right.
struct TextCursor {
    // Two places rather than a buffer: a step is one addition.
    private var start: UnsafePointer<UInt8>
    private let end: UnsafePointer<UInt8>

    /// A number of more digits is known to be beyond every range; what they say no longer matters.
    private static let largestNumber = 999_999_999_999

    @inline(__always)
    init(_ text: UnsafeRawBufferPointer) {
        // Nothing is read where nothing is left, wherever that is.
        start = text.baseAddress?.assumingMemoryBound(to: UInt8.self) ?? Self.nowhere
        end = start + text.count
    }

    private static var nowhere: UnsafePointer<UInt8> { UnsafePointer(bitPattern: 1)! }

    @inline(__always)
    var isAtEnd: Bool { start == end }

    /// How many bytes are left.
    @inline(__always)
    var count: Int { end - start }

    @inline(__always)
    var next: UInt8? { isAtEnd ? nil : start.pointee }

    /// Goes past one ASCII character if it comes next.
    @inline(__always)
    mutating func skip(_ character: Unicode.Scalar) -> Bool {
        guard start < end, start.pointee == UInt8(truncatingIfNeeded: character.value) else { return false }
        start += 1
        return true
    }

    /// Goes past a word in small ASCII letters if it comes next, in whatever case.
    mutating func skip(word: StaticString) -> Bool {
        let length = word.utf8CodeUnitCount
        guard count >= length else { return false }
        for index in 0..<length where start[index] | 0x20 != word.utf8Start[index] { return false }
        start += length
        return true
    }

    /// The number that the next digits make; nil where there are fewer or more digits than `digits` allows. A number
    /// beyond all ranges comes out as one that is.
    @inline(__always)
    mutating func number(digits: ClosedRange<Int>) -> Int? {
        var value = 0
        var count = 0
        while start + count < end {
            let digit = start[count] &- 0x30
            if digit > 9 { break }
            if value <= Self.largestNumber { value = value * 10 + Int(digit) }
            count += 1
        }
        guard digits.contains(count) else { return nil }
        start += count
        return value
    }

    /// The digits behind a decimal point as hundredths: `5` and `50` are 50. At least one; those behind the second
    /// must be zeros, and there may be at most `limit`.
    @inline(__always)
    mutating func hundredths(atMost limit: Int) -> Int? {
        var value = 0
        var count = 0
        while start + count < end {
            let digit = start[count] &- 0x30
            if digit > 9 { break }
            if count < 2 { value = value * 10 + Int(digit) } else if digit != 0 { return nil }
            count += 1
        }
        guard count > 0, count <= limit else { return nil }
        start += count
        return count == 1 ? value * 10 : value
    }

    /// `2026-09-03`.
    @inline(__always)
    mutating func isoDay() -> Day? {
        guard let year = number(digits: 4...4), skip("-"), let month = number(digits: 2...2), skip("-"),
            let day = number(digits: 2...2)
        else { return nil }
        return Day(year: year, month: month, day: day)
    }
}

extension Month {
    /// The month, nil when the calendar has none such.
    init?(checkedYear year: Int, month: Int) {
        guard (1...9999).contains(year), (1...12).contains(month) else { return nil }
        self.init(year: year, month: month)
    }
}
