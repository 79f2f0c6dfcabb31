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

extension XMLSchema {
    /// The format's words as a parser keeps them.
    struct Words {
        var namespace = XMLWord.none
        var instanceNamespace = XMLWord.none
        var invoices = XMLWord.none
        var invoice = XMLWord.none
        var line = XMLWord.none
        var ofInvoice = Known.none
        var ofLine = Known.none
        var parts = Known.none

        init() {}

        init(_ dictionary: XMLDictionary) {
            namespace = dictionary.word(XMLSchema.namespace)
            instanceNamespace = dictionary.word(XMLSchema.instanceNamespace)
            invoices = dictionary.word("Invoices")
            invoice = dictionary.word("Invoice")
            line = dictionary.word("Line")
            ofInvoice = Known(XMLSchema.ofInvoice, dictionary)
            ofLine = Known(XMLSchema.ofLine, dictionary)
            parts = Known(XMLSchema.parts, dictionary)
        }
    }

    /// A list of attributes, or of elements, as a parser keeps their names.
    struct Known {
        struct Attribute {
            var word: XMLWord
            var name: StaticString
            var column: Column
            var isRequired: Bool
        }

        static var none: Known { Known([], nil) }

        let attributes: [Attribute]
        let required: ColumnSet

        init(_ listed: [XMLSchema.Attribute], _ dictionary: XMLDictionary?) {
            attributes = listed.map {
                Attribute(
                    word: dictionary?.word($0.name) ?? .none, name: $0.name, column: $0.column,
                    isRequired: $0.isRequired)
            }
            required = ColumnSet(listed.filter { $0.isRequired }.map { ColumnSet($0.column) })
        }

        /// Where the list has an element's attribute; nil where it has not.
        ///
        /// - Parameter start: where to look first: attributes mostly come in the list's order.
        @inline(__always)
        func place(of index: Int, in element: XMLAttributes, from start: Int) -> Int? {
            for place in start..<attributes.count where element.isPlain(index, attributes[place].word) { return place }
            for place in 0..<start where element.isPlain(index, attributes[place].word) { return place }
            return nil
        }
    }
}
