/// What one row says of its invoice; nil where a cell could not be read.
struct InvoiceHeader: Equatable {
    var form: Form?
    var agreement: Symbol?
    var billingMonth: Month?
    var date: Day?
    var total: Money?
    /// In small letters; `.none` where the row names none.
    var replaces: Symbol?

    /// The columns that the rows of one invoice must agree in, but for those that make it one invoice.
    static let columns: [Column] = [.form, .agreementID, .billingMonth, .invoiceDate, .invoiceTotal, .replaces]

    /// Whether both could be read in that column and say different things.
    func disagrees(with other: InvoiceHeader, in column: Column) -> Bool {
        switch column {
        case .form: differ(form, other.form)
        case .agreementID: differ(agreement, other.agreement)
        case .billingMonth: differ(billingMonth, other.billingMonth)
        case .invoiceDate: differ(date, other.date)
        case .invoiceTotal: differ(total, other.total)
        case .replaces: differ(replaces, other.replaces)
        default: false
        }
    }

    /// This header with what could not be read in it taken from a later row's.
    func completed(by other: InvoiceHeader) -> InvoiceHeader {
        InvoiceHeader(
            form: form ?? other.form, agreement: agreement ?? other.agreement,
            billingMonth: billingMonth ?? other.billingMonth, date: date ?? other.date,
            total: total ?? other.total, replaces: replaces ?? other.replaces)
    }

    private func differ<Value: Equatable>(_ a: Value?, _ b: Value?) -> Bool {
        guard let a, let b else { return false }
        return a != b
    }
}
