/// A rule about one line: a pure predicate over what is known of it.
public protocol LineRule: Rule {
    /// What must be there for the rule to speak at all.
    static var needs: Needs { get }
    /// Whether it waits for what the lines before this one in the order came to.
    static var looksAtEarlierLines: Bool { get }
    /// Whether the rule finds fault with the line. Called only where all that it needs is there.
    static func speaks(of line: LineFacts) -> Bool
    /// Runs the rule over a chunk of lines. A requirement, so that each rule has its own copy of the default below.
    static func scan(_ lines: UnsafeBufferPointer<LineFacts>, into findings: UnsafeMutableBufferPointer<FindingSet>)
    /// What to tell people of a line that it spoke of.
    static func sentence(_ line: LineStory) -> Sentence
    /// Lines that it speaks of and lines that it leaves alone: its tests, and its part of docs/rules.md.
    static var examples: [Example] { get }
}

extension LineRule {
    public static var needs: Needs { [] }
    public static var looksAtEarlierLines: Bool { false }
    public static var permitted: [Effect] { [.deny, .pend, .warn, .off] }

    /// Runs the rule over a chunk of lines and sets its bit in the findings of those that it speaks of. One dynamic
    /// call per chunk and rule; inside, the predicate is called directly.
    public static func scan(
        _ lines: UnsafeBufferPointer<LineFacts>, into findings: UnsafeMutableBufferPointer<FindingSet>
    ) {
        let bit = FindingSet(id)
        for index in lines.indices
        where lines[index].present.isSuperset(of: needs) && speaks(of: lines[index]) {
            findings[index].insert(bit)
        }
    }
}

/// A rule that takes the amount or the hours of a payable line down. All of them are applied, one after another.
public protocol ReducingRule: Rule {
    /// Takes down what runs: hours and amount never rise.
    static func reduce(_ running: inout Running, within limits: Limits)
    /// What to tell people of a line that it lowered.
    static func sentence(_ line: LineStory) -> Sentence
    static var examples: [ReducingExample] { get }
}

extension ReducingRule {
    public static var permitted: [Effect] { [.reduce] }
}

/// What a rule needs to be there before it can speak.
public struct Needs: OptionSet, Hashable, Sendable {
    public var rawValue: UInt16

    public init(rawValue: UInt16) { self.rawValue = rawValue }

    /// The agreement that the line names exists.
    public static let agreement = Needs(rawValue: 1 << 0)
    /// The child stands in children.csv.
    public static let child = Needs(rawValue: 1 << 1)
    /// A version of the agreement is in force on the day.
    public static let version = Needs(rawValue: 1 << 2)
    /// A version of the agreement is fully signed on the day.
    public static let signedVersion = Needs(rawValue: 1 << 3)
    /// The policy in force on the day lists the service.
    public static let service = Needs(rawValue: 1 << 4)
    /// The day lies within the agreement's contract.
    public static let contract = Needs(rawValue: 1 << 5)
    /// The line is billed on form DCF-2106.
    public static let formDCF2106 = Needs(rawValue: 1 << 6)
    /// The line is billed on form AAP.
    public static let formAAP = Needs(rawValue: 1 << 7)
    /// No register fault touches the line: what the rule reads there can be relied on.
    public static let soundRegisters = Needs(rawValue: 1 << 8)
}

/// The line rules that spoke of a line, a bit each.
public struct FindingSet: OptionSet, Hashable, Sendable {
    public var rawValue: UInt64

    public init(rawValue: UInt64) { self.rawValue = rawValue }

    /// - Precondition: a line rule.
    public init(_ rule: RuleID) { rawValue = 1 << UInt64(rule.index - Catalogue.firstLineRule.index) }

    public func contains(_ rule: RuleID) -> Bool { isSuperset(of: FindingSet(rule)) }

    /// The first rule in the order of the rulebook.
    var first: RuleID? {
        rawValue == 0 ? nil : RuleID(index: Catalogue.firstLineRule.index + UInt8(rawValue.trailingZeroBitCount))
    }

    /// The rules, in the order of the rulebook.
    public var rules: [RuleID] {
        var rules: [RuleID] = []
        var rest = rawValue
        while rest != 0 {
            rules.append(RuleID(index: Catalogue.firstLineRule.index + UInt8(rest.trailingZeroBitCount)))
            rest &= rest - 1
        }
        return rules
    }
}
