import Crypto

/// What was paid before this program's first run.
struct OpeningBalance: Hashable, Sendable {
    var agreement: Symbol
    var service: Service
    var child: Symbol
    var form: Form
    var hours: Hours
    var amount: Money
    /// The last day that it covers.
    var through: Day
}

/// opening_balances.csv: what was paid before the first run. A bad row stops the run, so that no cap is counted from a
/// wrong start.
struct OpeningBalances: Sendable {
    static let file = "opening_balances.csv"
    static let columns = ["agreement_id", "service", "child_id", "form", "hours", "amount", "through_date"]

    private(set) var rows: [OpeningBalance] = []
    /// SHA-256 of what the balances say, as 64 hexadecimal digits: equal for equal balances, in whatever order the file
    /// has them and whichever word it uses for a service.
    private(set) var digest = ""

    private struct Key: Hashable {
        var agreement: Symbol
        var service: Service
        var child: Symbol
        var form: Form
    }

    private enum FormWord: UInt8, RegisterWord {
        case dcf2106, aap
        static let words: [StaticString] = ["DCF-2106", "AAP"]
    }

    /// - Throws: `RegisterStop` for a bad row, too.
    static func read(
        _ reader: inout RegisterReader, agreements: Agreements, children: Children, services: ServiceCatalogue
    ) throws -> OpeningBalances {
        var balances = OpeningBalances()
        var keys = Set<Key>()
        try reader.open(file, columns: columns)
        while try reader.next() {
            let agreement = reader.id(0)
            let service = reader.service(1)
            let child = reader.id(2)
            let form = reader.word(3, FormWord.self).map { $0 == .aap ? Form.aap : .dcf2106 }
            let hours = reader.hours(4)
            let amount = reader.money(5)
            let through = reader.day(6)
            if let service, let form {
                let key = Key(agreement: agreement, service: service, child: child, form: form)
                reader.expectNew(keys.insert(key).inserted, key: "agreement_id, service, child_id and form")
            }
            reader.expectKnown(agreements.index[agreement] != nil, 0, in: Agreements.file)
            reader.expectKnown(children.index[child] != nil, 2, in: Children.file)
            if let stop = reader.stopForProblem() { throw stop }
            guard let service, let form else { continue }
            balances.rows.append(
                OpeningBalance(
                    agreement: agreement, service: service, child: child, form: form, hours: hours, amount: amount,
                    through: through))
        }
        balances.digest = balances.digest(reader.symbols, services)
        return balances
    }

    private func digest(_ symbols: borrowing Symbols, _ services: ServiceCatalogue) -> String {
        var texts: [[UInt8]] = rows.map { row in
            let cells = [
                symbols[row.agreement], services.name(row.service), symbols[row.child], "\(row.form)",
                "\(row.hours)", "\(row.amount)", "\(row.through)",
            ]
            // No id has a control character, so that no two rows can run into one text.
            return Array(cells.joined(separator: "\t").utf8)
        }
        texts.sort { $0.lexicographicallyPrecedes($1) }
        var hash = SHA256()
        for text in texts { hash.update(data: text + [UInt8(ascii: "\n")]) }
        return RegisterReader.hexadecimal(Array(hash.finalize()))
    }
}
