@testable import Billing

/// An invoice as an agency sends it: hours in hundredths, money in cents.
struct SentInvoice: Hashable {
    var form = "DCF-2106"
    var number: String
    var provider: String
    var agreement: String
    var month: Month
    var date: Day
    /// The provider's own total; nil: what the lines come to.
    var statedTotal: Int?
    var replaces = ""
    var lines: [SentLine] = []

    var total: Int { statedTotal ?? lines.reduce(0) { $0 + $1.amount } }

    /// Whether the invoice is known by the same provider and number.
    func isKnown(as other: SentInvoice) -> Bool {
        provider == other.provider && number.lowercased() == other.number.lowercased()
    }
}

/// A line of it.
struct SentLine: Hashable {
    var number: Int
    var child: String
    var day: Day
    var service: String
    var activity: String
    var description: String
    var hours: Int
    var rate: Int
    var amount: Int
    var worker: String
    var family: String

    /// What so many hours cost at a rate, rounded half up to the cent.
    static func cost(_ hours: Int, at rate: Int) -> Int { (hours * rate + 50) / 100 }
}

/// A file of the inbox.
struct SentFile: Hashable {
    enum Format: String {
        case csv, xml

        var other: Format { self == .csv ? .xml : .csv }
    }

    /// Its name without the ending. Files are read in the order of their names.
    var stem: String
    var format: Format
    var invoices: [SentInvoice]

    var name: String { "\(stem).\(format.rawValue)" }

    var text: String { format == .csv ? csv : xml }

    private var csv: String {
        let header = """
            form,invoice_number,provider_id,agreement_id,billing_month,invoice_date,invoice_total,replaces,line_number,\
            child_id,service_date,service,activity,description,hours,rate,amount,worker,family_id
            """
        return ([header] + invoices.flatMap { $0.csvRows }).joined(separator: "\n") + "\n"
    }

    private var xml: String {
        let parts = invoices.map { $0.xml }.joined(separator: "\n")
        return "<Invoices xmlns=\"urn:ct-dcf:ppsp:invoice:1\">\n\(parts)\n</Invoices>\n"
    }
}

extension SentInvoice {
    fileprivate var csvRows: [String] {
        let head = [form, number, provider, agreement, "\(month)", "\(date)", hundredths(total), replaces]
        if lines.isEmpty { return [(head + Array(repeating: "", count: 11)).joined(separator: ",")] }
        return lines.map { line in
            let cells = [
                "\(line.number)", line.child, "\(line.day)", line.service, "\"\(line.activity)\"",
                "\"\(line.description)\"", hundredths(line.hours), hundredths(line.rate), hundredths(line.amount),
                line.worker, line.family,
            ]
            return (head + cells).joined(separator: ",")
        }
    }

    fileprivate var xml: String {
        let replaced = replaces.isEmpty ? "" : " replaces=\"\(replaces)\""
        let head = """
            <Invoice form="\(form)" number="\(number)" provider="\(provider)" agreement="\(agreement)" \
            billingMonth="\(month)" invoiceDate="\(date)" total="\(hundredths(total))"\(replaced)>
            """
        return ([head] + lines.map { $0.xml } + ["</Invoice>"]).joined(separator: "\n")
    }
}

extension SentLine {
    fileprivate var xml: String {
        let who = worker.isEmpty ? "" : " worker=\"\(worker)\""
        let about = family.isEmpty ? "" : " family=\"\(family)\""
        return """
            <Line number="\(number)" child="\(child)" serviceDate="\(day)" service="\(service)"\(who)\(about)>
            <Activity>\(activity)</Activity><Description>\(description)</Description>
            <Hours>\(hundredths(hours))</Hours><Rate>\(hundredths(rate))</Rate><Amount>\(hundredths(amount))</Amount>
            </Line>
            """
    }
}
