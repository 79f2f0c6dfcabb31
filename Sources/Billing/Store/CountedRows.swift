import GRDB

/// Adds to the rows of a working table that count and add up; a row that is not there yet is made.
struct CountedRows {
    private let database: Database
    /// Nil where the table is empty: no row needs to be looked for then, for no key comes twice.
    private let update: Statement?
    private let insert: Statement

    init(_ database: Database, _ table: String, counts: [String], keys: [String], isEmpty: Bool) throws {
        self.database = database
        let sums = counts.map { "\($0) = \($0) + ?" }.joined(separator: ", ")
        let matches = keys.map { "\($0) = ?" }.joined(separator: " AND ")
        update = isEmpty ? nil : try Statement(database, "UPDATE \(table) SET \(sums) WHERE \(matches)")
        let columns = (counts + keys).joined(separator: ", ")
        let marks = Array(repeating: "?", count: counts.count + keys.count).joined(separator: ", ")
        insert = try Statement(database, "INSERT INTO \(table) (\(columns)) VALUES (\(marks))")
    }

    /// Adds to one row.
    ///
    /// - Parameter bind: binds what is added to each count, and behind that the values of the key.
    func add(_ bind: (Statement) -> Void) throws {
        if let update {
            bind(update)
            try update.run()
            if database.changesCount > 0 { return }
        }
        bind(insert)
        try insert.run()
    }
}
