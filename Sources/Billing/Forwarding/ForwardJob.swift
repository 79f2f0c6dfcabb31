/// What one start of `forward` is asked to do.
public struct ForwardJob: Sendable {
    /// The directory of the agencies' invoice files.
    public var invoices: String
    /// AAP's own register of reviews.
    public var reviews: String
    /// The directory of the registers that AAP has; those that it lacks are done without.
    public var registers: String
    /// The directory of bundles.
    public var out: String
    public var week: BundleWeek
    /// A directory of earlier bundles beside those in `out`; nil: there is none.
    public var previous: String?
    /// The file with AAP's own key; nil: the bundle is not signed.
    public var signingKey: String?

    public init(
        invoices: String, reviews: String, registers: String, out: String, week: BundleWeek, previous: String? = nil,
        signingKey: String? = nil
    ) {
        self.invoices = invoices
        self.reviews = reviews
        self.registers = registers
        self.out = out
        self.week = week
        self.previous = previous
        self.signingKey = signingKey
    }
}
