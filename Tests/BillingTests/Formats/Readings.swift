@testable import Billing

let services = ServiceCatalogue([
    ("placement-planning", ["PP", "Placement Planning"]), ("home-study", ["HS", "Home Study and Evaluation"]),
])

/// A file read by its format and checked on 2026-10-05, as text: `file-columns 1 hours` for a finding of the file,
/// then an invoice per line, `P-1/1 AAP 2026-09 2026-09-30 141.26 at 2`, with its findings (`- invoice-value 3 hours`)
/// and lines (`  1 C-1 2026-09-03 placement-planning 2.00 70.63 141.26 at 2`); `?` for what could not be read.
func reading(_ source: ByteSource, as format: any Format.Type) throws -> [String] {
    var symbols = Symbols()
    let encoding = try FileScan.scan(source).encoding
    var reading = try format.read(source, encoding: encoding, services: services, symbols: &symbols)
    InvoiceChecks.check(&reading, asOf: Day(year: 2026, month: 10, day: 5)!)
    func text(_ finding: Finding) -> String {
        ([Catalogue.name(finding.rule), "\(finding.line)"] + [finding.column].compactMap { $0 }).joined(separator: " ")
    }
    var result = reading.findings.map { text($0) }
    for invoice in reading.invoices {
        let replaces = invoice.replaces.isEmpty ? "" : " replaces \(symbols[invoice.replaces])"
        result.append(
            "\(symbols[invoice.provider])/\(symbols[invoice.number]) \(show(invoice.form)) "
                + "\(symbols[invoice.agreement]) \(show(invoice.billingMonth)) \(show(invoice.date)) \(show(invoice.total))\(replaces) "
                + "at \(invoice.place)"
        )
        result += invoice.findings.map { "- \(text($0))" }
        result += reading.lines[invoice.lines].map { show($0, symbols) }
    }
    return result
}

private func show(_ value: (some CustomStringConvertible)?) -> String { value?.description ?? "?" }

private func show(_ line: InvoiceLine, _ symbols: Symbols) -> String {
    func cell(_ column: Column, _ text: String) -> String { line.unread.contains(column) ? "?" : text }
    return "  "
        + [
            cell(.lineNumber, "\(line.number)"), cell(.childID, symbols[line.child]), cell(.serviceDate, "\(line.day)"),
            cell(.service, line.service.map { services.name($0) } ?? symbols[line.serviceText]),
            cell(.hours, "\(line.hours)"), cell(.rate, "\(line.rate)"), cell(.amount, "\(line.amount)"),
            "at \(line.place)",
        ].joined(separator: " ")
}
