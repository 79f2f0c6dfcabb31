/// agreement_signatures.csv: who signed which version, and when. Only what it comes to is kept: since when each version
/// is fully signed.
enum AgreementSignatures {
    static let file = "agreement_signatures.csv"
    static let columns = ["agreement_id", "version", "role", "signed_date"]

    enum Role: UInt8, RegisterWord, CaseIterable {
        case provider, socialWorker, supervisor, regionalAdministrator, aap
        static let words: [StaticString] = [
            "provider", "social_worker", "supervisor", "regional_administrator", "aap",
        ]

        /// Those of the department's own agreements (48-22-2, Developing an Agreement for Each Child).
        static let departments: [Role] = [.provider, .socialWorker, .supervisor, .regionalAdministrator]
        /// Those of an agreement that was made by AAP.
        static let aaps: [Role] = [.provider, .aap]
    }

    /// Reads the signatures into the versions of `agreements`.
    static func read(_ reader: inout RegisterReader, agreements: inout Agreements) throws {
        let roles = Role.allCases.count
        // The earliest date of each role, by version.
        var signatures = [Day?](repeating: nil, count: agreements.versions.rows.count * roles)
        try reader.open(file, columns: columns)
        while try reader.next() {
            let agreement = reader.id(0)
            let number = reader.count(1)
            let role = reader.word(2, Role.self)
            let day = reader.day(3)
            let version = reader.version(number, of: agreement, in: agreements)
            guard reader.closes(.agreement), let version, let role else { continue }
            let place = version * roles + Int(role.rawValue)
            signatures[place] = min(signatures[place] ?? .last, day)
        }
        agreements.sign(signedOn(signatures, roles, agreements))
    }

    /// By version, since when it and its agreement's version 0 are fully signed.
    private static func signedOn(_ signatures: [Day?], _ roles: Int, _ agreements: Agreements) -> [Day?] {
        var signed = [Day?](repeating: nil, count: agreements.versions.rows.count)
        for agreement in agreements.rows.indices {
            guard let original = agreements.place(ofVersion: 0, agreement: agreement),
                let first = fullySigned(signatures[original * roles..<(original + 1) * roles])
            else { continue }
            for version in agreements.versions.range(of: agreement) {
                let own = fullySigned(signatures[version * roles..<(version + 1) * roles])
                signed[version] = own.map { max($0, first) }
            }
        }
        return signed
    }

    /// The day on which all four, or both of the two, are there; nil while neither are.
    private static func fullySigned(_ signatures: ArraySlice<Day?>) -> Day? {
        switch (last(of: Role.departments, signatures), last(of: Role.aaps, signatures)) {
        case (let four?, let two?): min(four, two)
        case (let day?, nil), (nil, let day?): day
        case (nil, nil): nil
        }
    }

    private static func last(of roles: [Role], _ signatures: ArraySlice<Day?>) -> Day? {
        var last = Day.first
        for role in roles {
            guard let day = signatures[signatures.startIndex + Int(role.rawValue)] else { return nil }
            last = max(last, day)
        }
        return last
    }
}
