/// A bundle of AAP is not what AAP wrote (spec: the hand-over of AAP's reviews; 48-22-2, Monthly Invoice).
public enum BundleMismatch: Rule {
    public static let name = "bundle-mismatch"
    public static let number = 8
    public static let permitted: [Effect] = [.reject]
    public static let owner = Owner.aap
    public static let summary = """
        A bundle of AAP's does not hold what its manifest says: a file's hash, the files themselves, the counts of \
        invoices and lines, the hours, the amount, the reviews, or its sequence number, which another bundle had. \
        It is rejected whole, none of its invoices is received.
        """
    public static let nextStep = """
        Send the bundle again as it was written; if it can't be found any more, ask the Subsidy Unit which bundle \
        it has.
        """
}
