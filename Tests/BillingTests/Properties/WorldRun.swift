import Foundation
import Synchronization
import Testing

@testable import Billing

/// What came of a world: the reports of its nights, as they were written.
struct WorldRun: Sendable {
    var nights: [NightReports]

    /// One night's reports by name.
    struct NightReports: Sendable {
        var texts: [String: String]

        /// A CSV report.
        func rows(_ file: String) -> [ReportRow] { ReportRow.rows(texts[file] ?? "") }
    }

    /// The reports for machines; the others tell people the same.
    static let tables = Reports(files: Reports.all.filter { $0.fileName.hasSuffix(".csv") }, sets: [])

    /// Runs every night of a world, each with an inbox of its own, in a directory that is gone afterwards.
    ///
    /// - Parameter isProved: whether the store is proved behind every night.
    init(_ world: RandomWorld, threads: Int = 2, reports: Reports = tables, isProved: Bool = false) throws {
        let directory = Self.place + "/invoice-batch-\(UUID().uuidString)"
        let registers = directory + "/registers"
        try FileManager.default.createDirectory(atPath: registers, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(atPath: directory) }
        nights = []
        var written: RegisterRows?
        for (number, night) in world.nights.enumerated() {
            if night.registers != written { try night.registers.write(to: registers) }
            written = night.registers
            let job = try Self.job(night, number, in: directory, registers, threads: threads)
            var batch = Batch(job, pack: world.pack, clock: { 0 })
            batch.reports = reports
            try batch.run()
            if isProved { _ = try Verification.verify(job.store, out: nil) }
            nights.append(try Self.reports("\(directory)/out/latest"))
        }
    }

    /// A directory in memory where there is one: what these tests ask of a disk is only that it holds what it was
    /// given.
    private static let place: String = {
        FileManager.default.isWritableFile(atPath: "/dev/shm") ? "/dev/shm" : NSTemporaryDirectory()
    }()

    private static func job(
        _ night: RandomWorld.Night, _ number: Int, in directory: String, _ registers: String, threads: Int
    ) throws -> Job {
        let inbox = "\(directory)/inbox-\(number)"
        try FileManager.default.createDirectory(atPath: inbox, withIntermediateDirectories: true)
        for file in night.files { try Data(file.text.utf8).write(to: URL(filePath: "\(inbox)/\(file.name)")) }
        var job = Job(
            registers: registers, inbox: inbox, out: directory + "/out", store: directory + "/store.sqlite",
            asOf: night.asOf, threads: threads, program: "invoice-batch")
        if !night.dispositions.isEmpty {
            let header = "provider_id,invoice_number,line_number,action,rule,decided_by,decided_on,reason"
            let rows = night.dispositions.map {
                "\($0.provider),\($0.number),\($0.line),\($0.action),\($0.rule),JD,\($0.day),as agreed"
            }
            let path = "\(directory)/dispositions-\(number).csv"
            try Data(([header] + rows).joined(separator: "\n").utf8).write(to: URL(filePath: path))
            job.dispositions = path
        }
        return job
    }

    private static func reports(_ directory: String) throws -> NightReports {
        var texts: [String: String] = [:]
        let directory = URL(filePath: directory).resolvingSymlinksInPath().path
        for name in try FileManager.default.subpathsOfDirectory(atPath: directory) {
            guard let data = FileManager.default.contents(atPath: "\(directory)/\(name)") else { continue }
            texts[name] = String(decoding: data, as: UTF8.self)
        }
        try #require(texts["decisions.csv"] != nil && texts["run.json"] != nil)
        return NightReports(texts: texts)
    }

    /// A seed's world as it is and what came of it, worked out once for all properties that begin with it.
    static func base(_ seed: Int, _ kind: RandomWorld.Kind = .full) throws -> (world: RandomWorld, run: WorldRun) {
        let world = try RandomWorld.made(seed, kind)
        let key = "\(kind) \(seed)"
        if let known = kept.withLock({ $0[key] }) { return (world, known) }
        let run = try WorldRun(world)
        kept.withLock { $0[key] = run }
        return (world, run)
    }

    private static let kept = Mutex<[String: WorldRun]>([:])
}

/// A row of a report, its cells by column.
struct ReportRow: Hashable, Sendable {
    let columns: [Substring]
    let cells: [String]

    subscript(_ column: String) -> String {
        guard let place = columns.firstIndex(of: Substring(column)) else { preconditionFailure("no column \(column)") }
        return cells[place]
    }

    /// Money or hours in hundredths.
    func hundredths(_ column: String) -> Int { Self.hundredths(self[column]) }

    /// `-1.05` as -105.
    static func hundredths(_ text: String) -> Int { Int(text.filter { $0 != "." }) ?? 0 }

    /// What tells a line to the reader.
    var line: String { "\(self["provider_id"]) \(self["invoice_number"]) line \(self["line_number"])" }

    func without(_ columns: String...) -> [String] {
        zip(self.columns, cells).filter { !columns.contains(String($0.0)) }.map { $0.1 }
    }

    /// The rows of a CSV text below its header.
    static func rows(_ text: String) -> [ReportRow] {
        let lines = text.split(separator: "\n")
        let columns = lines[0].split(separator: ",")
        return lines.dropFirst().map { ReportRow(columns: columns, cells: cells($0)) }
    }

    private static func cells(_ line: Substring) -> [String] {
        var cells = [""]
        var isQuoted = false
        for letter in line {
            switch letter {
            case "\"": isQuoted.toggle()
            case "," where !isQuoted: cells.append("")
            default: cells[cells.count - 1].append(letter)
            }
        }
        return cells
    }
}
