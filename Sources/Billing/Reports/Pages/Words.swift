/// How pages word counts, days, owners and effects.
extension Int {
    /// `1,012`
    var grouped: String {
        let digits = String(magnitude)
        var text = self < 0 ? "-" : ""
        for (index, digit) in digits.enumerated() {
            if index > 0, (digits.count - index) % 3 == 0 { text += "," }
            text.append(digit)
        }
        return text
    }

    /// `1 line`, `1,012 lines`
    func counted(_ thing: String) -> String { "\(grouped) \(thing)\(self == 1 ? "" : "s")" }

    /// `1 agency`, `12 agencies`
    func counted(_ one: String, _ many: String) -> String { "\(grouped) \(self == 1 ? one : many)" }
}

extension Day {
    private static let months = [
        "January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November",
        "December",
    ]

    /// `October 12, 2026`
    var inWords: String {
        let date = civil
        return "\(Self.months[date.month - 1]) \(date.day), \(date.year)"
    }
}

extension Owner {
    /// As a page names who moves next.
    var inWords: String {
        switch self {
        case .agency: "Agency"
        case .aap: "AAP"
        case .socialWorker: "Social worker"
        case .subsidyUnit: "Subsidy Unit"
        case .policy: "Policy"
        }
    }
}

extension Effect {
    /// As a page says what a finding did.
    var inWords: String {
        switch self {
        case .reject: "Rejected"
        case .skip: "Skipped"
        case .deny: "Denied"
        case .pend: "Held"
        case .reduce: "Cut back"
        case .warn, .off: "Warning"
        }
    }
}
