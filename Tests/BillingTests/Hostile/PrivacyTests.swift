import Foundation
import Glibc
import Testing

@testable import Billing

/// No child's id, no worker, no family, no free text leaves the reports: every command is started on a corpus in which
/// all of these bear a mark, in nights that end well and in such that don't.
@Suite("What the program says aloud", .serialized, .timeLimit(.minutes(patience)))
struct PrivacyTests {
    /// Each in capitals and unlike any word of the program's.
    static let marks = ["KINDMARKE", "WERKMARKE", "SIPPMARKE", "TEXTMARKE"]

    /// A log line of either kind, an error sentence, and how the command is used.
    private static var logLine: Regex<AnyRegexOutput> {
        get throws { try Regex(#"(\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ [a-z]+ .*|\{"time":.*\}|invoice-batch: .*|(Error|Help|Usage|  See).*)"#) }
    }

    let month: SampleMonth

    init() throws {
        month = try SampleMonth()
        let inbox = month.folder.path("inbox")
        try FileManager.default.createDirectory(atPath: inbox, withIntermediateDirectories: true)
        let columns = EndlessFile.header + ",worker,description,family_id,TEXTMARKE\n"
        let line = "KINDMARKE,2026-09-08,PP,TEXTMARKE,1,1,1,WERKMARKE,TEXTMARKE,SIPPMARKE,"
        let long = String(repeating: "KINDMARKE", count: 5)
        let files = [
            "good.csv": columns + "AAP,1,P-101,A-1001,2026-09,2026-09-30,1,1,\(line)\n",
            "values.csv": columns + "TEXTMARKE,2,P-101,A-1001,2026-09,2026-09-30,1,1,\(long)\(line)\n",
            "quote.csv": columns + "\"KINDMARKE TEXTMARKE",
            "element.xml": "<Invoices xmlns='urn:ct-dcf:ppsp:invoice:1'><KINDMARKE TEXTMARKE='WERKMARKE'/></Invoices>",
            "torn.xml": "<TEXTMARKE KINDMARKE=\"",
            "entity.xml": "<Invoices xmlns='urn:ct-dcf:ppsp:invoice:1'>&TEXTMARKE;</Invoices>",
        ]
        // Bytes that are no text, of which libraries like to speak aloud.
        try Data(utf16("<?xml version='1.0' encoding='UTF-16'?><a>TEXTMARKE") + [0x00, 0xD8, 0x3C, 0x00]).write(
            to: URL(filePath: "\(inbox)/half.xml"))
        for (name, text) in files { try text.write(toFile: "\(inbox)/\(name)", atomically: true, encoding: .utf8) }
        let children = month.folder.path("registers-1/children.csv")
        try (String(contentsOfFile: children, encoding: .utf8) + "KINDMARKE,2016-05-04\nKINDMARKE,TEXTMARKE\n").write(
            toFile: children, atomically: true, encoding: .utf8)
        try """
        provider_id,invoice_number,line_number,action,rule,decided_by,decided_on,reason
        P-101,1,1,deny,,WERKMARKE,2026-10-01,TEXTMARKE KINDMARKE
        P-101,TEXTMARKE,KINDMARKE,TEXTMARKE,TEXTMARKE,WERKMARKE,TEXTMARKE,TEXTMARKE
        """.write(toFile: month.folder.path("dispositions.csv"), atomically: true, encoding: .utf8)
    }

    /// Starts `run` with other options than the usual, once with log lines as text and once as JSON.
    private func run(_ code: Int32, _ change: [String: String?] = [:], more: [String] = []) throws {
        var options: [String: String?] = [
            "--registers": month.folder.path("registers-1"), "--inbox": month.folder.path("inbox"),
            "--out": month.folder.path("out"), "--store": month.folder.path("store.sqlite"), "--as-of": "2026-10-12",
            "--dispositions": month.folder.path("dispositions.csv"),
        ]
        options.merge(change) { $1 }
        let words = options.sorted { $0.key < $1.key }.flatMap { key, value in value.map { [key, $0] } ?? [] }
        for log in [[], ["--json-log"]] {
            let started = try StartedProgram(["run"] + words + more + log)
            #expect(started.code == code, "\(started.errors)")
            expectNoMark(started.output + started.errors, "run \(change) \(more + log)")
            for line in started.errors.split(separator: "\n") {
                #expect(try line.wholeMatch(of: Self.logLine) != nil, "not the program's own: \(line)")
            }
        }
    }

    private func expectNoMark(_ text: String, _ what: String) {
        for mark in Self.marks { #expect(!text.uppercased().contains(mark), "\(what): \(text)") }
    }

    /// Writes another text in place of a file's, runs, and puts the old one back.
    private func run(_ code: Int32, with file: String, _ text: String) throws {
        let path = month.folder.path(file)
        let before = FileManager.default.contents(atPath: path)
        try text.write(toFile: path, atomically: true, encoding: .utf8)
        try run(code)
        try before?.write(to: URL(filePath: path))
    }

    @Test("names nobody, however the night ends")
    func run() throws {
        try run(0, more: ["--dry-run"])
        try run(0, ["--archive": month.folder.path("archive")])
        try run(64, ["--as-of": "2026-10-11"])
        try run(64, ["--as-of": "KIND"])
        try run(65, with: "registers-1/children.csv", "child_id\nKINDMARKE\n")
        try run(65, with: "registers-1/children.csv", "child_id,date_of_birth\n,TEXTMARKE KINDMARKE\n")
        try run(65, with: "registers-1/children.csv", "child_id,date_of_birth\n\"KINDMARKE\"TEXTMARKE\n")
        try run(
            65, with: "registers-1/opening_balances.csv",
            "agreement_id,service,child_id,form,hours,amount,through_date\nA-1001,PP,KINDMARKE,TEXTMARKE,x,y,z\n")
        try run(65, with: "dispositions.csv", "TEXTMARKE,WERKMARKE\nKINDMARKE\n")
        try run(65, with: "dispositions.csv", "provider_id\n\"KINDMARKE")
        try run(65, ["--store": month.folder.path("registers-1/children.csv")])
        try run(65, ["--policy": month.folder.path("registers-1")])
        try run(66, ["--inbox": month.folder.path("nowhere")])
        try run(66, ["--registers": month.folder.path("nowhere")])
        try run(73, ["--out": month.folder.path("dispositions.csv/out"), "--store": month.folder.path("other.sqlite")])
        try run(74, ["--inbox": month.folder.path("dispositions.csv")])
        let lock = try KernelLock(storeAt: month.folder.path("store.sqlite"))
        try run(75)
        withExtendedLifetime(lock) {}
    }

    @Test("says what it holds to those who ask, and nothing aloud")
    func otherCommands() throws {
        try run(0)
        let store = ["--store", month.folder.path("store.sqlite")]
        let inbox = month.folder.path("inbox")
        let files = try FileManager.default.contentsOfDirectory(atPath: inbox).sorted().map { "\(inbox)/\($0)" }
        let commands = try StartedProgram.subcommands().filter { $0 != "run" && $0 != "help" }
        #expect(!commands.isEmpty)
        for command in commands {
            for arguments in [
                [], store, files, ["P-101", "1"] + store, ["P-101", "TEXTMARKE-no"] + store, ["--help"],
            ] {
                let started = try StartedProgram([command] + arguments)
                #expect([0, 1, 64, 65, 66, 74].contains(started.code), "\(command) \(arguments): \(started.code)")
                let asked =
                    arguments.contains("TEXTMARKE-no")
                    ? started.errors.replacing("TEXTMARKE-no", with: "") : started.errors
                expectNoMark(asked, command)
            }
        }
    }

    @Test("writes it into no file's name")
    func fileNames() throws {
        try run(0, ["--archive": month.folder.path("archive")])
        for name in try FileManager.default.subpathsOfDirectory(atPath: month.folder.url.path) {
            expectNoMark(name, "a file's name")
        }
        let exceptions = month.folder.path("out/latest/exceptions.csv")
        let told = try String(contentsOfFile: exceptions, encoding: .utf8)
        #expect(told.contains("KINDMARKE") && told.contains("TEXTMARKE"), "the reports tell what the log must not")
    }
}
