/// What a file of invoices came to.
public struct FileReading: Sendable {
    /// The file's own findings, in the order of their places. One that rejects it leaves no invoices.
    public var findings: [Finding] = []
    /// Its invoices, in the order in which they begin in the file.
    public var invoices: [Invoice] = []
    /// Their lines; those of one invoice stand together, in the file's order.
    public var lines: [InvoiceLine] = []

    public init() {}
}
