import GRDB

/// Works out the hash of every run's rows of a table while the table is read. Rows of a run stand in their posted
/// order, though those of several runs may be mixed.
struct RunDigests {
    /// How a run's rows were found.
    struct Finding {
        var rows = 0
        var hash = ""
        /// The first row whose mark is not the one posted.
        var row: String?
    }

    /// What is known of a run so far.
    private struct Run {
        var number: Int
        let digest = RowDigest(flushSize: 1 << 12)
        let marks: [UInt8]
        var rows = 0
        var row: String?
    }

    private let marks: [Int: [UInt8]]
    private var runs: [Run] = []
    private var places: [Int: Int] = [:]
    /// Where the run of the last row stands: mostly the next row is of the same.
    private var last = -1

    init(_ database: Database, of table: String) throws {
        let posted = try Statement(database, "SELECT run_number, row_marks FROM run_hashes WHERE table_name = ?")
        posted.bind(table)
        var marks: [Int: [UInt8]] = [:]
        while try posted.step() { marks[posted.int(0)] = posted.blob(1) }
        self.marks = marks
    }

    /// Takes up columns of the row that a statement is at.
    ///
    /// - Parameters:
    ///   - kinds: what the statement's columns hold.
    ///   - describe: what the row is called.
    mutating func add(
        _ statement: Statement, _ columns: Range<Int32>, _ kinds: [Statement.ColumnKind], run: Int,
        describe: (Statement) -> String
    ) {
        if last < 0 || runs[last].number != run { last = place(of: run) }
        let digest = runs[last].digest
        statement.add(columns, kinds, to: digest)
        digest.endRow()
        runs[last].rows += 1
        if runs[last].row == nil, !digest.lastMark(is: runs[last].marks) { runs[last].row = describe(statement) }
    }

    /// Takes up rows in one go.
    ///
    /// - Parameters:
    ///   - bytes: those of the rows.
    ///   - describe: what a row is called, given its bytes and those of the rows behind it.
    mutating func add(
        _ rows: PostedRows, _ bytes: UnsafeRawBufferPointer, describe: (UnsafeRawBufferPointer) -> String
    ) {
        var start = 0
        var first = 0
        for stretch in rows.stretches {
            last = place(of: stretch.run)
            runs[last].digest.add(rows: UnsafeRawBufferPointer(rebasing: bytes[start..<stretch.end]))
            if runs[last].row == nil,
                let row = rows.firstDiffering(first..<first + stretch.rows, from: runs[last].marks, at: runs[last].rows)
            {
                runs[last].row = describe(UnsafeRawBufferPointer(rebasing: bytes[rows.starts[row]...]))
            }
            runs[last].rows += stretch.rows
            first += stretch.rows
            start = stretch.end
        }
    }

    /// What was found, by the run's number.
    func finish() -> [Int: Finding] {
        var findings: [Int: Finding] = [:]
        for run in runs {
            findings[run.number] = Finding(rows: run.rows, hash: run.digest.finish(), row: run.row)
        }
        return findings
    }

    private mutating func place(of run: Int) -> Int {
        if let place = places[run] { return place }
        places[run] = runs.count
        runs.append(Run(number: run, marks: marks[run] ?? []))
        return runs.count - 1
    }
}
