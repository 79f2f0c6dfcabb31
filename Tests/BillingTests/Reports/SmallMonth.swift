import Foundation

@testable import Billing

/// A made-up office of a few agencies: `M` stands in every id, name and text of each, so that whatever is found of it
/// elsewhere is known to be its.
struct SmallMonth {
    let folder: Folder
    private static let clock: @Sendable () -> Int = { 1_791_763_200 }

    static let header = """
        form,invoice_number,provider_id,agreement_id,billing_month,invoice_date,invoice_total,line_number,child_id,\
        service_date,service,activity,hours,rate,amount,worker,description,replaces
        """

    /// What stands in the registers for an agency; `M` is its mark.
    private static let registers = [
        "providers.csv": ["P-M,M Family Services,06-M,child_placing_agency,CT,S-M"],
        "licenses.csv": ["P-M,L-M,CT,2020-01-01,"],
        "contracts.csv": ["K-M,P-M,2025-07-01,2028-06-30,,"],
        "rates.csv": ["K-M,2025-07-01,70.63"],
        "children.csv": ["C-M,2016-05-04"],
        "child_events.csv": ["C-M,opened,2025-01-10"],
        "agreements.csv": ["A-M,0,P-M,K-M,2026-06-01,2027-02-28,2026-06-01,0,"],
        "agreement_children.csv": ["A-M,C-M", "A-M,C-BOTH"],
        "agreement_services.csv": ["A-M,0,placement-planning,60.00,4237.80", "A-M,0,home-study,30.00,2118.90"],
        "agreement_signatures.csv": ["provider", "social_worker", "supervisor", "regional_administrator"].map {
            "A-M,0,\($0),2026-05-28"
        },
    ]

    /// A child that stands on every agency's agreement.
    private static let shared = [
        "children.csv": ["C-BOTH,2016-05-04"], "child_events.csv": ["C-BOTH,opened,2025-01-10"],
    ]

    /// - Parameters:
    ///   - agencies: their marks.
    ///   - more: further rows of registers.
    init(_ agencies: [String], more: [String: [String]] = [:]) throws {
        folder = try Folder()
        try FileManager.default.createDirectory(
            atPath: folder.path("registers"), withIntermediateDirectories: true)
        for (file, columns) in RegisterFolder.headers {
            var rows = [columns.joined(separator: ",")]
            for agency in agencies {
                rows += (Self.registers[file] ?? []).map { $0.replacing("M", with: agency) }
            }
            rows += (Self.shared[file] ?? []) + (more[file] ?? [])
            try write(rows, to: "registers/\(file)")
        }
    }

    func write(_ rows: [String], to name: String) throws {
        let url = folder.url.appending(path: name)
        try FileManager.default.createDirectory(
            at: url.deletingLastPathComponent(), withIntermediateDirectories: true)
        try Data((rows.joined(separator: "\n") + "\n").utf8).write(to: url)
    }

    /// Runs a night on the files in `inbox-<day>`.
    ///
    /// - Parameter day: the as-of date's day in October 2026.
    /// - Returns: the run's files by their path.
    @discardableResult
    func run(
        _ day: Int, _ number: Int, dispositions: String? = nil, pack: PolicyPack? = nil
    ) throws -> [String: String] {
        try FileManager.default.createDirectory(
            atPath: folder.path("inbox-\(day)"), withIntermediateDirectories: true)
        let job = Job(
            registers: folder.path("registers"), inbox: folder.path("inbox-\(day)"), out: folder.path("out"),
            store: folder.path("store.sqlite"), asOf: Day(year: 2026, month: 10, day: day)!,
            dispositions: dispositions.map { folder.path($0) }, program: "invoice-batch")
        _ = try Batch(job, pack: pack ?? .embedded(), clock: Self.clock).run()
        let run = "out/2026-10-\(day.padded(to: 2))-\(number.padded(to: 4))"
        return try SampleMonth.files(in: folder.url.appending(path: run))
            .mapValues { String(decoding: $0, as: UTF8.self) }
    }
}
