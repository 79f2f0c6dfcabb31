/// The checks of an invoice that need no other invoice and no register (spec: Invoices). Each goes as far as the cells
/// that it reads could be read.
enum InvoiceChecks {
    /// Adds to the invoices of a file what is wrong with them, in the order of the rules.
    ///
    /// - Parameter asOf: the day as of which the run decides.
    static func check(_ reading: inout FileReading, asOf: Day) {
        for index in reading.invoices.indices {
            check(&reading.invoices[index], reading.lines[reading.invoices[index].lines], asOf: asOf)
        }
    }

    /// Adds to an invoice what is wrong with it, in the order of the rules.
    ///
    /// - Parameter lines: its lines.
    static func check(_ invoice: inout Invoice, _ lines: ArraySlice<InvoiceLine>, asOf: Day) {
        if let found = repeatedLine(lines) { invoice.findings.append(found) }
        if let found = wrongDate(invoice, lines, asOf: asOf) { invoice.findings.append(found) }
        if let found = wrongTotal(invoice, lines) { invoice.findings.append(found) }
    }

    /// The first line number that stands on the invoice for the second time.
    private static func repeatedLine(_ lines: ArraySlice<InvoiceLine>) -> Finding? {
        var last: Int32 = 0
        var isAscending = true
        for line in lines where !line.unread.contains(.lineNumber) {
            if line.number <= last { isAscending = false }
            last = line.number
        }
        if isAscending { return nil }
        var seen: Set<Int32> = []
        for line in lines where !line.unread.contains(.lineNumber) && !seen.insert(line.number).inserted {
            return InvoiceLineRepeated.finding(number: Int(line.number), line: Int(line.place))
        }
        return nil
    }

    private static func wrongDate(_ invoice: Invoice, _ lines: ArraySlice<InvoiceLine>, asOf: Day) -> Finding? {
        guard let date = invoice.date else { return nil }
        if date > asOf { return InvoiceDates.inTheFuture(date: date, asOf: asOf, line: invoice.place) }
        let late = lines.first { $0.day > date && !$0.unread.contains(.serviceDate) }
        return late.map { InvoiceDates.serviceAfterInvoice(service: $0.day, invoice: date, line: Int($0.place)) }
    }

    private static func wrongTotal(_ invoice: Invoice, _ lines: ArraySlice<InvoiceLine>) -> Finding? {
        guard let total = invoice.total else { return nil }
        var sum = Money.zero
        for line in lines {
            if line.unread.contains(.amount) { return nil }
            sum = sum + line.amount
        }
        return sum == total ? nil : InvoiceTotalMismatch.finding(line: invoice.place, stated: total, sum: sum)
    }
}
