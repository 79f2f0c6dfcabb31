import Foundation
import Glibc
import Testing

@testable import Billing

/// A report that does not say what was decided stops the run: exit 70, nothing posted, nothing to be seen.
@Suite struct RereadingTests {
    /// A writer that is given other decisions than the run's: every amount is a cent off.
    enum Broken<R: Report>: Report {
        static var fileName: String { R.fileName }
        static func write(_ outcome: Outcome, to file: ReportFile) throws(Disk.Fault) {
            try R.write(outcome.aCentOff, to: file)
        }
        static func expectation(_ outcome: Outcome) -> ReportExpectation.Content { R.expectation(outcome) }
    }

    enum BrokenSet<R: ReportSet>: ReportSet {
        static var parting: ReportParting { R.parting }
        static func write(_ outcome: Outcome, _ rows: Range<Int>, into folder: ReportFolder) throws(Disk.Fault) {
            try R.write(outcome.aCentOff, rows, into: folder)
        }
        static func expectations(_ outcome: Outcome) -> [ReportExpectation] { R.expectations(outcome) }
    }

    private static func broken<R: Report>(_ report: R.Type) -> any Report.Type { Broken<R>.self }
    private static func broken<R: ReportSet>(_ set: R.Type) -> any ReportSet.Type { BrokenSet<R>.self }

    private func expectStop(
        _ reports: Reports = Reports(), disk: Disk = Disk(), about name: String
    ) throws {
        let month = try SampleMonth()
        let inbox = month.folder.path("inbox")
        try FileManager.default.createDirectory(atPath: inbox, withIntermediateDirectories: true)
        for file in ["oak-anchor-2026-09.csv", "greenway-2026-09.xml"] {
            try FileManager.default.copyItem(
                atPath: repository.appending(path: "samples/invoices/\(file)").path, toPath: "\(inbox)/\(file)")
        }
        var batch = try Batch(
            month.job(1) { $0.inbox = inbox }, pack: .embedded(), disk: disk, clock: { 1_791_763_200 })
        batch.reports = reports
        let stop = #expect(throws: Stop.self) { try batch.run() }
        #expect(stop?.code == .programFault)
        #expect(stop?.message.contains(name) == true, "\(stop?.message ?? "")")
        #expect(try Store.openForReading(month.folder.path("store.sqlite")).lastRun() == nil)
        #expect(try FileManager.default.contentsOfDirectory(atPath: month.folder.path("out")) == [])
    }

    @Test(arguments: Reports.all.indices) func aWriterThatIsACentOff(_ place: Int) throws {
        var reports = Reports()
        reports.files[place] = Self.broken(Reports.all[place])
        try expectStop(reports, about: Reports.all[place].fileName)
    }

    static let setNames = ["payments.xlsx", "exceptions.xlsx", "remittance/", "acknowledgements/"]

    @Test(arguments: Array(zip(Reports.allSets.indices, setNames)))
    func aSetOfReportsThatIsACentOff(_ place: Int, _ name: String) throws {
        var reports = Reports()
        reports.sets[place] = Self.broken(Reports.allSets[place])
        try expectStop(reports, about: name)
    }

    /// The disk returns other bytes than were written, whatever the kind of file.
    @Test(arguments: ["run.json", "decisions.csv", "payments.xlsx", "remittance/P-108.html"])
    func aFileWhoseBytesChanged(_ name: String) throws {
        let disk = Disk(before: nil) { step in
            guard step.kind == .sync, step.path.hasSuffix("/\(name)") else { return }
            let descriptor = open(step.path, O_RDWR)
            var byte: UInt8 = 0
            pread(descriptor, &byte, 1, 40)
            byte ^= 1
            pwrite(descriptor, &byte, 1, 40)
            close(descriptor)
        }
        try expectStop(disk: disk, about: name)
    }

    @Test(arguments: [
        ("12.05", 1205), ("-0.50", -50), ("7", 700), ("", 0), ("1.5", 150), ("-", nil), ("1.234", nil), ("1,00", nil),
        ("=1", nil),
    ]) func anAmountOfAReport(_ text: String, _ cents: Int?) {
        #expect(Money(reported: Array(text.utf8))?.cents == cents)
    }
}

/// Pages are read again in parts: wherever they are cut, what they say is the same.
@Suite struct PageRereadingTests {
    /// A page that is longer than what is read at once, with so many bytes before its values.
    private static func page(_ padding: Int, end: String = "</html>\n") -> [UInt8] {
        let values = String(
            repeating: #"<td><data class="paid" value="1.01">$1.01</data> <b data-total="paid">$1.01</b></td>"#,
            count: 4_000)
        return Array(("<html>" + String(repeating: "x", count: padding) + values + end).utf8)
    }

    private let folder: Folder

    init() throws { folder = try Folder() }

    private func file(_ bytes: [UInt8]) throws -> Rereading.File {
        let path = folder.path("page.html")
        try Data(bytes).write(to: URL(filePath: path))
        return Rereading.File(
            name: "page.html", path: path, sha256: try #require(Rereading.sha256(ofFile: path)))
    }

    @Test(arguments: 0..<90) func whereverItIsCut(_ padding: Int) throws {
        let file = try file(Self.page(padding))
        #expect(file.isLong)
        #expect(try PageRereading.difference(of: [file], from: ["paid": Money(cents: 404_000)]) == nil)
        #expect(
            try PageRereading.difference(of: [file], from: ["paid": Money(cents: 404_001)])?.contains("4040.00") == true)
        #expect(try PageRereading.difference(of: [file], from: ["paid": 101], required: ["paid"]) == nil)
        #expect(try PageRereading.difference(of: [file], from: ["paid": 102], required: []) != nil)
    }

    @Test(arguments: ["", "</html>", "</html>\n\n", "<html>\n"]) func anEndThatIsNone(_ end: String) throws {
        let file = try file(Self.page(0, end: end))
        let words = try PageRereading.difference(of: [file], from: ["paid": Money(cents: 404_000)])
        #expect(words == "does not end as a page does")
    }
}

extension Rereading.File {
    /// More than is read at once.
    fileprivate var isLong: Bool { (try? bytes().count).map { $0 > ByteSource.largestPiece } ?? false }
}

extension Outcome {
    /// The same night with every amount a cent too high.
    fileprivate var aCentOff: Outcome {
        var other = self
        let cent = Money(cents: 1)
        for index in night.lines.indices {
            other.night.lines[index].amount += cent
            other.night.decisions[index] = night.decisions[index].with(cent, billed: other.night.lines[index].amount)
        }
        other.totals.lines.paid.cents += 1
        other.totals.invoices.received.cents += 1
        for index in payments.indices { other.payments[index].amount += cent }
        for index in agreements.indices {
            for place in agreements[index].accounts.indices {
                other.agreements[index].accounts[place].paidAmount += cent
            }
        }
        other.vouchers = VoucherRun(other.night, other.payments, owed: [])
        return other
    }
}

extension Decision {
    /// The same decision on a line that was billed so, with so much more paid or held.
    fileprivate func with(_ more: Money, billed: Money) -> Decision {
        var other = self
        if disposition.isPayment {
            other = Decision(
                findings, limitedBy: decidingRule, hours: paidHours, amount: paidAmount + more, billed: billed)
        } else if disposition == .pended {
            other = Decision(findings, heldBy: decidingRule, heldAmount + more)
        }
        other.terms = terms
        return other
    }
}
