/// Reads the policies and the dated values of a pack, and lays them out by the date from which they hold.
struct PolicyReader {
    private(set) var services: ServiceCatalogue
    private(set) var terms: [PolicyTerms]

    init(policies: PackNode, values: PackNode) throws(PackFault) {
        let blocks = try policies.items()
        services = try Self.catalogue(blocks)
        var dated: [PolicyTerms] = []
        for block in blocks { dated.append(try Self.terms(block, services)) }
        try Self.requireAscending(blocks, dated.map { $0.from })
        guard !dated.isEmpty else { throw policies.fault("At least one policy is expected here.") }
        let fields = try values.fields(["childCap", "childCapWithHomeStudy", "rateCap"])
        let cap = try Self.series(fields["childCap"]!)
        let capWithStudy = try Self.series(fields["childCapWithHomeStudy"]!)
        let rate = try Self.series(fields["rateCap"]!)
        let starts = Set(dated.map { $0.from } + (cap + capWithStudy + rate).map { $0.from }).sorted()
        terms = starts.compactMap { start in
            guard var terms = dated.last(where: { $0.from <= start }) else { return nil }
            terms.from = start
            terms.childCap = Self.value(cap, on: start).map { Hours(hundredths: $0) }
            terms.childCapWithHomeStudy = Self.value(capWithStudy, on: start).map { Hours(hundredths: $0) }
            terms.rateCap = Self.value(rate, on: start).map { Rate(cents: $0) }
            return terms
        }
    }

    /// A value from a day on; nil: none.
    private typealias Dated = (from: Day, value: Int?)

    private static func value(_ series: [Dated], on day: Day) -> Int? {
        series.last { $0.from <= day }.flatMap { $0.value }
    }

    private static func series(_ node: PackNode) throws(PackFault) -> [Dated] {
        var series: [Dated] = []
        let items = try node.items()
        for item in items {
            let fields = try item.fields(["from", "value", "source"])
            _ = try fields["source"]!.text()
            series.append((try fields["from"]!.day(), try fields["value"]!.hundredths()))
        }
        try requireAscending(items, series.map { $0.from })
        return series
    }

    private static func requireAscending(_ nodes: [PackNode], _ days: [Day]) throws(PackFault) {
        for index in days.indices.dropFirst() where days[index] <= days[index - 1] {
            throw nodes[index].fault(
                "`from: \(days[index])` is out of order: it must come after \(days[index - 1]), the one above it.")
        }
    }

    /// All services of all policies, with every code and title that any of them uses.
    private static func catalogue(_ blocks: [PackNode]) throws(PackFault) -> ServiceCatalogue {
        var services: [(name: String, words: [String])] = []
        var owner: [String: String] = [:]
        for block in blocks {
            guard let list = try block.entries().first(where: { $0.key == "services" })?.value else {
                throw block.fault("`services` is missing here; add it.")
            }
            for item in try list.items() {
                let fields = try item.fields(["name", "code", "title"])
                let name = try fields["name"]!.text()
                let words = [try fields["code"]!.text(), try fields["title"]!.text()]
                for word in [name] + words {
                    let known = owner.updateValue(name, forKey: ServiceCatalogue.normalised(word))
                    if let known, known != name {
                        throw item.fault("`\(word)` already stands for \(known); each word means one service.")
                    }
                }
                if let index = services.firstIndex(where: { $0.name == name }) {
                    services[index].words += words
                } else {
                    services.append((name, words))
                }
            }
        }
        guard services.count <= 32 else { throw blocks[0].fault("There are more than 32 services.") }
        return ServiceCatalogue(services)
    }

    private static func terms(_ block: PackNode, _ services: ServiceCatalogue) throws(PackFault) -> PolicyTerms {
        let fields = try block.fields([
            "name", "from", "source", "services", "inStateOnly", "placingAgencyOnly", "placingAgencyLicenceInState",
            "afterFinalization", "afterReunification", "companionContracts",
        ])
        _ = try fields["name"]!.text()
        _ = try fields["source"]!.text()
        var listed: [Service] = []
        for item in try fields["services"]!.items() {
            listed.append(services.find(try item.fields(["name", "code", "title"])["name"]!.text())!)
        }
        let companion = try fields["companionContracts"]!.fields([
            "source", "notInResidence", "otherFamiliesOnly", "notForFormerFosterFamily",
        ])
        _ = try companion["source"]!.text()
        return PolicyTerms(
            from: try fields["from"]!.day(),
            services: ServiceSet(listed),
            inStateOnly: try fields["inStateOnly"]!.flag(),
            placingAgencyOnly: try set(fields["placingAgencyOnly"]!, services, all: listed),
            placingAgencyLicenceInState: try fields["placingAgencyLicenceInState"]!.flag(),
            afterFinalization: try set(fields["afterFinalization"]!, services),
            afterReunification: try set(fields["afterReunification"]!, services),
            notInResidence: try set(companion["notInResidence"]!, services),
            otherFamiliesOnly: try set(companion["otherFamiliesOnly"]!, services),
            notForFormerFosterFamily: try set(companion["notForFormerFosterFamily"]!, services))
    }

    /// A list of services by name, or `all`.
    private static func set(
        _ node: PackNode, _ services: ServiceCatalogue, all: [Service] = []
    ) throws(PackFault) -> ServiceSet {
        if let word = try? node.text() {
            guard word == "all" else { throw node.fault("`\(word)` is neither a list of services nor `all`.") }
            return ServiceSet(all)
        }
        var set: [Service] = []
        for item in try node.items() {
            let name = try item.text()
            guard let service = services.find(name) else {
                throw item.fault("No policy lists a service `\(name)`.")
            }
            set.append(service)
        }
        return ServiceSet(set)
    }
}
