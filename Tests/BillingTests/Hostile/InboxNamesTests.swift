import Foundation
import Glibc
import Testing

@testable import Billing

/// What may lie in an inbox under the name of an invoice file: nothing of it is followed, waited for or passed over in
/// silence.
@Suite("Names in an inbox", .serialized, .timeLimit(.minutes(patience)))
struct InboxNamesTests {
    let month: SampleMonth
    let inbox: String

    init() throws {
        month = try SampleMonth()
        inbox = month.folder.path("inbox")
        try FileManager.default.createDirectory(atPath: inbox, withIntermediateDirectories: true)
    }

    /// An empty file of invoices whose bytes are its own: copies of one are skipped.
    private func put(_ name: String) throws {
        let text = EndlessFile.header + "\n" + String(repeating: "\n", count: try count(in: inbox) + 1)
        try text.write(toFile: "\(inbox)/\(name)", atomically: false, encoding: .utf8)
    }

    private func count(in directory: String) throws -> Int {
        try FileManager.default.contentsOfDirectory(atPath: directory).count
    }

    /// The names and statuses of files.csv.
    private func run(_ change: (inout Job) -> Void = { _ in }) throws -> [String: String] {
        try month.run(1) { job in
            job.inbox = inbox
            change(&job)
        }
        let table = try Table(contentsOf: month.folder.url.appending(path: "out/latest/files.csv"))
        return Dictionary(uniqueKeysWithValues: table.rows.map { ($0["file"]!, $0["status"]!) })
    }

    @Test("links, pipes, sockets and folders are reported and left alone")
    func noRegularFiles() throws {
        try put("plain.csv")
        let secret = month.folder.path("secret.csv")
        try EndlessFile.header.write(toFile: secret, atomically: true, encoding: .utf8)
        symlink(secret, "\(inbox)/link.csv")
        symlink("/etc/passwd", "\(inbox)/passwd.xml")
        symlink(month.folder.path("nowhere"), "\(inbox)/dangling.csv")
        symlink("loop.csv", "\(inbox)/loop.csv")
        mkfifo("\(inbox)/pipe.csv", 0o600)
        mkdir("\(inbox)/folder.xml", 0o700)
        let descriptor = try bindSocket("\(inbox)/socket.csv")
        defer { close(descriptor) }

        #expect(
            try run() == [
                "plain.csv": "accepted", "link.csv": "rejected", "passwd.xml": "rejected", "dangling.csv": "rejected",
                "loop.csv": "rejected", "pipe.csv": "rejected", "folder.xml": "rejected", "socket.csv": "rejected",
            ])
        let exceptions = try Table(contentsOf: month.folder.url.appending(path: "out/latest/exceptions.csv"))
        let reported = exceptions.rows.filter { $0["rule"] == "file-unreadable" }
        #expect(reported.count == 7)
        #expect(reported.allSatisfy { $0["expected"] == "a regular file" })
    }

    private func bindSocket(_ path: String) throws -> Int32 {
        let descriptor = socket(AF_UNIX, Int32(SOCK_STREAM.rawValue), 0)
        var address = sockaddr_un()
        address.sun_family = sa_family_t(AF_UNIX)
        withUnsafeMutableBytes(of: &address.sun_path) { $0.copyBytes(from: path.utf8.prefix(107)) }
        let size = socklen_t(MemoryLayout<sockaddr_un>.size)
        let result = withUnsafePointer(to: &address) {
            $0.withMemoryRebound(to: sockaddr.self, capacity: 1) { bind(descriptor, $0, size) }
        }
        try #require(result == 0 && path.utf8.count < 108)
        return descriptor
    }

    @Test("names of odd characters are names")
    func oddNames() throws {
        let names = [
            "-rf.csv", "--out.csv", "a b.csv", "a\nb.csv", "a\tb.csv", "a\u{1B}[2Jb.csv", "a,\"b\".csv", "=cmd.csv",
            "$(id).csv", "%s%n.csv", "né.csv", "🧒.csv", "CAPITALS.CSV",
            String(repeating: "x", count: 251) + ".csv",
        ]
        for name in names { try put(name) }
        let found = try run { $0.archive = month.folder.path("archive") }
        #expect(found == Dictionary(uniqueKeysWithValues: names.map { ($0, "accepted") }))
        #expect(try count(in: inbox) == 0)
        #expect(
            try Set(FileManager.default.contentsOfDirectory(atPath: month.folder.path("archive/accepted")))
                == Set(names))
    }

    @Test("a name that is not UTF-8 is reported, and nothing is read under it")
    func notUTF8() throws {
        try put("plain.csv")
        let name: [UInt8] = Array("\(inbox)/caf".utf8) + [0xE9] + Array(".csv".utf8) + [0]
        let descriptor = name.withUnsafeBufferPointer {
            open(UnsafeRawPointer($0.baseAddress!).assumingMemoryBound(to: CChar.self), O_CREAT | O_WRONLY, 0o600)
        }
        try #require(descriptor >= 0)
        close(descriptor)
        let found = try run { $0.archive = month.folder.path("archive") }
        #expect(found == ["plain.csv": "accepted", "caf\u{FFFD}.csv": "rejected"])
        #expect(try run() == ["caf\u{FFFD}.csv": "rejected"], "it stays, and is reported again")
    }

    @Test("other names are not looked at")
    func otherNames() throws {
        for name in [".hidden.csv", "a.csv.part", "b.xml.tmp", "c.csv.filepart", "d.txt", "csv", ".csv"] {
            try put(name)
        }
        #expect(try run() == [:])
        #expect(try count(in: inbox) == 7)
    }

    @Test("the longest name finds a place in the archive, though it is taken")
    func longestName() throws {
        let archive = month.folder.path("archive")
        let name = String(repeating: "é", count: 125) + "x.csv"
        #expect(name.utf8.count == 255)
        for night in 1...3 {
            try put(name)
            try Data("\(EndlessFile.header)\n\(String(repeating: "\n", count: night))".utf8)
                .write(to: URL(filePath: "\(inbox)/\(name)"))
            #expect(try run { $0.archive = archive } == [name: "accepted"])
        }
        let archived = try FileManager.default.contentsOfDirectory(atPath: archive + "/accepted")
        #expect(archived.count == 3)
        #expect(archived.allSatisfy { $0.utf8.count <= 255 && $0.hasSuffix(".csv") })
    }

    @Test("a pipe in place of a register or of the dispositions is not waited for")
    func pipes() throws {
        mkfifo(month.folder.path("pipe"), 0o600)
        #expect(throws: Stop.self) { try run { $0.dispositions = month.folder.path("pipe") } }
        let register = month.folder.path("registers-1/rates.csv")
        try FileManager.default.removeItem(atPath: register)
        mkfifo(register, 0o600)
        do {
            _ = try run()
            Issue.record("a pipe was read")
        } catch let stop as Stop {
            #expect(stop.code == .unusableData)
            #expect(stop.message.contains("rates.csv: There is no regular file under this name"))
        }
    }

    @Test("nor one in a policy pack; a link to a file of the department's own is followed", arguments: [0, 1])
    func pack(which: Int) throws {
        let pack = month.folder.path("pack")
        try FileManager.default.copyItem(
            atPath: repository.appending(path: "Sources/Billing/Policy/Packs").path, toPath: pack)
        let file = "\(pack)/\(PolicyPack.fileNames[which])"
        try FileManager.default.moveItem(atPath: file, toPath: month.folder.path("elsewhere.yaml"))
        symlink(month.folder.path("elsewhere.yaml"), file)
        #expect(try PolicyPack.load(pack).name == PolicyPack.embedded().name)
        for stranger in ["pipe", "/dev/zero", "nowhere", "loop"] {
            unlink(file)
            switch stranger {
            case "pipe": mkfifo(file, 0o600)
            case "loop": symlink(PolicyPack.fileNames[which], file)
            default: symlink(stranger, file)
            }
            let stop = #expect(throws: Stop.self, "\(stranger)") { try PolicyPack.load(pack) }
            #expect(stop?.code == .unusableData)
            #expect(stop?.message.contains("has no readable file \(PolicyPack.fileNames[which])") == true)
        }
    }

    @Test("a register that is a link is followed, where it ends in a file")
    func linkedRegister() throws {
        let register = month.folder.path("registers-1/rates.csv")
        try FileManager.default.moveItem(atPath: register, toPath: month.folder.path("exported.csv"))
        symlink(month.folder.path("exported.csv"), register)
        #expect(try run() == [:])
        unlink(register)
        symlink("/dev/zero", register)
        #expect(throws: Stop.self) { try run() }
        unlink(register)
        symlink("rates.csv", register)
        let stop = #expect(throws: Stop.self) { try run() }
        #expect(stop?.code == .cannotRead)
    }

    @Test("an error sentence stays on its line and steers no terminal")
    func onOneLine() throws {
        let started = try StartedProgram([
            "run", "--registers", month.folder.path("registers-1"), "--inbox", "no\nwhere\u{1B}[2J", "--out",
            month.folder.path("out"), "--store", month.folder.path("store.sqlite"), "--as-of", "2026-10-12",
        ])
        #expect(started.code == 66)
        #expect(
            started.errors.hasSuffix(
                "The inbox no\\nwhere\\u{1B}[2J is missing. Create it, or name another with --inbox.\n"))
        #expect(!started.errors.contains("\u{1B}"))
    }
}
