import GRDB

/// How the findings on agreements differ from those of the run before.
struct AgreementChanges {
    struct Key: Hashable {
        var agreement: String
        var rule: String
        /// Empty for a finding that is of no month.
        var month: String
    }

    struct Change {
        var key: Key
        /// Found by this run and not by the last one; else it is the other way round.
        var isFound: Bool
    }

    let database: Database
    let outcome: Outcome

    /// The changes, by agreement, rule and month in order of bytes.
    func all() throws -> [Change] {
        let found = found
        let known = try known()
        let changes =
            found.subtracting(known).map { Change(key: $0, isFound: true) }
            + known.subtracting(found).map { Change(key: $0, isFound: false) }
        func bytes(_ key: Key) -> [[UInt8]] { [key.agreement, key.rule, key.month].map { Array($0.utf8) } }
        return changes.map { (bytes: bytes($0.key), change: $0) }
            .sorted { a, b in
                for (left, right) in zip(a.bytes, b.bytes) where left != right {
                    return left.lexicographicallyPrecedes(right)
                }
                return false
            }
            .map { $0.change }
    }

    private var found: Set<Key> {
        var keys: Set<Key> = []
        let symbols = outcome.night.symbols
        for index in outcome.agreements.indices where !outcome.agreements[index].findings.isEmpty {
            let agreement = symbols[outcome.agreements[index].id]
            for finding in outcome.agreements[index].findings {
                keys.insert(
                    Key(
                        agreement: agreement, rule: Catalogue.name(finding.rule),
                        month: finding.month?.description ?? ""))
            }
        }
        return keys
    }

    private func known() throws -> Set<Key> {
        let select = try Statement(database, "SELECT agreement_id, rule, month FROM agreement_findings")
        var keys: Set<Key> = []
        while try select.step() {
            keys.insert(Key(agreement: select.text(0), rule: select.text(1), month: select.text(2)))
        }
        return keys
    }
}
