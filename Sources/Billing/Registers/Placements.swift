/// Where a child lives under a provider's companion contract.
struct Placement: Sendable {
    enum Setting: UInt8, RegisterWord {
        case residential, fosterCare, adoptive
        static let words: [StaticString] = ["residential", "foster_care", "adoptive"]
    }

    var provider: Symbol
    var setting: Setting
    /// `none` where the register names no family.
    var family: Symbol
    var stay: Interval
    /// The last day on which the department pays the foster care rate; `Day.last` while it is still paying.
    var fosterRateTo: Day
}

/// placements.csv: the children's placements under companion contracts.
struct Placements: Sendable {
    static let file = "placements.csv"
    static let columns = [
        "child_id", "provider_id", "setting", "family_id", "start_date", "end_date", "foster_rate_paid_to",
    ]

    private var byChild = Grouped<Placement>()

    static func read(
        _ reader: inout RegisterReader, children: Children, providers: Providers
    ) throws -> Placements {
        var rows: [(owner: Int32, row: Placement)] = []
        try reader.open(file, columns: columns)
        while try reader.next() {
            let child = reader.id(0)
            let provider = reader.id(1)
            let setting = reader.word(2, Placement.Setting.self)
            let family = reader.isEmpty(3) ? .none : reader.id(3)
            let start = reader.day(4)
            let end = reader.dayIfAny(5)
            let fosterRateTo = reader.dayIfAny(6)
            let owner = children.index[child]
            reader.expectKnown(owner != nil, 0, in: Children.file)
            reader.expectKnown(providers.index[provider] != nil, 1, in: Providers.file)
            guard reader.closes(.child), let owner, let setting else { continue }
            let placement = Placement(
                provider: provider, setting: setting, family: family,
                stay: Interval(first: start, last: end), fosterRateTo: fosterRateTo ?? .last)
            rows.append((Int32(owner), placement))
        }
        return Placements(byChild: Grouped(owners: children.rows.count, rows))
    }

    /// What binds a child to a provider's companion contracts on a day, for work that is about `family`
    /// (48-22-2, Reimbursement Policy when there are Companion Contracts).
    func companion(ofChild child: Int, provider: Symbol, on day: Day, family: Symbol) -> Companion {
        var companion: Companion = []
        for place in byChild.range(of: child) {
            let placement = byChild.rows[place]
            guard placement.provider == provider, placement.stay.contains(day) else { continue }
            switch placement.setting {
            case .residential:
                companion.insert(.residential)
            case .adoptive where day > placement.fosterRateTo:
                if wasFosterFamily(placement, ofChild: child) { companion.insert(.formerFosterFamily) }
            case .fosterCare, .adoptive:
                companion.insert(.fosterCare)
                if family.isEmpty || placement.family.isEmpty {
                    companion.insert(.familyUnknown)
                } else if family == placement.family {
                    companion.insert(.ownFamily)
                }
            }
        }
        return companion
    }

    /// Whether the same provider had the child in foster care in the adoptive family before.
    private func wasFosterFamily(_ adoptive: Placement, ofChild child: Int) -> Bool {
        guard !adoptive.family.isEmpty else { return false }
        for place in byChild.range(of: child) {
            let earlier = byChild.rows[place]
            if earlier.setting == .fosterCare, earlier.provider == adoptive.provider,
                earlier.family == adoptive.family, earlier.stay.first < adoptive.stay.first {
                return true
            }
        }
        return false
    }
}
