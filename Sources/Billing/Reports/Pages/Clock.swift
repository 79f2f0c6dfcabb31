/// A number of days, counted from receipt, within which the department has to do something about an invoice.
struct Clock {
    /// What has to have happened.
    var duty: StaticString
    var days: Int

    /// The clocks that bind the department, the shortest first. Prompt payment's is the policy pack's.
    static func all(_ settings: PolicyPack.Settings) -> [Clock] {
        [
            Clock(duty: "Tell the vendor", days: 10),
            Clock(duty: "Pay 90 % of clean claims", days: 30),
            Clock(duty: "Prompt payment", days: settings.promptPaymentDays),
            Clock(duty: "Pay 99 % of clean claims", days: 90),
        ].sorted { $0.days < $1.days }
    }
}

/// A line that is held after the run, with its days.
struct HeldLine {
    /// Its place among the night's lines.
    var index: Int
    var received: Day
    /// Days from receipt to the as-of date.
    var age: Int
    var amount: Money
}

/// Held lines against the clocks.
struct Ageing {
    let lines: [HeldLine]
    let clocks: [Clock]
    let asOf: Day

    init(_ outcome: Outcome) {
        let night = outcome.night
        asOf = night.asOf
        clocks = Clock.all(night.pack.settings)
        lines = outcome.openItems.map { index in
            let received = night.receivedDate(of: Int(night.lines[index].invoice))
            return HeldLine(
                index: index, received: received, age: night.asOf.days(since: received),
                amount: night.decisions[index].heldAmount)
        }
    }

    /// How many lines, and what they bill.
    struct Sum {
        var count = 0
        var amount = Money.zero

        fileprivate init(_ lines: some Sequence<HeldLine>) {
            for line in lines {
                count += 1
                amount += line.amount
            }
        }
    }

    /// The lines that are past a clock.
    func past(_ clock: Clock) -> Sum { Sum(lines.lazy.filter { $0.age > clock.days }) }

    /// The day on which the next line will have stood as long as a clock allows; nil when none is still within it.
    func nextDue(_ clock: Clock) -> Day? {
        lines.lazy.filter { $0.age <= clock.days }.map { $0.received }.min()?.adding(days: clock.days)
    }

    /// The lines between one clock and the next, the youngest first.
    var bands: [(words: String, sum: Sum)] {
        var bands: [(words: String, sum: Sum)] = []
        var from = 0
        for days in clocks.map(\.days) + [Int.max] where days >= from {
            let words = days == .max ? "over \(from - 1) days" : "\(from) to \(days) days"
            let first = from == 0 ? Int.min : from
            bands.append((words, Sum(lines.lazy.filter { $0.age >= first && $0.age <= days })))
            from = days == .max ? days : days + 1
        }
        return bands
    }
}
