/// What the policy pack sets for vouchers: the fiscal office's numbers, and the limits of the voucher's fields.
struct VoucherSettings: Hashable, Sendable {
    var businessUnit: String
    /// The most characters of an invoice's number; a longer one is refused, not cut.
    var invoiceNumberLength: Int
    /// The most characters of a line's description.
    var descriptionLength: Int
    /// 7: the state's fiscal year begins on July 1.
    var fiscalYearFirstMonth: Int
    /// What every line is charged to.
    var chartfields: Chartfields

    /// The accounting distribution (State Accounting Manual, ChartFields); an empty text where a field is not used.
    struct Chartfields: Hashable, Sendable {
        var fund: String
        var department: String
        var sid: String
        var program: String
        var account: String
        var project: String
        var chartfield1: String
        var chartfield2: String
    }

    /// The state's fiscal year that a month lies in, named by the calendar year in which it ends.
    func fiscalYear(of month: Month) -> Int {
        fiscalYearFirstMonth > 1 && month.month >= fiscalYearFirstMonth ? month.year + 1 : month.year
    }
}

extension VoucherSettings {
    /// - Throws: `PackFault` where a value is missing, has no source, or is none.
    init(_ node: PackNode) throws(PackFault) {
        let fields = try node.fields([
            "businessUnit", "invoiceNumberLength", "descriptionLength", "fiscalYearFirstMonth", "chartfields",
        ])
        businessUnit = try Self.value(fields["businessUnit"]!).text()
        invoiceNumberLength = try Self.value(fields["invoiceNumberLength"]!).number(in: 1...60)
        descriptionLength = try Self.value(fields["descriptionLength"]!).number(in: 27...60)
        fiscalYearFirstMonth = try Self.value(fields["fiscalYearFirstMonth"]!).number(in: 1...12)
        chartfields = try Chartfields(fields["chartfields"]!)
    }

    /// A value that stands beside its source.
    fileprivate static func value(_ node: PackNode) throws(PackFault) -> PackNode {
        let fields = try node.fields(["value", "source"])
        _ = try fields["source"]!.text()
        return fields["value"]!
    }
}

extension VoucherSettings.Chartfields {
    fileprivate init(_ node: PackNode) throws(PackFault) {
        let fields = try node.fields([
            "fund", "department", "sid", "program", "account", "project", "chartfield1", "chartfield2",
        ])
        func text(_ name: String) throws(PackFault) -> String {
            let text = try VoucherSettings.value(fields[name]!).text()
            return text == "none" ? "" : text
        }
        fund = try text("fund")
        department = try text("department")
        sid = try text("sid")
        program = try text("program")
        account = try text("account")
        project = try text("project")
        chartfield1 = try text("chartfield1")
        chartfield2 = try text("chartfield2")
    }
}
