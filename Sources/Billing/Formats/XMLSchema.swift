/// The elements and attributes of an invoice file (docs/schema/invoice-1.xsd says the same to other programs).
enum XMLSchema {
    static let namespace: StaticString = "urn:ct-dcf:ppsp:invoice:1"
    /// Attributes of this namespace (`xsi:schemaLocation`) are for other programs, and ignored.
    static let instanceNamespace: StaticString = "http://www.w3.org/2001/XMLSchema-instance"

    struct Attribute {
        var name: StaticString
        var column: Column
        var isRequired = true
    }

    static let ofInvoice = [
        Attribute(name: "form", column: .form),
        Attribute(name: "number", column: .invoiceNumber),
        Attribute(name: "provider", column: .providerID),
        Attribute(name: "agreement", column: .agreementID),
        Attribute(name: "billingMonth", column: .billingMonth),
        Attribute(name: "invoiceDate", column: .invoiceDate),
        Attribute(name: "total", column: .invoiceTotal),
        Attribute(name: "replaces", column: .replaces, isRequired: false),
    ]

    static let ofLine = [
        Attribute(name: "number", column: .lineNumber),
        Attribute(name: "child", column: .childID),
        Attribute(name: "serviceDate", column: .serviceDate),
        Attribute(name: "service", column: .service),
        Attribute(name: "worker", column: .worker, isRequired: false),
        Attribute(name: "family", column: .familyID, isRequired: false),
    ]

    /// The elements of a line, in their order.
    static let parts = [
        Attribute(name: "Activity", column: .activity),
        Attribute(name: "Description", column: .description, isRequired: false),
        Attribute(name: "Hours", column: .hours),
        Attribute(name: "Rate", column: .rate),
        Attribute(name: "Amount", column: .amount),
    ]

    /// The first element that a line must still have.
    static func nextRequired(from part: Int) -> StaticString {
        parts[part...].first { $0.isRequired }?.name ?? "Amount"
    }

    /// What may come next in a line, for people.
    static func expected(from part: Int) -> String {
        part < parts.count ? "an element \(nextRequired(from: part))" : "the line's end"
    }
}
