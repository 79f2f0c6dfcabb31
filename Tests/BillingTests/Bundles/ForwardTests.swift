import Foundation
import Testing

@testable import Billing

/// AAP's half: what is read, what goes on, what stays.
@Suite struct ForwardTests {
    /// The first week in samples/aap/inbox is the one that docs/aap.md walks through, byte for byte.
    @Test func theSampleBundleIsWhatForwardWrites() throws {
        let samples = repository.appending(path: "samples")
        let folder = try Folder()
        let job = ForwardJob(
            invoices: samples.appending(path: "aap/invoices").path,
            reviews: samples.appending(path: "aap/aap_reviews.csv").path,
            registers: samples.appending(path: "registers").path, out: folder.path("bundles"),
            week: try #require(BundleWeek("2026-W41")), signingKey: nil)
        _ = try Forwarding(job, pack: .embedded()).run()
        let name = "AAP-2026-W41-0001"
        let written = try files(in: folder.url.appending(path: "bundles/\(name)"))
        let kept = try files(in: samples.appending(path: "aap/inbox/\(name)"))
        #expect(written.keys.sorted() == kept.keys.sorted())
        for (file, bytes) in kept { #expect(written[file] == bytes, "\(file)") }
    }

    /// The bytes of every file below a folder, by its path there.
    private func files(in folder: URL) throws -> [String: Data] {
        let paths = try FileManager.default.subpathsOfDirectory(atPath: folder.path)
        return paths.reduce(into: [:]) { $0[$1] = FileManager.default.contents(atPath: "\(folder.path)/\($1)") }
    }

    /// Whatever notation an agency uses, the XML says the same values.
    @Test(
        arguments: (try? FileManager.default.contentsOfDirectory(
            atPath: repository.appending(path: "samples/invoices").path
        ).sorted()) ?? [])
    func theXMLSaysWhatWasReceived(_ name: String) throws {
        guard let format = Formats.format(ofFile: name) else { return }
        let pack = try PolicyPack.embedded()
        var symbols = Symbols()
        let bytes = try Array(Data(contentsOf: repository.appending(path: "samples/invoices/\(name)")))
        let source = ByteSource(memory: bytes)
        let encoding = try FileScan.scan(source).encoding
        let reading = try format.read(source, encoding: encoding, services: pack.services, symbols: &symbols)
        let sound = reading.invoices.filter { $0.findings.isEmpty }.map { ($0, reading.lines[$0.lines]) }
        try expectSame(sound.map { (invoice: $0.0, lines: $0.1) }, symbols, pack)
    }

    private func expectSame(
        _ invoices: [(invoice: Invoice, lines: ArraySlice<InvoiceLine>)], _ symbols: Symbols, _ pack: PolicyPack
    ) throws {
        var again = Symbols()
        let written = InvoiceXML.bytes(invoices, symbols)
        let read = try XMLFormat.read(
            ByteSource(memory: written), encoding: .utf8, services: pack.services, symbols: &again)
        #expect(read.findings.isEmpty)
        let expected = invoices.map { InvoiceXML.values($0.invoice, $0.lines, symbols) }
        #expect(read.invoices.map { InvoiceXML.values($0, read.lines[$0.lines], again) } == expected)
    }

    /// Markup, quotes, line breaks within a cell, other alphabets: the text comes out as it went in.
    @Test(arguments: [
        "a & b < c > d", "she said \"\"no\"\" and it's so", "first\r\nsecond\tthird", "Zoë – école 家", "]]>", "&amp;",
        "\u{85}\u{2028}x", "\u{1F3E0}",
    ]) func aTextComesOutAsItWentIn(_ text: String) throws {
        let pack = try PolicyPack.embedded()
        let file = """
            form,invoice_number,provider_id,agreement_id,billing_month,invoice_date,invoice_total,line_number,child_id,\
            service_date,service,activity,description,hours,rate,amount,family_id
            AAP,"1&<2>","P ""1"" x",A'1,9/2026,9/30/2026,$1.00,1,"C&1",9/1/2026,"PF\t&\n<x>","\(text)","\(text)",1,1,1,"F<1"
            """
        var symbols = Symbols()
        let reading = try CSVFormat.read(
            ByteSource(memory: Array(file.utf8)), encoding: .utf8, services: pack.services, symbols: &symbols)
        #expect(reading.invoices.count == 1 && reading.invoices[0].findings.isEmpty)
        try expectSame(reading.invoices.map { ($0, reading.lines[$0.lines]) }, symbols, pack)
    }

    @Test func whatXMLCannotCarryGoesBackToItsAgency() throws {
        var office = try AAPOffice()
        try office.receive(
            "greenway.csv", provider: "P-109", number: "GW-90", agreement: "A-1801", child: "C-3801", total: "70.63",
            lines: [.init("9/15/2026", "home\u{1}visit", "1", "70.63")])
        office.reviews = ["P-109,GW-90,2026-10-01,2026-10-05,approved,AAP-2,"]
        let lines = try office.forward("2026-W41").lines
        #expect(lines.contains("sent back 1 invoice, 1 line, 1.00 h, $70.63"))
        #expect(try office.manifest("AAP-2026-W41-0001").totals.invoices == 0)
    }

    @Test func anInvoiceThatCannotBeReadGoesBackOnceAndItsCorrectionNeedsAReviewOfItsOwn() throws {
        var office = try AAPOffice()
        func receive(_ file: String, total: String) throws {
            try office.receive(
                file, provider: "P-109", number: "GW-90", agreement: "A-1801", child: "C-3801", total: total,
                lines: [.init("9/15/2026", "home visit", "1", "70.63")])
        }
        try receive("a.csv", total: "71.63")
        office.reviews = ["P-109,GW-90,2026-10-01,2026-10-05,approved,AAP-2,"]
        #expect(try office.forward("2026-W41").lines.contains("sent back 1 invoice, 1 line, 1.00 h, $70.63"))
        #expect(try office.forward("2026-W42").lines.contains("1 invoice sent back before, not corrected yet"))
        try receive("b.csv", total: "70.63")
        #expect(try office.forward("2026-W43").lines.contains("waiting   1 invoice, 1 line, 1.00 h, $70.63"))
        office.reviews.append("P-109,GW-90,2026-10-27,2026-10-27,approved,AAP-2,")
        #expect(try office.forward("2026-W44").lines.contains("forwarded 1 invoice, 1 line, 1.00 h, $70.63"))
    }

    @Test func aRegisterThatAAPLacksIsSaidSoAndItsRulesAreNotAsked() throws {
        let office = try AAPOffice.withFirstWeek()
        for name in ["agreements.csv", "children.csv"] {
            try FileManager.default.removeItem(atPath: office.folder.path("registers/\(name)"))
        }
        let lines = try office.forward("2026-W41").lines
        let said = try #require(lines.first { $0.hasPrefix("without ") })
        #expect(
            said.contains("agreements.csv") && said.contains("agreement_services.csv")
                && said.contains("child_events.csv"))
        let page = String(decoding: try office.content("AAP-2026-W41-0001").files["transmittal.html"]!, as: UTF8.self)
        #expect(page.contains("Of $1,200.71: $1,200.71 paid, $0.00 cut back or denied, $0.00 held."))
    }

    @Test(arguments: [
        ("provider_id,invoice_number\n", "The header has no column received_date."),
        (
            "provider_id,invoice_number,received_date,review_date,decision,reviewer\nP-1,1,2026-10-01,2026-10-05,yes,A\n",
            "line 2"
        ),
        (
            "provider_id,invoice_number,received_date,review_date,decision,reviewer\nP-1,1,2026-10-01,,approved,A\n",
            "line 2"
        ),
        (
            "provider_id,invoice_number,received_date,review_date,decision,reviewer\nP-1,1,10/1/2026,2026-10-05,approved,A\n",
            "line 2"
        ),
    ]) func reviewsThatCannotBeReadStopTheWeek(_ text: String, _ words: String) throws {
        let office = try AAPOffice.withFirstWeek()
        let job = try office.job("2026-W41")
        try text.write(toFile: job.reviews, atomically: true, encoding: .utf8)
        let stop = #expect(throws: Stop.self) { try Forwarding(job, pack: office.pack).run() }
        #expect(stop?.code == .unusableData && stop?.message.contains(words) == true)
        #expect(try FileManager.default.contentsOfDirectory(atPath: office.folder.path("bundles")).isEmpty)
    }

    @Test func anEarlierBundleThatWasChangedStopsTheWeek() throws {
        let office = try AAPOffice.withFirstWeek()
        try office.forward("2026-W41")
        let path = office.folder.path("bundles/AAP-2026-W41-0001/transmittal.html")
        try (String(contentsOfFile: path, encoding: .utf8) + " ").write(toFile: path, atomically: true, encoding: .utf8)
        let stop = #expect(throws: Stop.self) { try office.forward("2026-W42") }
        #expect(stop?.code == .unusableData)
    }

    @Test func aWeekBeforeTheLastIsRefused() throws {
        let office = try AAPOffice.withFirstWeek()
        try office.forward("2026-W42")
        #expect(#expect(throws: Stop.self) { try office.forward("2026-W41") }?.code == .usage)
    }

    /// Whatever step of the disk fails, no bundle is there; the step that gives it its name is the last that matters.
    @Test func aBundleIsThereWholeOrNotAtAll() throws {
        let office = try AAPOffice.withFirstWeek()
        let job = try office.job("2026-W41")
        var failing = 0
        while true {
            let steps = Steps(failing: failing)
            do {
                _ = try Forwarding(job, pack: office.pack, disk: Disk(before: { steps.fate($0) }, after: nil)).run()
                break
            } catch let stop as Stop {
                #expect(stop.code == .cannotWrite)
            }
            let names = try FileManager.default.contentsOfDirectory(atPath: office.folder.path("bundles"))
            if names.contains("AAP-2026-W41-0001") { break }
            #expect(names.isEmpty, "step \(failing) left \(names)")
            failing += 1
        }
        #expect(failing > 10)
        #expect(try Forwarding(job, pack: office.pack).run().lines.first?.contains("AAP-2026-W41-0001") == true)
    }

    /// Fails one change of the world, and those of clearing away after it not.
    private final class Steps: @unchecked Sendable {
        private let failing: Int
        private var count = 0

        init(failing: Int) { self.failing = failing }

        func fate(_ step: Disk.Step) -> Disk.Fate {
            guard step.isChange else { return .happens }
            defer { count += 1 }
            return count == failing ? .fails(28) : .happens
        }
    }

    @Test(arguments: [
        ("2026-W41", "2026-10-05", "2026-10-11"), ("2026-W01", "2025-12-29", "2026-01-04"),
        ("2026-W53", "2026-12-28", "2027-01-03"), ("2020-W53", "2020-12-28", "2021-01-03"),
    ]) func weeksAreThoseOfISO8601(_ text: String, _ first: String, _ last: String) throws {
        let week = try #require(BundleWeek(text))
        #expect(week.first.description == first && week.last.description == last && week.description == text)
    }

    @Test(arguments: ["2025-W53", "2026-W00", "2026-W54", "2026-w41", "2026W41", "26-W41", "2026-W4", "0000-W01", ""])
    func otherWeeksAreNone(_ text: String) { #expect(BundleWeek(text) == nil) }
}
