/// A DCF-2107 service agreement: what is the same in all its versions.
struct Agreement: Sendable {
    var id: Symbol
    var provider: Symbol
    var contract: Symbol
}

/// One version of an agreement: the original is number 0, its amendments follow, each a full restatement.
struct AgreementVersion: Hashable, Sendable {
    var number: Int32
    var start: Day
    var expectedEnd: Day
    var effective: Day
    var additionalHomeStudies: Int32
    /// The first day on which it and version 0 are fully signed; nil while they are not.
    var signedOn: Day?

    /// The first day on which it can be in force; nil while it is not fully signed.
    var activation: Day? { signedOn.map { max($0, effective) } }

    /// Whether it is fully signed on a day.
    func isSigned(on day: Day) -> Bool {
        guard let signedOn else { return false }
        return signedOn <= day
    }
}

/// agreements.csv: the agreements and their versions.
struct Agreements: Sendable {
    static let file = "agreements.csv"
    static let columns = [
        "agreement_id", "version", "provider_id", "contract_id", "start_date", "expected_end_date", "effective_date",
        "additional_home_studies", "reason",
    ]

    private(set) var rows: [Agreement] = []
    private(set) var index = SymbolIndex()
    /// By agreement, in order of their numbers.
    private(set) var versions = Grouped<AgreementVersion>()

    /// A version with a bad row stands in the register all the same: its agreement's lines are held.
    static func read(
        _ reader: inout RegisterReader, providers: Providers, contracts: Contracts
    ) throws -> Agreements {
        var agreements = Agreements()
        var versions: [(owner: Int32, row: AgreementVersion)] = []
        var keys = Set<UInt64>()
        var firstLines: [Int] = []
        try reader.open(file, columns: columns)
        while try reader.next() {
            let agreement = Agreement(id: reader.id(0), provider: reader.id(2), contract: reader.id(3))
            let version = Self.version(&reader)
            let owner = agreements.add(agreement)
            if owner == firstLines.count { firstLines.append(reader.line) }
            let isNew = version.map { keys.insert(UInt64(owner) << 32 | UInt64($0.number)).inserted } ?? false
            if version != nil { reader.expectNew(isNew, key: "agreement_id and version") }
            agreements.checkParties(of: agreement, like: owner, &reader, providers, contracts)
            if let version { Self.checkOriginal(version, &reader) }
            _ = reader.closes(.agreement)
            if isNew, let version { versions.append((Int32(owner), version)) }
        }
        agreements.versions = Grouped(owners: agreements.rows.count, versions)
        agreements.versions.sortEach { $0.number < $1.number }
        agreements.noteThoseWithoutOriginal(&reader, firstLines)
        return agreements
    }

    /// The place of a version in `versions.rows`; nil when there is none.
    func place(ofVersion number: Int, agreement: Int) -> Int? {
        versions.range(of: agreement).first { Int(versions.rows[$0].number) == number }
    }

    /// The place in `versions.rows` of the version in force on a day: of those fully signed and in effect the one with
    /// the highest number.
    func versionInForce(ofAgreement agreement: Int, on day: Day) -> Int? {
        for place in versions.range(of: agreement).reversed() {
            if let activation = versions.rows[place].activation, activation <= day { return place }
        }
        return nil
    }

    /// The earliest effective date of the versions that are fully signed on a day; nil when none is.
    func earliestEffective(ofAgreement agreement: Int, on day: Day) -> Day? {
        var earliest: Day?
        for place in versions.range(of: agreement) where versions.rows[place].isSigned(on: day) {
            earliest = min(earliest ?? .last, versions.rows[place].effective)
        }
        return earliest
    }

    /// Keeps since when each version is fully signed.
    mutating func sign(_ signedOn: [Day?]) {
        for place in versions.rows.indices { versions.update(place) { $0.signedOn = signedOn[place] } }
    }

    /// The places of all agreements in the order of the bytes of their ids.
    func inOrder(_ symbols: borrowing Symbols) -> [Int32] {
        // The first sixteen bytes as numbers: they mostly tell two ids apart without looking at the texts.
        var keys: [(high: UInt64, low: UInt64, place: Int32)] = []
        keys.reserveCapacity(rows.count)
        for (place, agreement) in rows.enumerated() {
            let head = symbols.withBytes(of: agreement.id) { text in
                (0..<16).reduce(into: (high: UInt64(0), low: UInt64(0))) { head, index in
                    let byte = UInt64(index < text.count ? text[index] : 0)
                    if index < 8 { head.high = head.high << 8 | byte } else { head.low = head.low << 8 | byte }
                }
            }
            keys.append((head.high, head.low, Int32(place)))
        }
        keys.sort { a, b in
            if a.high != b.high { return a.high < b.high }
            if a.low != b.low { return a.low < b.low }
            return symbols.isBefore(rows[Int(a.place)].id, rows[Int(b.place)].id)
        }
        return keys.map { $0.place }
    }

    // MARK: - Reading

    private static func version(_ reader: inout RegisterReader) -> AgreementVersion? {
        let number = reader.count(1)
        let start = reader.day(4)
        let expectedEnd = reader.day(5)
        let effective = reader.day(6)
        let additionalHomeStudies = reader.count(7)
        guard let number else { return nil }
        return AgreementVersion(
            number: Int32(number), start: start, expectedEnd: expectedEnd, effective: effective,
            additionalHomeStudies: Int32(additionalHomeStudies ?? 0))
    }

    /// The place of the row's agreement; a new one for an id that was not met before.
    private mutating func add(_ agreement: Agreement) -> Int {
        if let known = index[agreement.id] { return known }
        index.set(agreement.id, to: rows.count)
        rows.append(agreement)
        return rows.count - 1
    }

    private func checkParties(
        of agreement: Agreement, like owner: Int, _ reader: inout RegisterReader, _ providers: Providers,
        _ contracts: Contracts
    ) {
        guard reader.isSound else { return }
        let contract = contracts.index[agreement.contract]
        reader.expectKnown(providers.index[agreement.provider] != nil, 2, in: Providers.file)
        reader.expectKnown(contract != nil, 3, in: Contracts.file)
        if rows[owner].provider != agreement.provider {
            reader.reject(
                2, expected: "the provider_id of its other versions", found: reader.quoted(2),
                "gives a version to another provider")
        }
        if rows[owner].contract != agreement.contract {
            reader.reject(
                3, expected: "the contract_id of its other versions", found: reader.quoted(3),
                "puts a version under another contract")
        }
        if let contract, contracts.rows[contract].provider != agreement.provider {
            reader.reject(
                3, expected: "a contract of the agreement's provider", found: reader.quoted(3),
                "names a contract of another provider")
        }
    }

    private static func checkOriginal(_ version: AgreementVersion, _ reader: inout RegisterReader) {
        guard reader.isSound, version.number == 0, version.effective != version.start else { return }
        reader.reject(
            6, expected: "the start_date, \(version.start)", found: "\(version.effective)",
            "has a version 0 that takes effect on another day than it starts")
    }

    private func noteThoseWithoutOriginal(_ reader: inout RegisterReader, _ firstLines: [Int]) {
        // A row is told of once, whatever else is wrong with its agreement.
        let told = Set(reader.faults.list.lazy.filter { $0.file == Self.file }.map { $0.line })
        for (owner, agreement) in rows.enumerated()
        where place(ofVersion: 0, agreement: owner) == nil && !told.contains(firstLines[owner]) {
            let sentence = Sentence(
                expected: "a version 0", found: "none",
                message: "\(Self.file) line \(firstLines[owner]) begins an agreement that has no version 0.")
            reader.faults.add(
                FaultyRow(
                    file: Self.file, line: firstLines[owner], column: "version",
                    subject: .agreement, id: agreement.id, sentence: sentence))
        }
    }
}
