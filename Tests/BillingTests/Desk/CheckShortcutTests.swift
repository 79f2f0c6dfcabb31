import Testing

@testable import Billing

/// What `check` does in a shorter way than a run comes to the same.
@Suite struct CheckShortcutTests {
    private static let header = """
        form,invoice_number,provider_id,agreement_id,billing_month,invoice_date,invoice_total,line_number,child_id,\
        service_date,service,activity,hours,rate,amount,worker,description,family_id,replaces

        """
    private static let first = "AAP,17,P-1,A-1,2026-09,2026-09-30,5.00,1,C-1,2026-09-03,PP,visit,2.00,1.00,2.00,W,d,F,16\n"
    private static let second = "AAP,17,P-1,A-1,2026-09,2026-09-30,5.00,2,C-1,2026-09-03,PP,visit,3.00,1.00,3.00,W,d,F,16\n"

    private func told(_ rows: String) throws -> [String] {
        var told: [String] = []
        var check = Check(pack: try ownPack.get(), asOf: Day(year: 2026, month: 10, day: 12)!) {
            if $0.file == "b.csv" { told.append(Catalogue.name($0.rule)) }
        }
        for (name, text) in [("a.csv", Self.first + Self.second), ("b.csv", rows)] {
            try check.read(ByteSource(memory: Array((Self.header + text).utf8)), format: CSVFormat.self, name: name)
        }
        check.finish()
        return told.filter { $0.hasPrefix("invoice-number") || $0.hasPrefix("invoice-already") }
    }

    @Test func linesInAnotherOrderSayTheSame() throws {
        #expect(try told(Self.second + Self.first) == ["invoice-already-received"])
    }

    @Test(arguments: [
        ("AAP,", "DCF-2106,"), (",A-1,", ",A-2,"), (",2026-09,", ",2026-08,"), (",2026-09-30,", ",2026-10-01,"),
        (",C-1,", ",C-2,"), (",2026-09-03,", ",2026-09-04,"), (",PP,", ",HS,"), (",visit,", ",travel,"),
        (",2.00,1.00,2.00,", ",1.00,2.00,2.00,"), (",2.00,1.00,2.00,", ",2.01,1.00,2.00,"), (",W,", ",V,"),
        (",d,", ",e,"), (",F,", ",G,"), (",16\n", ",15\n"), (",5.00,1,", ",5.00,3,"),
    ])
    func anyOtherValueIsAnotherContent(old: String, new: String) throws {
        #expect(try told((Self.first + Self.second).replacing(old, with: new)) == ["invoice-number-reused"])
    }

    /// One file alone is not hashed, and its invoices are only held against each other where a number stands twice.
    @Test(arguments: [("2.00", "invoice-already-received"), ("1.00", "invoice-number-reused")])
    func aFileAloneIsHeldAgainstItself(_ hours: String, _ rule: String) throws {
        func invoice(_ hours: String) -> String {
            """
            <Invoice form="AAP" number="17" provider="P-1" agreement="A-1" billingMonth="2026-09" \
            invoiceDate="2026-09-30" total="2.00"><Line number="1" child="C-1" serviceDate="2026-09-03" \
            service="HS"><Activity>visit</Activity><Hours>\(hours)</Hours><Rate>1.00</Rate><Amount>2.00</Amount></Line>
            </Invoice>
            """
        }
        var told: [String] = []
        var check = Check(pack: try ownPack.get(), asOf: Day(year: 2026, month: 10, day: 12)!, isHashed: false) {
            Catalogue.name($0.rule)
        } report: {
            told.append($0)
        }
        let text = "<Invoices xmlns='urn:ct-dcf:ppsp:invoice:1'>\(invoice("2.00"))\(invoice(hours))</Invoices>"
        try check.read(ByteSource(memory: Array(text.utf8)), format: XMLFormat.self, name: "a.xml")
        check.finish()
        #expect(told.contains(rule))
    }

    /// Where no number stands twice and none asks for another, nothing is looked for beyond the single invoices.
    @Test(arguments: [
        ("", "", 0, []), ("18", "", 0, []), ("18", "17", 2, ["replaces-twice", "replaces-twice"]), ("17", "", 1, []),
    ])
    func correctionsAreHeldAgainstEachOther(_ one: String, _ other: String, _ rejected: Int, _ rules: [String]) throws {
        func row(_ number: String, _ replaces: String) -> String {
            "AAP,\(number),P-1,A-1,2026-09,2026-09-30,2.00,1,C-1,2026-09-03,HS,visit,2.00,1.00,2.00,W,d,F,\(replaces)\n"
        }
        let text = Self.header + row("17", one) + row("18", other)
        for others in [[], [Self.header + row("19", "")]] {
            var told: [String] = []
            var check = Check(pack: try ownPack.get(), asOf: Day(year: 2026, month: 10, day: 12)!, isHashed: false) {
                Catalogue.name($0.rule)
            } report: {
                told.append($0)
            }
            for (place, text) in ([text] + others).enumerated() {
                try check.read(ByteSource(memory: Array(text.utf8)), format: CSVFormat.self, name: "\(place).csv")
            }
            check.finish()
            #expect(check.totals.rejectedInvoices == rejected)
            #expect(told.filter { $0.hasPrefix("replaces") } == rules)
        }
    }

    /// More texts than the memory holds, so that they drive each other out.
    @Test func aVerdictThatIsRememberedIsTheVerdict() throws {
        let classifier = try ownPack.get().classifier
        let texts = ["", "home visit", "typing", "home visit and typing", "xyzzy"]
        var symbols = Symbols()
        var pairs: [(Symbol, Symbol)] = []
        for number in 0..<6000 {
            let description = symbols.intern("\(texts[number % 3]) \(number)")
            for text in texts { pairs.append((symbols.intern(text), description)) }
        }
        pairs += texts.map { (symbols.intern($0), .none) }
        var memory = VerdictMemory(classifier)
        for (activity, description) in pairs + pairs.reversed() {
            let verdict = memory.verdict(activity, description, symbols)
            #expect(verdict == classifier.classify(activity: symbols[activity], description: symbols[description]))
        }
    }

    @Test func everyVerdictHasItsPlace() {
        #expect(ActivityVerdict.all.map(\.place) == Array(ActivityVerdict.all.indices))
    }
}
