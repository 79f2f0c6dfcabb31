/// A bad row of a register, or a subject that has left it. The night goes on; what touches the subject is held.
struct FaultyRow: Hashable, Sendable {
    /// What a row of a register is about: the id in its first column.
    enum Subject: String, Hashable, Sendable, CaseIterable {
        case provider, contract, child, agreement

        /// The register that has a row for each of them.
        var register: String {
            switch self {
            case .provider: Providers.file
            case .contract: Contracts.file
            case .child: Children.file
            case .agreement: Agreements.file
            }
        }

        /// Its bit among those of a symbol's subjects.
        fileprivate var bit: UInt8 {
            switch self {
            case .provider: 1
            case .contract: 2
            case .child: 4
            case .agreement: 8
            }
        }
    }

    /// The register's file name.
    var file: String
    /// The file's physical line, the first being 1; 0 where no row is meant.
    var line: Int
    /// The column of the value that is wrong; nil where the fault is not about one cell.
    var column: String?
    var subject: Subject
    var id: Symbol
    var sentence: Sentence

    /// `line 14`, `line 14 column hourly_rate`.
    var place: String {
        if line == 0 { return "" }
        return "line \(line)" + (column.map { " column \($0)" } ?? "")
    }
}

/// The faults of a night's registers, and whom they hold.
struct FaultyRows: Sendable {
    private(set) var list: [FaultyRow] = []
    /// A bit per kind of subject, by the id's symbol.
    private var held = SymbolTable<UInt8>(absent: 0)

    /// - Parameter holds: whether the lines that touch the subject are held for it.
    mutating func add(_ fault: FaultyRow, holds: Bool = true) {
        list.append(fault)
        if holds { held[fault.id] |= fault.subject.bit }
    }

    func holds(_ subject: FaultyRow.Subject, _ id: Symbol) -> Bool {
        held[id] & subject.bit != 0
    }
}
