import Foundation
import GRDB

@testable import Billing

/// The sample month, posted once for all tests of this folder; every test works on a copy of the store.
struct PostedMonth: Sendable {
    static let shared = Result { try PostedMonth() }

    private let folder: Folder

    private init() throws {
        let month = try SampleMonth()
        try month.run(1)
        try month.run(2)
        folder = month.folder
    }

    var out: String { folder.path("out") }

    /// A copy of the store, at a new path that goes with the returned folder.
    func copy() throws -> (folder: Folder, store: String) {
        let own = try Folder()
        try FileManager.default.copyItem(atPath: folder.path("store.sqlite"), toPath: own.path("store.sqlite"))
        return (own, own.path("store.sqlite"))
    }

    /// Changes a store as someone would who has the file and any SQLite tool: constraints aside, the guards taken away
    /// and put back.
    static func tamper(_ store: String, _ sql: String) throws {
        var configuration = Configuration()
        configuration.foreignKeysEnabled = false
        let queue = try DatabaseQueue(path: store, configuration: configuration)
        try queue.writeWithoutTransaction { database in
            try database.execute(sql: "PRAGMA ignore_check_constraints = ON")
            for table in Schema.appendOnly {
                try database.execute(
                    sql: "DROP TRIGGER \(table)_is_never_changed; DROP TRIGGER \(table)_is_never_removed")
            }
            try database.execute(sql: sql)
            try database.execute(sql: Schema.guards)
        }
    }
}
