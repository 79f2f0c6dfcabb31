import Testing

@testable import Billing

/// Names of files made of ids that come from outside.
@Suite struct SafeNameTests {
    @Test(arguments: [
        ("P-101", "P-101"),
        ("harbor-light_2026.09.csv", "harbor-light_2026.09.csv"),
        ("Northfield Sept 2026.csv", "Northfield%20Sept%202026.csv"),
        ("../../etc/passwd", "%2E.%2F..%2Fetc%2Fpasswd"),
        (".hidden", "%2Ehidden"),
        ("-rf", "%2Drf"),
        ("..", "%2E."),
        ("a%2Fb", "a%252Fb"),
        ("é", "%C3%A9"),
        ("a~b", "a%7Eb"),
        ("unattributed", "%75nattributed"),
        ("", "%"),
    ]) func anIdAsAName(_ text: String, _ name: String) {
        #expect(SafeName.of(text, reserved: ["unattributed"]) == name)
    }

    @Test func aLongTextStaysAloneUnderAShortName() {
        let one = SafeName.of(String(repeating: "ö", count: 300) + "1")
        let two = SafeName.of(String(repeating: "ö", count: 300) + "2")
        #expect(one != two)
        #expect(one.utf8.count <= 240)
        #expect(one.contains("~"))
    }
}
