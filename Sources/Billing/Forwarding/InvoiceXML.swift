/// Writes invoices in the XML form of an invoice file: every text as it was received, every number and date in the one
/// form that XML knows for its value.
enum InvoiceXML {
    /// - Parameter invoices: each with its lines.
    static func bytes(
        _ invoices: [(invoice: Invoice, lines: ArraySlice<InvoiceLine>)], _ symbols: borrowing Symbols
    ) -> [UInt8] {
        var out = Array(
            "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<Invoices xmlns=\"\(XMLSchema.namespace)\">\n".utf8)
        for (invoice, lines) in invoices { write(invoice, lines, symbols, to: &out) }
        out.append(contentsOf: "</Invoices>\n".utf8)
        return out
    }

    private static func write(
        _ invoice: Invoice, _ lines: ArraySlice<InvoiceLine>, _ symbols: borrowing Symbols, to out: inout [UInt8]
    ) {
        out.append(contentsOf: "  <Invoice".utf8)
        attribute("form", invoice.form?.description ?? "", &out)
        attribute("number", invoice.number, symbols, &out)
        attribute("provider", invoice.provider, symbols, &out)
        attribute("agreement", invoice.agreement, symbols, &out)
        attribute("billingMonth", invoice.billingMonth?.description ?? "", &out)
        attribute("invoiceDate", invoice.date?.description ?? "", &out)
        attribute("total", invoice.total?.description ?? "", &out)
        if !invoice.replacesText.isEmpty { attribute("replaces", invoice.replacesText, symbols, &out) }
        if lines.isEmpty {
            out.append(contentsOf: "/>\n".utf8)
            return
        }
        out.append(contentsOf: ">\n".utf8)
        for line in lines { write(line, symbols, to: &out) }
        out.append(contentsOf: "  </Invoice>\n".utf8)
    }

    private static func write(_ line: InvoiceLine, _ symbols: borrowing Symbols, to out: inout [UInt8]) {
        out.append(contentsOf: "    <Line".utf8)
        attribute("number", String(line.number), &out)
        attribute("child", line.child, symbols, &out)
        attribute("serviceDate", line.day.description, &out)
        attribute("service", line.serviceText, symbols, &out)
        if !line.worker.isEmpty { attribute("worker", line.worker, symbols, &out) }
        if !line.family.isEmpty { attribute("family", line.family, symbols, &out) }
        out.append(contentsOf: ">\n".utf8)
        element("Activity", line.activity, symbols, &out)
        if !line.description.isEmpty { element("Description", line.description, symbols, &out) }
        for (name, value) in [
            ("Hours", line.hours.description), ("Rate", line.rate.description), ("Amount", line.amount.description),
        ] {
            out.append(contentsOf: "      <\(name)>\(value)</\(name)>\n".utf8)
        }
        out.append(contentsOf: "    </Line>\n".utf8)
    }

    private static func attribute(_ name: String, _ value: String, _ out: inout [UInt8]) {
        out.append(contentsOf: " \(name)=\"\(value)\"".utf8)
    }

    private static func attribute(
        _ name: String, _ value: Symbol, _ symbols: borrowing Symbols, _ out: inout [UInt8]
    ) {
        out.append(contentsOf: " \(name)=\"".utf8)
        symbols.withBytes(of: value) { escape($0, isAttribute: true, &out) }
        out.append(Byte.quote)
    }

    private static func element(
        _ name: String, _ value: Symbol, _ symbols: borrowing Symbols, _ out: inout [UInt8]
    ) {
        out.append(contentsOf: "      <\(name)>".utf8)
        symbols.withBytes(of: value) { escape($0, isAttribute: false, &out) }
        out.append(contentsOf: "</\(name)>\n".utf8)
    }

    /// A reader turns a carriage return into a line feed, and either in an attribute into a space, unless they are
    /// written by their numbers.
    private static func escape(_ text: UnsafeRawBufferPointer, isAttribute: Bool, _ out: inout [UInt8]) {
        for byte in text {
            switch byte {
            case 0x26: out.append(contentsOf: "&amp;".utf8)
            case 0x3C: out.append(contentsOf: "&lt;".utf8)
            case 0x3E: out.append(contentsOf: "&gt;".utf8)
            case 0x22 where isAttribute: out.append(contentsOf: "&quot;".utf8)
            case 0x0D: out.append(contentsOf: "&#13;".utf8)
            case 0x0A where isAttribute: out.append(contentsOf: "&#10;".utf8)
            case 0x09 where isAttribute: out.append(contentsOf: "&#9;".utf8)
            default: out.append(byte)
            }
        }
    }

    // MARK: - What XML can carry

    /// Whether a text can stand in XML at all: control characters and two others can't, in whatever way.
    static func canCarry(_ text: UnsafeRawBufferPointer) -> Bool {
        for (index, byte) in text.enumerated() {
            if byte < 0x20, byte != 0x09, byte != 0x0A, byte != 0x0D { return false }
            // U+FFFE and U+FFFF.
            if byte == 0xEF, index + 2 < text.count, text[index + 1] == 0xBF, text[index + 2] >= 0xBE { return false }
        }
        return true
    }

    /// The first line with a text that XML can't carry, and that text's column; nil where there is none.
    static func obstacle(
        _ lines: ArraySlice<InvoiceLine>, _ symbols: borrowing Symbols
    ) -> (line: InvoiceLine, column: Column)? {
        for line in lines {
            let texts: [(Symbol, Column)] = [
                (line.serviceText, .service), (line.activity, .activity), (line.description, .description),
            ]
            for (text, column) in texts where !symbols.withBytes(of: text, { canCarry($0) }) { return (line, column) }
        }
        return nil
    }

    // MARK: - The proof

    /// All that an invoice says, value by value: two readings of the same invoice have the same.
    static func values(
        _ invoice: Invoice, _ lines: ArraySlice<InvoiceLine>, _ symbols: borrowing Symbols
    ) -> [String] {
        var values = [
            symbols[invoice.provider], symbols[invoice.number], symbols[invoice.agreement],
            symbols[invoice.replacesText], invoice.form?.description ?? "", invoice.billingMonth?.description ?? "",
            invoice.date?.description ?? "", invoice.total?.description ?? "",
        ]
        for line in lines {
            values += [
                String(line.number), symbols[line.child], symbols[line.worker], symbols[line.family],
                symbols[line.activity], symbols[line.description], symbols[line.serviceText], line.day.description,
                line.hours.description, line.rate.description, line.amount.description,
            ]
        }
        return values
    }
}
