import Foundation
import GRDB
import Testing

@testable import Billing

/// `backup`: a sound copy of the store, whatever runs do meanwhile.
@Suite struct BackupTests {
    let folder: Folder

    init() throws { folder = try Folder() }

    @Test func theCopyIsNamedAfterTheLastRunAndHoldsAllOfIt() throws {
        let store = try SampleStore.shared.get()
        var told: [(Int, Int)] = []
        let backup = try Store.backup(store.path, to: folder.url.path) { told.append(($0, $1)) }
        #expect(backup.path == folder.path("store-2026-10-19-0002.sqlite"))
        #expect(backup.text.hasPrefix("backup of run 2026-10-19-0002 in "))
        #expect(told.last.map { $0.0 == $0.1 && $0.0 > 100_000 } == true)
        // One file and no companions, for its owner alone.
        #expect(try FileManager.default.contentsOfDirectory(atPath: folder.url.path) == ["store-2026-10-19-0002.sqlite"])
        let rights = try FileManager.default.attributesOfItem(atPath: backup.path)[.posixPermissions] as? Int
        #expect(rights == 0o600)
        #expect(try Store.backup(store.path, to: folder.path("")).text == "nothing new since \(backup.path)\n")
        let copy = try Store.openForReading(backup.path)
        #expect(try copy.runs().json == store.open().runs().json)
        #expect(
            try copy.explain(provider: "P-101", number: "HL-2609-06", line: 8, pack: ownPack.get()).json
                == store.open().explain(provider: "P-101", number: "HL-2609-06", line: 8, pack: ownPack.get()).json)
    }

    /// Put in the place of a lost store, the copy goes on as the store would have.
    @Test func aRunGoesOnFromTheCopy() throws {
        let month = try SampleMonth()
        try month.run(1)
        _ = try Store.backup(month.folder.path("store.sqlite"), to: folder.path("copy.sqlite"))
        try month.run(2)
        let wanted = try month.reports("2026-10-19-0002")["decisions.csv"]
        try month.run(2) {
            $0.store = folder.path("copy.sqlite")
            $0.out = folder.path("out")
        }
        let written = try Data(contentsOf: folder.url.appending(path: "out/2026-10-19-0002/decisions.csv"))
        #expect(written == wanted)
    }

    @Test func noFileGivesWay() throws {
        let store = try SampleStore.shared.get()
        let target = folder.path("copy.sqlite")
        _ = try Store.backup(store.path, to: target)
        #expect { try Store.backup(store.path, to: target) } throws: { ($0 as? Stop)?.code == .cannotWrite }
        #expect { try Store.backup(store.path, to: folder.path("nowhere/copy.sqlite")) } throws: {
            ($0 as? Stop)?.code == .cannotWrite
        }
        #expect { try Store.backup(folder.path("none.sqlite"), to: folder.path("b")) } throws: {
            ($0 as? Stop)?.code == .missingInput
        }
    }

    /// While another connection is in the middle of posting, the copy has what was posted before it.
    @Test func aRunMayPostMeanwhile() throws {
        let month = try SampleMonth()
        try month.run(1)
        let store = try Store.open(month.folder.path("store.sqlite"))
        try store.queue.writeWithoutTransaction { database in
            try database.beginTransaction(.immediate)
            try database.execute(sql: "DELETE FROM open_items")
            _ = try Store.backup(month.folder.path("store.sqlite"), to: folder.path("copy.sqlite"))
            try database.rollback()
        }
        let held = try Store.openForReading(folder.path("copy.sqlite")).queue.read {
            try Int.fetchOne($0, sql: "SELECT count(*) FROM open_items")
        }
        #expect(held == 38)
    }

    @Test func aCopyThatIsNotSoundIsNotKept() throws {
        let month = try SampleMonth()
        try month.run(1)
        let path = month.folder.path("store.sqlite")
        var bytes = try Data(contentsOf: URL(filePath: path))
        let page = bytes.count / 2 / 4096 * 4096
        bytes.replaceSubrange(page..<page + 2048, with: Data(repeating: 0x5A, count: 2048))
        try bytes.write(to: URL(filePath: path))
        #expect { try Store.backup(path, to: folder.path("copy.sqlite")) } throws: {
            ($0 as? Stop)?.code == .unusableData
        }
        #expect(try FileManager.default.contentsOfDirectory(atPath: folder.url.path) == [])
    }

    @Test(arguments: ["none/", "none/copy.sqlite"]) func aPlaceThatIsNotThere(_ place: String) throws {
        let month = try SampleMonth()
        try month.run(1)
        let target = month.folder.url.path + "/" + place
        let stop = #expect(throws: Stop.self) { try Store.backup(month.folder.path("store.sqlite"), to: target) }
        #expect(stop?.code == .cannotWrite)
        #expect(stop?.message.hasPrefix("There is no directory \(month.folder.path("none"))") == true)
    }
}
