/// A service that a version of an agreement buys.
struct AgreedService: Hashable, Sendable {
    var service: Service
    var maxHours: Hours
    /// Its dollar maximum.
    var ceiling: Money
}

/// agreement_services.csv: what each version of an agreement buys.
struct AgreementServices: Sendable {
    static let file = "agreement_services.csv"
    static let columns = ["agreement_id", "version", "service", "max_hours", "ceiling"]

    /// By the version's place in `Agreements.versions`, in order of the services.
    private(set) var byVersion = Grouped<AgreedService>()

    static func read(_ reader: inout RegisterReader, agreements: Agreements) throws -> AgreementServices {
        let count = agreements.versions.rows.count
        var rows: [(owner: Int32, row: AgreedService)] = []
        rows.reserveCapacity(count * 4)
        var met = [ServiceSet](repeating: [], count: count)
        try reader.open(file, columns: columns)
        while try reader.next() {
            let agreement = reader.id(0)
            let number = reader.count(1)
            let service = reader.service(2)
            let agreed = AgreedService(
                service: service ?? Service(index: 0), maxHours: reader.hours(3), ceiling: reader.money(4))
            let owner = reader.version(number, of: agreement, in: agreements)
            if let owner, let service, reader.isSound {
                reader.expectNew(!met[owner].contains(service), key: "agreement_id, version and service")
                met[owner].formUnion(ServiceSet(CollectionOfOne(service)))
            }
            guard reader.closes(.agreement), let owner else { continue }
            rows.append((Int32(owner), agreed))
        }
        var services = AgreementServices(byVersion: Grouped(owners: count, rows))
        services.byVersion.sortEach { $0.service.index < $1.service.index }
        return services
    }

    /// What a version buys of a service; nil when it does not.
    func terms(of service: Service, version: Int) -> AgreedService? {
        for place in byVersion.range(of: version) where byVersion.rows[place].service == service {
            return byVersion.rows[place]
        }
        return nil
    }
}

extension RegisterReader {
    /// The place of an agreement's version that a row's first two columns name; nil, and the row is rejected, when
    /// agreements.csv has no such one.
    mutating func version(_ number: Int?, of agreement: Symbol, in agreements: Agreements) -> Int? {
        guard let owner = agreements.index[agreement] else {
            expectKnown(false, 0, in: Agreements.file)
            return nil
        }
        guard let number else { return nil }
        let place = agreements.place(ofVersion: number, agreement: owner)
        expectKnown(place != nil, 1, in: Agreements.file)
        return place
    }
}
