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
        let marks: [UInt8]?
        var row: String?
    }

    private let table: ChainProof.Table
    private let statement: Statement
    private let kinds: [Statement.ColumnKind]
    private let marks: [Int: [UInt8]]
    private var runs: [Run] = []
    private var places: [Int: Int] = [:]
    /// Where the run of the last row stands: mostly the next row is of the same.
    private var last = -1

    /// - Parameter statement: reads the rows.
    init(_ database: Database, _ table: ChainProof.Table, _ statement: Statement) throws {
        self.table = table
        self.statement = statement
        kinds = statement.kinds
        let posted = try Statement(database, "SELECT run_number, row_marks FROM run_hashes WHERE table_name = ?")
        posted.bind(table.name)
        var marks: [Int: [UInt8]] = [:]
        while try posted.step() { marks[posted.int(0)] = posted.blob(1) }
        self.marks = marks
    }

    /// Takes up columns of the row that the statement is at.
    mutating func add(_ columns: Range<Int32>, run: Int) {
        if last < 0 || runs[last].number != run { last = place(of: run) }
        let digest = runs[last].digest
        statement.add(columns, kinds, to: digest)
        digest.endRow()
        if runs[last].row == nil, !digest.lastMark(is: runs[last].marks) { runs[last].row = table.describe(statement) }
    }

    /// What was found, by the run's number.
    func finish() -> [Int: Finding] {
        var findings: [Int: Finding] = [:]
        for run in runs {
            findings[run.number] = Finding(rows: run.digest.rows, hash: run.digest.finish(), row: run.row)
        }
        return findings
    }

    private mutating func place(of run: Int) -> Int {
        if let place = places[run] { return place }
        places[run] = runs.count
        runs.append(Run(number: run, marks: marks[run]))
        return runs.count - 1
    }
}
