import Foundation

@testable import Billing

/// AAP and the Subsidy Unit in one folder: agencies' invoices, AAP's reviews, bundles, and the inbox of the nights.
struct AAPOffice {
    let folder: Folder
    /// Rows of AAP's register, without its header.
    var reviews: [String] = []
    var pack: PolicyPack

    static let registers = repository.appending(path: "samples/registers").path

    init() throws {
        folder = try Folder()
        pack = try PolicyPack.embedded()
        for name in ["invoices", "bundles", "inbox"] {
            try FileManager.default.createDirectory(atPath: folder.path(name), withIntermediateDirectories: true)
        }
        // The sample month's own reviews are others' invoices; AAP's word comes in bundles alone.
        try FileManager.default.copyItem(atPath: Self.registers, toPath: folder.path("registers"))
        try "provider_id,invoice_number,received_date,review_date,decision,reviewer\n"
            .write(toFile: folder.path("registers/aap_reviews.csv"), atomically: true, encoding: .utf8)
    }

    /// One line of an invoice, in whatever notation: date, activity, hours, amount.
    struct Line {
        var day: String
        var activity: String
        var hours: String
        var amount: String

        init(_ day: String, _ activity: String, _ hours: String, _ amount: String) {
            self.day = day
            self.activity = activity
            self.hours = hours
            self.amount = amount
        }
    }

    /// An agency's file with one invoice, as a spreadsheet writes it.
    func receive(
        _ file: String, provider: String, number: String, agreement: String, child: String, total: String,
        date: String = "9/30/2026", form: String = "aap", replaces: String = "", lines: [Line]
    ) throws {
        var rows = [
            "form,invoice_number,provider_id,agreement_id,billing_month,invoice_date,invoice_total,line_number,child_id,"
                + "service_date,service,activity,hours,rate,amount,worker,replaces"
        ]
        for (index, line) in lines.enumerated() {
            rows.append(
                "\(form),\(number),\(provider),\(agreement),Sep-26,\(date),\(total),\(index + 1),\(child),\(line.day),PF,"
                    + "\"\(line.activity)\",\(line.hours),$70.63,\(line.amount),W-9,\(replaces)")
        }
        try rows.joined(separator: "\r\n").write(
            toFile: folder.path("invoices/\(file)"), atomically: true, encoding: .utf8)
    }

    func job(_ week: String, key: String? = nil) throws -> ForwardJob {
        let text =
            "provider_id,invoice_number,received_date,review_date,decision,reviewer,reason\n"
            + reviews.joined(separator: "\n") + "\n"
        try text.write(toFile: folder.path("reviews.csv"), atomically: true, encoding: .utf8)
        return ForwardJob(
            invoices: folder.path("invoices"), reviews: folder.path("reviews.csv"),
            registers: folder.path("registers"), out: folder.path("bundles"), week: BundleWeek(week)!, signingKey: key)
    }

    @discardableResult
    func forward(_ week: String, key: String? = nil) throws -> ForwardSummary {
        try Forwarding(job(week, key: key), pack: pack).run()
    }

    /// Sends a bundle to the Subsidy Unit as it is.
    func send(_ bundle: String) throws {
        try FileManager.default.copyItem(
            atPath: folder.path("bundles/\(bundle)"), toPath: folder.path("inbox/\(bundle)"))
    }

    @discardableResult
    func night(_ asOf: String, disk: Disk = Disk()) throws -> Summary {
        let job = Job(
            registers: folder.path("registers"), inbox: folder.path("inbox"), out: folder.path("out"),
            store: folder.path("store.sqlite"), asOf: Day(iso: asOf)!, archive: folder.path("archive"),
            program: "invoice-batch")
        return try Batch(job, pack: pack, disk: disk, clock: { 1_791_763_200 }).run()
    }

    func report(_ name: String) throws -> [[String: String]] {
        try Table(contentsOf: folder.url.appending(path: "out/latest/\(name)")).rows
    }

    func manifest(_ bundle: String) throws -> BundleManifest {
        let bytes = try Data(contentsOf: folder.url.appending(path: "bundles/\(bundle)/manifest.csv"))
        guard let manifest = BundleManifest(Array(bytes)) else { throw Missing(what: bundle) }
        return manifest
    }

    func content(_ bundle: String) throws -> BundleContent {
        try BundleDirectory.content(of: folder.path("bundles/\(bundle)"), Disk())
    }

    struct Missing: Error { var what: String }
}

extension AAPOffice {
    /// Two agencies' first invoices: one of each is approved, one is sent back, one waits.
    static func withFirstWeek() throws -> AAPOffice {
        var office = try AAPOffice()
        try office.receive(
            "greenway-1.csv", provider: "P-109", number: "GW-90", agreement: "A-1801", child: "C-3801",
            total: "\"$1,059.45\"",
            lines: [
                Line("9/15/2026", "home visit", "1:30", "$105.95"),
                Line("2026-09-16", "home visit", "13.5", "\"$953.50\""),
            ])
        try office.receive(
            "whitcomb-1.csv", provider: "P-111", number: "WF-110", agreement: "A-2002", child: "C-4002",
            total: "141.26",
            lines: [Line("9/10/2026 0:00", "home visit", "2:00:00", "141.26")])
        try office.receive(
            "whitcomb-2.csv", provider: "P-111", number: "wf-111", agreement: "A-2002", child: "C-4002", total: "70.63",
            lines: [Line("9/11/2026", "typing notes", "1", "70.63")])
        try office.receive(
            "greenway-2.csv", provider: "P-109", number: "GW-91", agreement: "A-1803", child: "C-3804", total: "35.32",
            lines: [Line("9/17/2026", "telephone call", ".5", "35.32")])
        office.reviews = [
            "P-109,gw-90,2026-10-01,2026-10-05,approved,AAP-2,", "P-111,WF-110,2026-10-02,2026-10-06,approved,AAP-4,",
            "P-111,WF-111,2026-10-02,2026-10-06,returned,AAP-4,Line 1 is typing, which is never paid",
            "P-109,GW-91,2026-10-02,,,,",
        ].map { $0.replacing("typing, which", with: "typing; which") }
        return office
    }
}
