import Foundation

/// A month that is always the same: registers, and as many invoices of fifty lines as are asked for. One line in ten
/// has something about it that a rule speaks on.
struct FixedMonth {
    static let asOf = "2026-07-12"
    static let linesPerInvoice = 50
    private static let agreements = 40
    private static let agencies = 4

    private static let services = ["placement-planning", "reunification", "post-placement-supervision"]
    private static let activities = [
        "home visit", "telephone call", "school meeting", "counseling session", "travel", "case conference",
    ]
    private static let descriptions = [
        "", "with child", "mother, father, child", "trust at home & school", "said \"\"mama\"\" for the first time",
    ]

    let directory: String

    /// Writes the registers, and the invoices of each size both ways: `csv-N/` and `xml-N/` for N lines.
    init(in directory: String, sizes: [Int]) throws {
        self.directory = directory
        for (name, text) in Self.registers() { try write(text, to: "registers/\(name).csv") }
        for lines in sizes {
            try write(Self.csv(lines), to: "csv-\(lines)/invoices.csv")
            try write(Self.xml(lines), to: "xml-\(lines)/invoices.xml")
        }
    }

    private func write(_ text: String, to name: String) throws {
        let url = URL(filePath: directory).appending(path: name)
        try FileManager.default.createDirectory(
            at: url.deletingLastPathComponent(), withIntermediateDirectories: true)
        try Data(text.utf8).write(to: url)
    }

    private static func registers() -> [String: String] {
        var rows = headers
        for agency in 0..<agencies {
            rows["providers"]! += "P-\(agency),Agency \(agency),06-\(agency),child_placing_agency,CT,S-\(agency)\n"
            rows["licenses"]! += "P-\(agency),L-\(agency),CT,2020-01-01,\n"
            rows["contracts"]! += "K-\(agency),P-\(agency),2025-07-01,,,\n"
            rows["rates"]! += "K-\(agency),2025-07-01,70.63\n"
        }
        for agreement in 0..<agreements { addAgreement(agreement, to: &rows) }
        return rows
    }

    private static func addAgreement(_ agreement: Int, to rows: inout [String: String]) {
        let agency = agreement % agencies
        rows["children"]! += "C-\(agreement),2016-05-04\n"
        rows["child_events"]! += "C-\(agreement),opened,2025-01-10\n"
        rows["agreements"]! +=
            "A-\(agreement),0,P-\(agency),K-\(agency),2026-06-01,2027-02-28,2026-06-01,0,\n"
        rows["agreement_children"]! += "A-\(agreement),C-\(agreement)\n"
        for service in services.prefix(2) {
            rows["agreement_services"]! += "A-\(agreement),0,\(service),120.00,8475.60\n"
        }
        for role in ["provider", "social_worker", "supervisor", "regional_administrator"] {
            rows["agreement_signatures"]! += "A-\(agreement),0,\(role),2026-05-28\n"
        }
        rows["progress_reports"]! += "A-\(agreement),monthly,2026-06,2026-07-02\n"
    }

    private static let headers = [
        "providers": "provider_id,legal_name,fein,kind,state,supplier_id\n",
        "licenses": "provider_id,license_number,state,valid_from,valid_to\n",
        "contracts": "contract_id,provider_id,start_date,end_date,suspended_from,suspended_to\n",
        "rates": "contract_id,effective_from,hourly_rate\n",
        "children": "child_id,date_of_birth\n",
        "child_events": "child_id,event,date\n",
        "placements": "child_id,provider_id,setting,family_id,start_date,end_date,foster_rate_paid_to\n",
        "agreements": "agreement_id,version,provider_id,contract_id,start_date,expected_end_date,effective_date,"
            + "additional_home_studies,reason\n",
        "agreement_children": "agreement_id,child_id\n",
        "agreement_services": "agreement_id,version,service,max_hours,ceiling\n",
        "agreement_signatures": "agreement_id,version,role,signed_date\n",
        "terminations": "agreement_id,notice_date,termination_date,by\n",
        "explanations": "agreement_id,kind,received_date\n",
        "progress_reports": "agreement_id,kind,period,received_date\n",
        "aap_reviews": "provider_id,invoice_number,received_date,review_date,decision,reviewer\n",
        "opening_balances": "agreement_id,service,child_id,form,hours,amount,through_date\n",
    ]

    /// One line as it is billed.
    private struct Line {
        var number: Int
        var day: Int
        var service: String
        var activity: String
        var description: String
        var isTooDear: Bool

        var date: String { "2026-06-\(day < 10 ? "0" : "")\(day)" }
        var rate: String { isTooDear ? "71.63" : "70.63" }
        var amount: String { isTooDear ? "35.82" : "35.32" }

        /// A line by its place: one in twenty is unbillable or not agreed on, one in twenty costs too much.
        init(_ place: Int) {
            number = place + 1
            day = place % 30 + 1
            let odd = place % 20
            service = odd == 3 && place % 40 == 3 ? services[2] : services[place % 2]
            activity = odd == 3 && place % 40 == 23 ? "typing case notes" : activities[place % 6]
            description = descriptions[place % 5]
            isTooDear = odd == 13
        }
    }

    private static func invoice(_ number: Int) -> (provider: String, agreement: String, number: String) {
        let agreement = number % agreements
        return ("P-\(agreement % agencies)", "A-\(agreement)", "\(agreement)-\(number / agreements)")
    }

    private static let lines = (0..<linesPerInvoice).map(Line.init)

    private static var total: String {
        let cents = lines.reduce(0) { $0 + ($1.isTooDear ? 3582 : 3532) }
        return "\(cents / 100).\(cents % 100 < 10 ? "0" : "")\(cents % 100)"
    }

    private static func csv(_ count: Int) -> String {
        var text = "form,invoice_number,provider_id,agreement_id,billing_month,invoice_date,invoice_total,line_number,"
        text += "child_id,service_date,service,activity,hours,rate,amount,worker,description\n"
        for number in 0..<count / linesPerInvoice {
            let invoice = invoice(number)
            for line in lines {
                text += "DCF-2106,\(invoice.number),\(invoice.provider),\(invoice.agreement),2026-06,2026-07-03,"
                text += "\(total),\(line.number),C-\(number % agreements),\(line.date),"
                text += "\(line.service),\(line.activity),0.50,\(line.rate),\(line.amount),W-\(number % 17),"
                text += "\"\(line.description)\"\n"
            }
        }
        return text
    }

    private static func xml(_ count: Int) -> String {
        var text = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<Invoices xmlns=\"urn:ct-dcf:ppsp:invoice:1\">\n"
        for number in 0..<count / linesPerInvoice {
            let invoice = invoice(number)
            text += "<Invoice form=\"DCF-2106\" number=\"\(invoice.number)\" provider=\"\(invoice.provider)\""
            text += " agreement=\"\(invoice.agreement)\" billingMonth=\"2026-06\" invoiceDate=\"2026-07-03\""
            text += " total=\"\(total)\">\n"
            for line in lines {
                text += "<Line number=\"\(line.number)\" child=\"C-\(number % agreements)\""
                text += " serviceDate=\"\(line.date)\" service=\"\(line.service)\""
                text += " worker=\"W-\(number % 17)\"><Activity>\(line.activity)</Activity>"
                text += "<Description>\(line.description.replacing("&", with: "&amp;"))</Description>"
                text += "<Hours>0.50</Hours><Rate>\(line.rate)</Rate><Amount>\(line.amount)</Amount></Line>\n"
            }
            text += "</Invoice>\n"
        }
        return text + "</Invoices>\n"
    }
}
