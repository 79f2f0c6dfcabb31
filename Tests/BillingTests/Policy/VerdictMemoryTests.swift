import Testing

@testable import Billing

/// What is remembered of activities and descriptions is what a fresh look at the pair says.
@Suite struct VerdictMemoryTests {
    @Test func remembersWhatAFreshLookSays() throws {
        let pack = try PolicyPack.embedded()
        let activities = [
            "", "Home visit", "typing", "Typing case notes", "filing", "school meeting", "court paperwork", "phone call",
            "report writing", "fundraising gala", "visit with foster family, typing", "conference", "recruitment event",
            "prepared invoices", "met with birth mother",
        ]
        let descriptions = [
            "", "with the family", "typing up notes", "filing of the case record", "invoices for September", "no typing",
            "filed petition with the court", "paperwork", "session 3 of 8", "fundraiser for the agency", "notes typed after",
        ]
        var symbols = Symbols()
        var memory = VerdictMemory(pack.classifier)
        for _ in 1...2 {
            for activity in activities {
                for description in descriptions {
                    let found = memory.verdict(symbols.intern(activity), symbols.intern(description), symbols)
                    let expected = pack.classifier.classify(activity: activity, description: description)
                    #expect(found == expected, "\(activity) / \(description)")
                }
            }
        }
    }
}
