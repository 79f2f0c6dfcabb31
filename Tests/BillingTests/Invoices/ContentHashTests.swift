import Testing

@testable import Billing

/// What an invoice says, as the store writes its hash.
@Suite struct ContentHashTests {
    @Test(arguments: [
        "0123456789abcdef0123456789abcdef0123456789abcdef0123456789abcdef",
        "000000000000000000000000000000000000000000000000000000000000000f",
        "ffffffffffffffff0000000000000000ffffffffffffffff0000000000000000",
    ]) func theDigitsComeOutAsTheyWentIn(_ digits: String) {
        #expect(ContentHash(hex: digits).hex == digits)
    }

    @Test func whatIsNoHashIsNoOthers() {
        #expect(ContentHash(hex: "") == .none)
        #expect(ContentHash(hex: "damaged") != ContentHash(hex: "0123456789abcdef"))
        #expect(ContentHash(1, 2) != ContentHash(2, 1))
    }
}
