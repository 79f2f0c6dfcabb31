/// The department's records of a night: all registers, and what they say on a day.
struct RegisterSet: Sendable {
    /// The state whose program this is, as its two letters: `CT`.
    static let homeState = UInt16(UInt8(ascii: "C")) << 8 | UInt16(UInt8(ascii: "T"))

    /// The registers' files, in the order of the specification.
    private(set) var files: [RegisterFile]
    private var faultList: FaultyRows

    let providers: Providers
    let licences: Licences
    let contracts: Contracts
    let rates: Rates
    let children: Children
    let childEvents: ChildEvents
    let placements: Placements
    let agreements: Agreements
    let agreementChildren: AgreementChildren
    let agreementServices: AgreementServices
    let terminations: Terminations
    let explanations: Explanations
    let progressReports: ProgressReports
    var reviews: AAPReviews
    let openingBalances: OpeningBalances
    /// The places of all agreements, in the order of the bytes of their ids.
    let agreementsInOrder: [Int32]

    /// Reads all registers of a directory.
    ///
    /// - Parameters:
    ///   - symbols: the night's texts; ids are interned here.
    ///   - services: the policy pack's services, by any word for them.
    ///   - disk: what the files are read from.
    /// - Throws: `RegisterStop` where a register can't be used, `ReadFault` where one can't be read.
    init(
        directory: String, symbols: inout Symbols, services: ServiceCatalogue, disk: Disk = Disk()
    ) throws {
        try self.init(symbols: &symbols, services: services) { try RegisterFile.bytes(of: $0, in: directory, disk) }
    }

    /// Reads all registers from wherever they are.
    ///
    /// - Parameter bytes: gives the whole of a register by its file's name.
    init(
        symbols: inout Symbols, services: ServiceCatalogue, bytes: @escaping (String) throws -> [UInt8]
    ) throws {
        var reader = RegisterReader(symbols: symbols, services: services, bytes: bytes)
        // Every register comes after those that it refers to.
        providers = try .read(&reader)
        licences = try .read(&reader, providers: providers)
        contracts = try .read(&reader, providers: providers)
        rates = try .read(&reader, contracts: contracts)
        children = try .read(&reader)
        childEvents = try .read(&reader, children: children)
        placements = try .read(&reader, children: children, providers: providers)
        var agreements = try Agreements.read(&reader, providers: providers, contracts: contracts)
        agreementChildren = try .read(&reader, agreements: agreements, children: children)
        agreementServices = try .read(&reader, agreements: agreements)
        try AgreementSignatures.read(&reader, agreements: &agreements)
        self.agreements = agreements
        terminations = try .read(&reader, agreements: agreements)
        explanations = try .read(&reader, agreements: agreements)
        progressReports = try .read(&reader, agreements: agreements)
        reviews = try .read(&reader, providers: providers)
        openingBalances = try .read(&reader, agreements: agreements, children: children, services: services)
        agreementsInOrder = agreements.inOrder(reader.symbols)
        files = reader.files
        faultList = reader.faults
        symbols = reader.symbols
    }

    // MARK: - Things by their ids

    /// The provider of that id; nil when the register has none.
    func provider(_ id: Symbol) -> Provider? { providers.index[id].map { providers.rows[$0] } }

    func child(_ id: Symbol) -> Child? { children.index[id].map { children.rows[$0] } }

    /// The place of the agreement of that id; nil when the register has none.
    func agreement(_ id: Symbol) -> Int? { agreements.index[id] }

    /// The place of an agreement's contract; nil when the register has none.
    func contract(ofAgreement agreement: Int) -> Int? { contracts.index[agreements.rows[agreement].contract] }

    // MARK: - Faults

    /// The bad rows and the lost subjects, those of a register in the order of its rows.
    var faults: [FaultyRow] { faultList.list }

    /// Notes that a subject of an earlier night's line has left its register.
    mutating func addFault(_ subject: FaultyRow.Subject, _ id: Symbol) {
        let sentence = Sentence(
            expected: "a row of its own", found: "none",
            message: "\(subject.register) no longer has the \(subject) of a line of an earlier night.")
        faultList.add(
            FaultyRow(file: subject.register, line: 0, column: nil, subject: subject, id: id, sentence: sentence))
    }

    /// Whether a line that touches these is held: its provider, its child, its agreement or the agreement's contract
    /// has a register fault.
    func hasFault(provider: Symbol, child: Symbol, agreement: Symbol) -> Bool {
        faultList.holds(.provider, provider) || faultList.holds(.child, child) || hasFault(agreement: agreement)
    }

    /// Whether an agreement, or its contract, has a register fault.
    func hasFault(agreement: Symbol) -> Bool {
        if faultList.holds(.agreement, agreement) { return true }
        guard let place = agreements.index[agreement] else { return false }
        return faultList.holds(.contract, agreements.rows[place].contract)
    }

    // MARK: - The brake

    /// The first register that has lost so many rows since an earlier run that it must be a broken export; nil when
    /// none has. Opening balances are apart: they may not change at all.
    ///
    /// - Parameters:
    ///   - earlier: how many rows each register had then, by file name.
    ///   - limitPercent: the share of its rows that a register must still have.
    ///   - exemptBelow: registers of fewer rows then are not looked at.
    func shrunken(
        since earlier: [String: Int], limitPercent: Int, exemptBelow: Int
    ) -> (register: String, was: Int, now: Int)? {
        for file in files where file.name != OpeningBalances.file {
            guard let was = earlier[file.name], was >= exemptBelow else { continue }
            if file.rows * 100 < was * limitPercent { return (file.name, was, file.rows) }
        }
        return nil
    }
}
