import Foundation
import Testing

@testable import Billing

/// Corrections of corrections, as many as a file can hold.
@Suite("Long chains and many circles of corrections", .timeLimit(.minutes(patience)))
struct CorrectionChainsTests {
    /// The statuses of the invoices of a file, counted: each is one of form AAP with a total of its own.
    private func statuses(_ invoices: [(number: String, replaces: String)]) throws -> [String: Int] {
        let month = try SampleMonth()
        let inbox = month.folder.path("inbox")
        try FileManager.default.createDirectory(atPath: inbox, withIntermediateDirectories: true)
        var text = "<Invoices xmlns='urn:ct-dcf:ppsp:invoice:1'>\n"
        for (index, invoice) in invoices.enumerated() {
            let replaces = invoice.replaces.isEmpty ? "" : " replaces='\(invoice.replaces)'"
            text += """
                <Invoice form='AAP' number='\(invoice.number)' provider='P-101' agreement='A-1001' \
                billingMonth='2026-09' invoiceDate='2026-09-30' total='\(index + 1).00'\(replaces)>
                <Line number='1' child='C-3001' serviceDate='2026-09-03' service='PP'><Activity>visit</Activity>\
                <Hours>1</Hours><Rate>\(index + 1)</Rate><Amount>\(index + 1)</Amount></Line></Invoice>

                """
        }
        try (text + "</Invoices>").write(toFile: inbox + "/a.xml", atomically: true, encoding: .utf8)
        try month.run(1) { $0.inbox = inbox }
        let table = try Table(contentsOf: month.folder.url.appending(path: "out/latest/invoices.csv"))
        return table.rows.reduce(into: [:]) { $0[$1["status"]!, default: 0] += 1 }
    }

    @Test("a chain of 5,000 leaves its last")
    func chain() throws {
        let chain = (0..<5000).map { ("N\($0)", $0 == 0 ? "" : "N\($0 - 1)") }
        #expect(try statuses(chain) == ["replaced": 4999, "accepted": 1])
        #expect(try statuses(Array(chain.reversed())) == ["replaced": 4999, "accepted": 1])
    }

    @Test("a circle of 5,000 leaves none, and what leads into it stays")
    func circle() throws {
        let circle = (0..<5000).map { ("N\($0)", "N\(($0 + 1) % 5000)") }
        #expect(try statuses(circle + [("M", "N0")]) == ["rejected": 5000, "accepted": 1])
    }

    @Test("a thousand circles that show one behind the other")
    func circles() throws {
        let circles = (0..<1000).flatMap { _ in [("A", "B"), ("B", "A")] }
        #expect(try statuses(circles) == ["rejected": 2000])
    }
}
