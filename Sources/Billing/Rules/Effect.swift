/// What a finding does (spec: Terms).
public enum Effect: String, Sendable, CaseIterable {
    case reject, skip, deny, pend, reduce, warn, off

    /// How high a finding of this effect stands in exceptions.csv.
    public var severity: Severity {
        switch self {
        case .reject, .deny: .high
        case .pend, .reduce: .medium
        case .skip, .warn, .off: .low
        }
    }
}

/// How urgent an exception is.
public enum Severity: String, Sendable, CaseIterable, Comparable {
    case high, medium, low

    /// `high` comes first.
    public static func < (a: Severity, b: Severity) -> Bool { a.rank < b.rank }

    /// The place in the order, from 0.
    var rank: UInt8 {
        switch self {
        case .high: 0
        case .medium: 1
        case .low: 2
        }
    }
}

/// Who moves next (spec: Owners).
public enum Owner: String, Sendable, CaseIterable {
    case agency
    case aap
    case socialWorker = "social-worker"
    case subsidyUnit = "subsidy-unit"
    case policy
}
