import Testing

@testable import Billing

/// The small texts of the desk's commands.
@Suite struct DeskTextTests {
    @Test(arguments: [
        (0, 1_024_000_000, 0, "reading  0.0 of 1024 MB"),
        (312_500_000, 1_024_000_000, 6_000, "reading  312 of 1024 MB  52 MB/s  13 s left"),
        (1_500_000, 9_000_000_000, 1_000, "reading  1.5 of 9000 MB  1.5 MB/s  1 h 39 min left"),
        (45_000_000, 0, 2_000, "reading  45 MB  22 MB/s"),
        (8_000_000, 8_000_000, 4_000, "reading  8.0 of 8.0 MB  2.0 MB/s"),
    ]) func progress(_ done: Int, _ total: Int, _ elapsed: Int, _ text: String) {
        #expect(ProgressLine(what: "reading", done: done, total: total, elapsed: elapsed).text == text)
    }

    @Test func timesAreToldInTwoUnits() {
        #expect([5, 59, 60, 200, 3600, 7500].map { ProgressLine.time($0) }
            == ["5 s", "59 s", "1 min 0 s", "3 min 20 s", "1 h 0 min", "2 h 5 min"])
    }

    @Test func aTableIsAsWideAsItsCells() {
        var table = TextTable([("agreement", .left), ("hours", .right), ("", .left)])
        table.add(["A-1", "120.00", "over"])
        table.add(["A-1001", "4.50", ""])
        #expect(
            table.text() == """
                agreement   hours
                A-1        120.00  over
                A-1001       4.50

                """)
    }

    @Test func colourIsPutOnlyWhereItIsAskedFor() {
        #expect(Ink.none.colour(Effect.deny, "deny") == "deny")
        #expect(Ink(isOn: true).colour(Effect.deny, "deny") == "\u{1B}[31mdeny\u{1B}[0m")
    }

    @Test func nothingOfAFileMovesATerminalsCursor() {
        #expect("C-1\u{1B}[2J\nX".printable == "C-1\u{FFFD}[2J\u{FFFD}X")
    }
}
