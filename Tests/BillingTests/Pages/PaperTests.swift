import Foundation
import Testing

@testable import Billing

/// The pages on paper: Letter, the answers on the first sheet, every sheet of a table with its head, no row cut.
@Suite struct PaperTests {
    let pages: SamplePages

    init() throws { pages = try SamplePages.nights.get() }

    /// The text of each sheet, without white space.
    private func sheets(_ pdf: String) throws -> [String] {
        let text = try said("/usr/bin/pdftotext", ["-raw", pdf, "-"])
        return text.components(separatedBy: "\u{0C}").dropLast().map { $0.filter { !$0.isWhitespace } }
    }

    @Test func theExceptionsOnPaper() throws {
        let night = SamplePages.runs[0]
        let pdf = pages.drawings.appending(path: "exceptions.pdf").path
        try pages.browser.print(pages.url(night, "exceptions.html"), to: pdf)
        let information = try said("/usr/bin/pdfinfo", ["-f", "1", "-l", "999", pdf])
        let sizes = information.components(separatedBy: "\n").filter { $0.contains(" size:") && !$0.hasPrefix("File") }
        #expect(!sizes.isEmpty && sizes.allSatisfy { $0.contains("612 x 792") || $0.contains("792 x 612") })

        let sheets = try sheets(pdf)
        for answer in ["Whatcamein", "Balanced", "Whyitisnotpaid", "Whosemoveitis", "Whatisoldest", "Theclocks"] {
            #expect(sheets[0].contains(answer), "the first sheet does not say \(answer)")
        }
        let rows = try pages.table(night, "exceptions.csv").rows
        let steps = Dictionary(grouping: rows) { $0["next_step"]!.filter { !$0.isWhitespace } }
        for (step, rows) in steps {
            let whole = sheets.reduce(0) { $0 + $1.components(separatedBy: step).count - 1 }
            let others = steps.filter { $0.key != step && $0.key.contains(step) }.reduce(0) { $0 + $1.value.count }
            #expect(whole == rows.count + others, "a row is cut: \(step)")
        }
        for (number, sheet) in sheets.enumerated() where steps.keys.contains(where: { sheet.contains($0) }) {
            #expect(sheet.contains("WhatisoffExpectedFoundDollarsWhattodonext"), "sheet \(number + 1) has no head")
        }
        // An agency's part begins on a sheet of its own.
        #expect(sheets.contains { $0.prefix(120).contains("P-110RiverstoneResidentialandFosterCare") })
    }

    @Test func thePaymentsOnPaper() throws {
        let night = SamplePages.runs[1]
        let pdf = pages.drawings.appending(path: "payments.pdf").path
        try pages.browser.print(pages.url(night, "payments.html"), to: pdf)
        let sheets = try sheets(pdf)
        let net = try pages.total(night, "lines.paid.cents") - pages.total(night, "lines.reversed.cents")
        #expect(sheets[0].contains(Money(cents: net).dollars))
        let text = sheets.joined()
        for row in try pages.table(night, "payments.csv").rows {
            #expect(text.contains(row["invoice_number"]!.filter { !$0.isWhitespace }))
        }
    }

    private func said(_ program: String, _ arguments: [String]) throws -> String {
        try run(program, arguments, in: pages.month.folder).output
    }
}
