import Foundation
import GRDB

/// All that a night leaves, as text: every row of every table, every published report, where every inbox file went.
struct Snapshot {
    private let place: Place

    init(_ place: Place) { self.place = place }

    func text() throws -> String {
        var lines = try rows()
        for (name, bytes) in place.published().sorted(by: { $0.key < $1.key }) {
            lines.append("report \(name)")
            lines += String(decoding: bytes, as: UTF8.self).split(separator: "\n").map { "  \($0)" }
        }
        for name in try hidden() { lines.append("hidden \(name)") }
        for directory in [place.inbox, place.archive] {
            let names = (try? FileManager.default.subpathsOfDirectory(atPath: directory)) ?? []
            for name in names.sorted() {
                let size = FileManager.default.contents(atPath: "\(directory)/\(name)")?.count ?? 0
                lines.append("file \(directory)/\(name) \(size)")
            }
        }
        return lines.joined(separator: "\n") + "\n"
    }

    private func hidden() throws -> [String] {
        ((try? FileManager.default.contentsOfDirectory(atPath: place.out)) ?? []).filter { $0.hasPrefix(".") }.sorted()
    }

    private func rows() throws -> [String] {
        var configuration = Configuration()
        configuration.readonly = true
        let queue = try DatabaseQueue(path: place.store, configuration: configuration)
        return try queue.read { database in
            var lines: [String] = []
            let tables = try String.fetchAll(
                database, sql: "SELECT name FROM sqlite_schema WHERE type = 'table'")
            for table in tables.sorted() {
                let rows = try Row.fetchAll(database, sql: "SELECT * FROM \(table)")
                lines += rows.map { row in
                    let cells = row.databaseValues.map { $0.description }
                    return "row \(table) \(cells.joined(separator: "|"))"
                }.sorted()
            }
            return lines
        }
    }
}
