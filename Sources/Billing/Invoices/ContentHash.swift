/// The hash of what an invoice says, in 32 bytes: a large night has a hundred thousand.
struct ContentHash: Hashable, Sendable {
    private var first: UInt64
    private var second: UInt64
    private var third: UInt64
    private var fourth: UInt64

    /// - Parameter hex: 64 hexadecimal digits, small ones; what else stands in their place counts as 0.
    init(hex: String) {
        let digits = hex.utf8.prefix(64)
        func word(_ number: Int) -> UInt64 {
            digits.dropFirst(16 * number).prefix(16).reduce(0) { $0 << 4 | Self.value(of: $1) }
        }
        (first, second, third, fourth) = (word(0), word(1), word(2), word(3))
    }

    /// A hash of two words, which tells apart what one file says.
    init(_ low: UInt64, _ high: UInt64) {
        (first, second, third, fourth) = (low, high, 0, 0)
    }

    /// Of an invoice that is compared with none.
    static let none = ContentHash(0, 0)

    private static func value(of digit: UInt8) -> UInt64 {
        switch digit {
        case 0x30...0x39: UInt64(digit - 0x30)
        case 0x61...0x66: UInt64(digit - 0x61 + 10)
        default: 0
        }
    }

    /// 64 hexadecimal digits.
    var hex: String {
        [first, second, third, fourth].map { word in
            let digits = String(word, radix: 16)
            return String(repeating: "0", count: 16 - digits.count) + digits
        }.joined()
    }
}
