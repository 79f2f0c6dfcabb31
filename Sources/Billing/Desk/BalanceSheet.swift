/// Hours and dollars allowed, paid, held and left, as of the last run: `invoice-batch balance`.
public struct BalanceSheet: Sendable {
    /// A service of an agreement, as the last run's agreements.csv has it.
    struct Row: Hashable, Sendable {
        var agreement: String
        var version: String
        var provider: String
        var service: String
        var start: String
        var expectedEnd: Day?
        var maxHours: Hours
        var paidHours: Hours
        var heldHours: Hours
        var leftHours: Hours
        var ceiling: Money
        var paidAmount: Money
        var heldAmount: Money
        var leftAmount: Money
        /// Nil where nothing was paid with a date, or nobody asked.
        var pace: Pace?
    }

    /// A child's hours over what the cap adds up.
    struct ChildHours: Hashable, Sendable {
        /// `DCF-2106`, `AAP`, an agreement's id, or empty for all together.
        var scope: String
        /// Nil: the policy in force knows no cap.
        var allowed: Hours?
        var paid: Hours
        var held: Hours
        var pace: Pace?

        var left: Hours? { allowed.map { max(.zero, $0 - paid) } }
    }

    var runID: String
    var asOf: Day
    /// In order of agreement and service.
    var rows: [Row]
    /// Of the child that was asked for; empty where none was.
    var child: [ChildHours]
    /// Whether the paces were worked out.
    var hasPaces: Bool
}

/// When hours run out, in words for people and for machines.
enum RunningOut: Hashable, Sendable {
    case usedUp
    /// In the week of that Monday.
    case week(Day)
    /// Not before the agreement's expected end.
    case notBeforeTheEnd
    /// Nothing was paid yet, so that there is no pace.
    case unknown

    init(left: Hours, pace: Pace?, end: Day?) {
        if left == .zero {
            self = .usedUp
        } else if let week = pace?.weekOfRunningOut(left) {
            self = end.map { week > $0 } ?? false ? .notBeforeTheEnd : .week(week)
        } else {
            self = pace == nil ? .unknown : .notBeforeTheEnd
        }
    }

    var text: String {
        switch self {
        case .usedUp: "used up"
        case .week(let monday): "week of \(monday)"
        case .notBeforeTheEnd: "not before its end"
        case .unknown: "no pace yet"
        }
    }

    var monday: String? {
        if case .week(let monday) = self { return monday.description }
        return nil
    }
}

extension BalanceSheet.Row {
    var runningOut: RunningOut { RunningOut(left: leftHours, pace: pace, end: expectedEnd) }
}

extension BalanceSheet.ChildHours {
    /// Nil where there is no cap that could run out.
    var runningOut: RunningOut? { left.map { RunningOut(left: $0, pace: pace, end: nil) } }
}
