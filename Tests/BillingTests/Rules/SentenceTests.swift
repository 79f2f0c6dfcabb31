import Testing

@testable import Billing

/// What a few findings say, word for word; the others are held to their form by RuleExampleTests.
@Suite struct SentenceTests {
    @Test func serviceHoursAreToldWithTheArithmetic() {
        var story = LineStory.ofExample(.payable)
        story.limits = .ample
        story.limits?.serviceHoursLeft = Hours(hundredths: 150)
        #expect(
            ServiceHoursExceeded.sentence(story)
                == Sentence(
                    expected: "at most 1.50 h", found: "3.00 h",
                    message: """
                        20.00 h of placement-planning are agreed on A-1041; 18.50 h were paid before this line; 1.50 \
                        h of these 3.00 h can be paid.
                        """))
    }

    @Test func aRuleThatLowersSecondStartsFromWhatTheFirstLeft() {
        var story = LineStory.ofExample(.payable)
        story.facts.rate = Rate(cents: 80_00)
        story.facts.amount = Money(cents: 250_00)
        story.limits = .ample
        story.limits?.rate = story.facts.rate
        #expect(
            RateExceeded.sentence(story).message == """
                $70.63 an hour can be paid on 2026-09-07 and $80.00 an hour was billed: 3.00 h come to \
                $211.89, $28.11 less.
                """)
    }

    @Test(arguments: [
        (nil, "a signature is missing", "on the service date 2026-09-07 it was not fully signed."),
        (
            Day.on(2026, 9, 10), "fully signed on 2026-09-10",
            "on the service date 2026-09-07 it was not fully signed, only on 2026-09-10."
        ),
    ])
    func anUnsignedAgreementIsToldWithTheDayOfItsLastSignature(day: Day?, found: String, end: String) {
        var story = LineStory.ofExample(.payable)
        story.fullySigned = day
        let sentence = AgreementUnsigned.sentence(story)
        #expect(sentence.found == found)
        #expect(sentence.message.hasSuffix(end))
    }

    @Test func aDuplicateNamesItsTwin() {
        var story = LineStory.ofExample(.payable)
        story.twin = "invoice 2026-08-001 line 4"
        #expect(DuplicateLine.sentence(story).found == "invoice 2026-08-001 line 4")
    }

    @Test func aDayAfterTheEndIsOneDayLater() {
        var story = LineStory.ofExample(.payable)
        story.facts.terminationDate = .on(2026, 9, 6)
        #expect(
            AgreementTerminated.sentence(story).message
                == "Agreement A-1041 was terminated as of 2026-09-06; the service date 2026-09-07 is 1 day later.")
    }

    @Test(arguments: [
        ("home visit", "home visit"),
        ("home\n  visit", "home visit"),
        (String(repeating: "x", count: 60), String(repeating: "x", count: 60)),
        (String(repeating: "x", count: 61), String(repeating: "x", count: 59) + "…"),
    ])
    func longTextsAreCutToACell(text: String, shown: String) {
        #expect(text.shortened == shown)
    }

    @Test(arguments: [("agency phoned", "agency phoned."), ("Really?", "Really?"), ("", "")])
    func aReasonEndsItsSentence(reason: String, end: String) {
        #expect(reason.asSentenceEnd == end)
    }

    @Test func whatStaffDecidedIsToldWithWhoWhenAndWhy() {
        let denied = DeniedByStaff.sentence(by: "FIN-3", on: .on(2026, 10, 6), reason: "agency phoned")
        #expect(denied.message == "Staff (FIN-3) denied the line on 2026-10-06: agency phoned.")
        let reversed = ReversedByStaff.sentence(
            by: "FIN-3", on: .on(2026, 10, 6), reason: "paid twice", hours: Hours(hundredths: 300),
            amount: Money(cents: 211_89))
        #expect(
            reversed.message
                == "Staff (FIN-3) reversed the line on 2026-10-06, 3.00 h and $211.89 come free: paid twice.")
        #expect(
            Replaced.sentence(by: "2026-09-001C", amount: .zero).message
                == "Invoice 2026-09-001C replaces the line's own; the held line is withdrawn.")
        #expect(
            Replaced.sentence(by: "2026-09-001C", amount: Money(cents: 211_89)).message
                == "Invoice 2026-09-001C replaces the line's own; the $211.89 paid on the line come back.")
    }

    @Test func whatCouldNotBeUsedIsToldWithWhatWasDue() {
        #expect(
            DispositionUnused.sentence(column: "reason", found: "", expected: "a reason").message
                == "The row's reason should be a reason but is empty.")
        #expect(
            DispositionUnused.sentence(
                action: "release", expected: "a line held by worker-day", found: "a line held by unbillable-suspected"
            ).message == """
                A release is for a line held by worker-day; this run has a line held by unbillable-suspected, so \
                that the row changes nothing.
                """)
        #expect(
            RegisterRow.sentence(register: "rates.csv", expected: "hourly_rate as money (70.63)", found: "seventy")
                .message == """
                    rates.csv should have hourly_rate as money (70.63) but has seventy; until it is mended, every line \
                    that touches its subject is held.
                    """)
        #expect(
            VoucherRefused.numberTooLong(
                invoice: String(repeating: "9", count: 31), limit: 30, amount: Money(cents: 211_89)
            ).found == "31 characters")
        #expect(
            VoucherRefused.noSupplier(provider: "P-1", invoice: "2026-09-001", amount: Money(cents: 211_89)).message
                == "P-1 has no supplier_id, so that the $211.89 of invoice 2026-09-001 can not be vouchered.")
    }
}
