/// A bundle came whose predecessor never did (48-22-2, Monthly Invoice).
public enum BundleGap: Rule {
    public static let name = "bundle-gap"
    public static let number = 10
    public static let permitted: [Effect] = [.warn, .off]
    public static let owner = Owner.aap
    public static let summary = """
        A bundle of AAP's came, and one or more with lower sequence numbers never did: invoices that AAP approved \
        may be missing.
        """
    public static let nextStep = """
        Send the missing bundles again; a late one is taken like any other.
        """

    /// - Parameters:
    ///   - sequence: the number of the bundle that came.
    ///   - missing: those right below it that never did.
    static func finding(sequence: Int, missing: ClosedRange<Int>) -> Finding {
        let numbers = missing.count == 1 ? "\(missing.lowerBound)" : "\(missing.lowerBound) to \(missing.upperBound)"
        let sentence = Sentence(
            expected: "bundle \(missing.lowerBound) first", found: "bundle \(sequence)",
            message: "Bundle \(sequence) came, and \(missing.count.counted("bundle")) before it never did: \(numbers).")
        return Finding(Self.self, line: 0, sentence)
    }
}
