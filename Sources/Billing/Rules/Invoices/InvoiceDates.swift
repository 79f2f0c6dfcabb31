/// An invoice that lies ahead of the run, or of the work that it bills (48-22-2, Monthly Invoice).
public enum InvoiceDates: Rule {
    public static let name = "invoice-dates"
    public static let number = 4
    public static let permitted: [Effect] = [.reject]
    public static let owner = Owner.agency
    public static let summary = """
        The invoice_date is after the as-of date, or a line's service date is after the invoice_date.
        """
    public static let nextStep = """
        Correct the date, or bill the work once it is done, and send the invoice again under the same number.
        """

    static func inTheFuture(date: Day, asOf: Day, line: Int) -> Finding {
        let sentence = Sentence(
            expected: "at the latest \(asOf)", found: "\(date)",
            message: "The invoice is dated \(date), after the day of this run, \(asOf).")
        return Finding(Self.self, line: line, column: Column.invoiceDate.name, sentence)
    }

    static func serviceAfterInvoice(service: Day, invoice: Day, line: Int) -> Finding {
        let sentence = Sentence(
            expected: "at the latest \(invoice)", found: "\(service)",
            message: "The invoice is dated \(invoice) and bills a service of \(service), a later day.")
        return Finding(Self.self, line: line, column: Column.serviceDate.name, sentence)
    }
}
