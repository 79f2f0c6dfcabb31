import Glibc

/// Reads the registers one after another, row by row, cell by cell. The first thing wrong with a row is kept until the
/// row is closed, and then noted as a fault of its subject.
struct RegisterReader: ~Copyable {
    var symbols: Symbols
    var faults = FaultyRows()
    private(set) var files: [RegisterFile] = []
    /// The whole of a register, by its file's name.
    private let bytes: (String) throws -> [UInt8]
    private let services: ServiceCatalogue
    /// Services by the words already met; -1: not met, -2: none of the pack's.
    private var serviceByWord = SymbolTable<Int8>(absent: -1)

    // The register at hand.
    private var csv: CSVReader
    private var columns: [String] = []
    /// Where each of the register's columns stands in a row.
    private var places: [Int] = []

    // The row at hand.
    /// The id in the first column.
    private(set) var first = Symbol.none
    /// The first thing wrong with the row.
    private(set) var problem: (column: Int?, sentence: Sentence)?

    /// - Parameter bytes: gives the whole of a register by its file's name; may throw `RegisterStop` and `ReadFault`.
    init(symbols: Symbols, services: ServiceCatalogue, bytes: @escaping (String) throws -> [UInt8]) {
        self.bytes = bytes
        self.symbols = symbols
        self.services = services
        csv = CSVReader(ByteSource(memory: []), encoding: .utf8)
    }

    private var file: String { files[files.count - 1].name }
    var line: Int { csv.rowLine }
    /// Nothing is wrong with the row so far.
    var isSound: Bool { problem == nil }

    // MARK: - Registers and rows

    /// Begins with a register: reads its header.
    ///
    /// - Throws: `RegisterStop`, `ReadFault`.
    mutating func open(_ file: String, columns: [String]) throws {
        let bytes = try bytes(file)
        let scan = FileScan.scan(bytes)
        files.append(RegisterFile(name: file, rows: 0, sha256: Self.hexadecimal(scan.hash)))
        csv = CSVReader(ByteSource(memory: bytes), encoding: scan.encoding)
        self.columns = columns
        do {
            let header = try csv.readHeader(known: columns)
            places = try columns.map { try place(of: $0, in: header) }
        } catch let unreadable as Unreadable {
            throw stop(unreadable)
        }
    }

    /// Goes on to the next row; false at the end.
    ///
    /// - Throws: `RegisterStop` where a row has no id or can't be read, `ReadFault`.
    mutating func next() throws -> Bool {
        do {
            guard try csv.nextRow() else { return false }
        } catch let unreadable as Unreadable {
            throw stop(unreadable)
        }
        files[files.count - 1].rows += 1
        problem = nil
        guard !cell(0).isEmpty else {
            throw RegisterStop(
                file: file, line: line,
                message: "The row has no \(columns[0]), so it is not known whom it is about. "
                    + "Every row must begin with one; fill it in and run again.")
        }
        readFirst()
        if csv.rowIsTooLong {
            reject(nil, expected: "at most the header's cells", found: "more", "has a value behind the last column")
        }
        return true
    }

    /// Ends a row whose first column names a `subject`: true when it is sound, else its fault is noted.
    ///
    /// - Parameter holds: whether the lines that touch the subject are held for a fault.
    mutating func closes(_ subject: FaultyRow.Subject, holds: Bool = true) -> Bool {
        guard let problem else { return true }
        faults.add(
            FaultyRow(
                file: file, line: line, column: problem.column.map { columns[$0] },
                subject: subject, id: first, sentence: problem.sentence),
            holds: holds)
        return false
    }

    /// The row's problem as what stops the run, without the values of the row; nil when it is sound.
    func stopForProblem() -> RegisterStop? {
        guard let problem else { return nil }
        let column = problem.column.map { "In column \(columns[$0]) the row" } ?? "The row"
        return RegisterStop(
            file: file, line: line,
            message: "\(column) has something other than \(problem.sentence.expected), which is what was expected. "
                + "What was paid before the first run must be right to the cent; mend the row and run again.")
    }

    private func place(of column: String, in header: [String]) throws -> Int {
        guard let place = header.firstIndex(of: column) else {
            throw RegisterStop(
                file: file, line: csv.rowLine,
                message: "The header has no column \(column). The register needs the columns "
                    + "\(columns.joined(separator: ", ")); export it with all of them and run again.")
        }
        if header[(place + 1)...].contains(column) {
            throw RegisterStop(
                file: file, line: csv.rowLine,
                message: "The header has the column \(column) twice, so it is not known which one counts. "
                    + "Leave one of them and run again.")
        }
        return place
    }

    private func stop(_ unreadable: Unreadable) -> RegisterStop {
        RegisterStop(
            file: file, line: unreadable.line,
            message: unreadable.sentence.message + " The register can't be read as CSV; export it anew and run again.")
    }

    static func hexadecimal(_ bytes: [UInt8]) -> String {
        let digits = Array("0123456789abcdef".utf8)
        return String(decoding: bytes.flatMap { [digits[Int($0 >> 4)], digits[Int($0 & 15)]] }, as: UTF8.self)
    }

    // MARK: - What is wrong with a row

    /// Notes what is wrong with the row, unless something is already.
    ///
    /// - Parameter what: the sentence's end behind the file and the line: `has a value behind the last column`.
    mutating func reject(_ column: Int?, expected: String, found: String, _ what: String) {
        guard problem == nil else { return }
        let message = "\(file) line \(line) \(what): \(found) instead of \(expected)."
        problem = (column, Sentence(expected: expected, found: found, message: message))
    }

    /// The row must be the first with its key.
    mutating func expectNew(_ isNew: Bool, key: String) {
        guard !isNew else { return }
        reject(nil, expected: "one row for each \(key)", found: "a second row", "repeats the \(key) of an earlier row")
    }

    /// What a cell names must stand in its own register.
    mutating func expectKnown(_ isKnown: Bool, _ column: Int, in register: String) {
        guard !isKnown, problem == nil else { return }
        reject(
            column, expected: "one that stands in \(register)", found: quoted(column),
            "names in column \(columns[column]) what \(register) does not have")
    }

    private mutating func rejectValue(_ column: Int, _ expected: String) {
        guard problem == nil else { return }
        let found = cell(column).isEmpty ? "nothing" : quoted(column)
        reject(column, expected: expected, found: found, "can't be read in column \(columns[column])")
    }

    /// A cell's text for a sentence, on one line and cut short.
    func quoted(_ column: Int) -> String {
        "\"\(Quotation.short(String(decoding: cell(column), as: UTF8.self), longest: 40))\""
    }

    // MARK: - Cells

    private func cell(_ column: Int) -> UnsafeRawBufferPointer { csv.cell(places[column]) }

    /// Whether an optional cell has nothing in it.
    func isEmpty(_ column: Int) -> Bool { cell(column).isEmpty }

    /// The rows of one subject mostly stand together, and the subjects of all registers in one order: the id mostly is
    /// the one of the row before, or the one that was first met after it.
    private mutating func readFirst() {
        let text = cell(0)
        let next = Symbol(index: first.index + 1)
        if !isText(of: first, text) {
            first = next.index < symbols.count && isText(of: next, text) ? next : symbols.intern(text)
        }
        if !PlainText.isID(text) { rejectValue(0, "an id of 1 to 40 characters") }
    }

    private func isText(of symbol: Symbol, _ text: UnsafeRawBufferPointer) -> Bool {
        symbols.withBytes(of: symbol) { known in
            known.count == text.count && memcmp(known.baseAddress!, text.baseAddress!, text.count) == 0
        }
    }

    mutating func id(_ column: Int) -> Symbol {
        if column == 0 { return first }
        let text = cell(column)
        if !PlainText.isID(text) { rejectValue(column, "an id of 1 to 40 characters") }
        return symbols.intern(text)
    }

    /// A text that must be there.
    mutating func text(_ column: Int) -> Symbol {
        if cell(column).isEmpty { rejectValue(column, "a value") }
        return symbols.intern(cell(column))
    }

    /// A text, or `none` where the cell is empty.
    mutating func textIfAny(_ column: Int) -> Symbol { symbols.intern(cell(column)) }

    /// A text that must be there, in small letters.
    mutating func textInSmallLetters(_ column: Int) -> Symbol {
        if cell(column).isEmpty { rejectValue(column, "a value") }
        return symbols.intern(String(decoding: cell(column), as: UTF8.self).lowercased())
    }

    mutating func day(_ column: Int) -> Day {
        if let day = RegisterCells.day(cell(column)) { return day }
        rejectValue(column, "a date such as 2026-09-30")
        return .first
    }

    /// A day, or nil where the cell is empty.
    mutating func dayIfAny(_ column: Int) -> Day? { isEmpty(column) ? nil : day(column) }

    mutating func month(_ column: Int) -> Month {
        if let month = RegisterCells.month(cell(column)) { return month }
        rejectValue(column, "a month such as 2026-09")
        return Day.first.month
    }

    mutating func money(_ column: Int) -> Money {
        if let cents = RegisterCells.hundredths(cell(column)) { return Money(cents: cents) }
        rejectValue(column, "an amount such as 70.63")
        return .zero
    }

    mutating func hours(_ column: Int) -> Hours {
        if let hundredths = RegisterCells.hundredths(cell(column)) { return Hours(hundredths: hundredths) }
        rejectValue(column, "hours such as 12.00")
        return .zero
    }

    /// A whole number from 0 on; nil when it can't be read.
    mutating func count(_ column: Int) -> Int? {
        if let count = RegisterCells.count(cell(column)) { return count }
        rejectValue(column, "a whole number from 0 on")
        return nil
    }

    /// Whether a state is this program's own.
    mutating func isHomeState(_ column: Int) -> Bool {
        if let state = RegisterCells.state(cell(column)) { return state == RegisterSet.homeState }
        rejectValue(column, "a state's two letters")
        return false
    }

    mutating func word<Word: RegisterWord>(_ column: Int, _: Word.Type) -> Word? {
        if let word = Word(cell(column)) { return word }
        rejectValue(column, "one of " + Word.words.map { "\($0)" }.joined(separator: ", "))
        return nil
    }

    /// A service by any of the pack's words for it.
    mutating func service(_ column: Int) -> Service? {
        let word = symbols.intern(cell(column))
        if serviceByWord[word] == -1 {
            serviceByWord[word] = services.find(symbols[word]).map { Int8($0.index) } ?? -2
        }
        let place = serviceByWord[word]
        if place >= 0 { return Service(index: UInt8(place)) }
        rejectValue(column, "a service of the policy pack")
        return nil
    }
}
