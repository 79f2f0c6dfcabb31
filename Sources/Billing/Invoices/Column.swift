/// The columns of an invoice file, by the names of the CSV form (spec: Invoice files).
public enum Column: UInt8, CaseIterable, Sendable {
    case form, invoiceNumber, providerID, agreementID, billingMonth, invoiceDate, invoiceTotal
    case lineNumber, childID, serviceDate, service, activity, hours, rate, amount
    case worker, description, familyID, replaces

    /// The column's name in a CSV header.
    public var name: String {
        switch self {
        case .form: "form"
        case .invoiceNumber: "invoice_number"
        case .providerID: "provider_id"
        case .agreementID: "agreement_id"
        case .billingMonth: "billing_month"
        case .invoiceDate: "invoice_date"
        case .invoiceTotal: "invoice_total"
        case .lineNumber: "line_number"
        case .childID: "child_id"
        case .serviceDate: "service_date"
        case .service: "service"
        case .activity: "activity"
        case .hours: "hours"
        case .rate: "rate"
        case .amount: "amount"
        case .worker: "worker"
        case .description: "description"
        case .familyID: "family_id"
        case .replaces: "replaces"
        }
    }

    /// Whether a CSV file must have the column.
    public var isRequired: Bool {
        switch self {
        case .worker, .description, .familyID, .replaces: false
        default: true
        }
    }
}

/// A set of columns.
public struct ColumnSet: OptionSet, Hashable, Sendable {
    public var rawValue: UInt32

    public init(rawValue: UInt32) { self.rawValue = rawValue }
    public init(_ column: Column) { rawValue = 1 << UInt32(column.rawValue) }

    public func contains(_ column: Column) -> Bool { isSuperset(of: ColumnSet(column)) }
    public mutating func insert(_ column: Column) { insert(ColumnSet(column)) }
}
