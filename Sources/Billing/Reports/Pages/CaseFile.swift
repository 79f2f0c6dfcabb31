/// Exceptions put together as people mend them: by agency, then by invoice, then by line.
struct CaseFile {
    /// What one agency's part is made of.
    struct Agency {
        /// Empty: what no agency can be named for.
        var id: String
        var groups: [Group] = []

        var rows: Int { groups.reduce(0) { $0 + $1.rows.count } }
    }

    /// The exceptions of one invoice, of one agreement, or of one file.
    struct Group {
        var subject: Subject
        var rows: [ExceptionRow]
    }

    enum Subject: Hashable {
        case invoice(number: String, file: String)
        case agreement(Symbol)
        case file(String)
    }

    /// In order of the agencies' ids, what no agency can be named for last.
    let agencies: [Agency]

    /// - Parameter exceptions: in the order of exceptions.csv.
    init(_ exceptions: some Sequence<ExceptionRow>, _ symbols: borrowing Symbols) {
        var groups: [String: [Subject: [ExceptionRow]]] = [:]
        for exception in exceptions {
            groups[exception.provider, default: [:]][Self.subject(of: exception), default: []].append(exception)
        }
        var agencies: [Agency] = []
        for id in groups.keys.sorted(by: Self.comesBefore) {
            var keyed: [(key: (Int, String, String), group: Group)] = []
            for (subject, rows) in groups[id]! {
                keyed.append((Self.key(subject, symbols), Group(subject: subject, rows: Self.sorted(rows))))
            }
            keyed.sort { Self.comesBefore($0.key, $1.key) }
            agencies.append(Agency(id: id, groups: keyed.map { $0.group }))
        }
        self.agencies = agencies
    }

    private static func subject(of exception: ExceptionRow) -> Subject {
        if !exception.invoiceNumber.isEmpty {
            return .invoice(number: exception.invoiceNumber, file: exception.file)
        }
        if !exception.agreement.isEmpty, exception.file.isEmpty { return .agreement(exception.agreement) }
        return .file(exception.file)
    }

    private static func key(_ subject: Subject, _ symbols: borrowing Symbols) -> (Int, String, String) {
        switch subject {
        case .invoice(let number, let file): (0, number, file)
        case .agreement(let agreement): (1, symbols[agreement], "")
        case .file(let name): (2, name, "")
        }
    }

    /// By line, then by rule and place.
    private static func sorted(_ rows: [ExceptionRow]) -> [ExceptionRow] {
        rows.enumerated().sorted { a, b in
            let left = (Int(a.element.lineNumber) ?? 0, Int(a.element.rule.index), a.element.line, a.offset)
            let right = (Int(b.element.lineNumber) ?? 0, Int(b.element.rule.index), b.element.line, b.offset)
            return left < right
        }.map { $0.element }
    }

    /// By bytes; the empty text last.
    private static func comesBefore(_ a: String, _ b: String) -> Bool {
        if a.isEmpty != b.isEmpty { return b.isEmpty }
        return a.utf8.lexicographicallyPrecedes(b.utf8)
    }

    private static func comesBefore(_ a: (Int, String, String), _ b: (Int, String, String)) -> Bool {
        if a.0 != b.0 { return a.0 < b.0 }
        if a.1 != b.1 { return a.1.utf8.lexicographicallyPrecedes(b.1.utf8) }
        return a.2.utf8.lexicographicallyPrecedes(b.2.utf8)
    }
}
