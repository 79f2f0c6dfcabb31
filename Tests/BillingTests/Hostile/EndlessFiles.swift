@testable import Billing

extension EndlessFile {
    static let gigabyte = 1 << 30
    static let megabyte = 1 << 20

    static let header = """
        form,invoice_number,provider_id,agreement_id,billing_month,invoice_date,invoice_total,line_number,child_id,\
        service_date,service,activity,hours,rate,amount
        """
    private static let root = "<Invoices xmlns='urn:ct-dcf:ppsp:invoice:1'>"
    private static let invoice =
        root + "\n<Invoice form='AAP' number='1' provider='P' agreement='A' billingMonth='2026-09' "
        + "invoiceDate='2026-09-30' total='1'>\n"
    private static let activity =
        invoice + "<Line number='1' child='C' serviceDate='2026-09-03' service='PP'><Activity>"

    private static func csv(_ name: String, _ head: String, _ body: String, _ size: Int, _ expected: String) -> Self {
        EndlessFile(
            name: name, format: CSVFormat.self, head: Array(head.utf8), body: Array(body.utf8), size: size,
            expected: expected)
    }

    private static func xml(
        _ name: String, _ head: String, _ body: String, _ size: Int, _ expected: String, ending tail: String = ""
    ) -> Self {
        EndlessFile(
            name: name, format: XMLFormat.self, head: Array(head.utf8), body: Array(body.utf8), tail: Array(tail.utf8),
            size: size, expected: expected)
    }

    /// Files of gigabytes of which no more than a few megabytes may ever be looked at.
    static let refusedCSV: [EndlessFile] = [
        csv("2 GB of one line", "", "x", 2 * gigabyte, "file-unreadable 1"),
        csv("a header, then 2 GB of one line", header + "\n", "x", 2 * gigabyte, "file-unreadable 2"),
        csv("a header, then a row without end", header + "\n", "x,", 2 * gigabyte, "file-unreadable 2"),
        csv("a header of columns without end", header + ",", ",", 2 * gigabyte, "file-unreadable 1"),
        csv("a quote that is not closed at the top of 1 GB", "\"", header + "\n", gigabyte, "file-unreadable 1"),
        csv("a quote that is not closed in the first row", header + "\n\"", "x\ny,", gigabyte, "file-unreadable 2"),
        csv("doubled quotes without end", header + "\n\"", "\"\"", gigabyte, "file-unreadable 2"),
        csv("1 GB of blank lines", "", "\n", gigabyte, "file-unreadable 1"),
        csv("1 GB of lines that are no rows", header + "\n", "x\n", gigabyte, "file-unreadable 12502"),
        csv(
            "1 GB of rows without services", header + "\n", "AAP,1,P,A,2026-09,2026-09-30,0\n", gigabyte,
            "file-unreadable 100003"),
        csv("1 GB of NUL", header + "\n", "\0", gigabyte, "file-unreadable 2"),
        EndlessFile(
            name: "a quote in UTF-16 that is not closed", format: CSVFormat.self, head: [0xFF, 0xFE, 0x22, 0],
            body: [0x78, 0], size: gigabyte, expected: "file-unreadable 1"),
    ]

    static let refusedXML: [EndlessFile] = [
        xml("1 GB of text in one element", activity, "x", gigabyte, "file-unsafe 3"),
        xml("1 GB of CDATA in one element", activity + "<![CDATA[", "x", gigabyte, "file-unsafe 3"),
        xml("1 GB of text where none belongs", invoice, "x", gigabyte, "file-schema 2"),
        xml("an attribute of 1 GB", root + "<Invoice form='", "x", gigabyte, "file-unsafe 1"),
        xml("an element's name of 1 GB", "<", "x", gigabyte, "file-unsafe 1"),
        xml("an attribute's name of 1 GB", root + "<Invoice ", "x", gigabyte, "file-unsafe 1"),
        xml("a comment of 1 GB", root + "<!--", "x", gigabyte, "file-unsafe 1"),
        xml("a processing instruction of 1 GB", root + "<?x ", "x", gigabyte, "file-unsafe 1"),
        xml("1 GB of elements within each other", root, "<Invoice>", gigabyte, "file-schema 1"),
        xml("a document type of 1 GB", "<!DOCTYPE Invoices [", "<!ENTITY a 'x'>", gigabyte, "file-unsafe 1"),
        xml("a reference to a character of 1 GB", activity + "&#", "9", gigabyte, "file-unsafe 3"),
        xml("a reference to an entity of 1 GB", activity + "&", "x", gigabyte, "file-unsafe 3"),
        xml("a tag of a hundred thousand attributes", tag { "a\($0)=''" }, " a=''", gigabyte, "file-unsafe 1"),
        xml("a tag of a hundred thousand namespaces", tag { "xmlns:a\($0)='u'" }, " a=''", gigabyte, "file-unsafe 1"),
        xml("1 GB of blanks before the declaration", " ", " ", gigabyte, "file-unreadable 1"),
    ]

    private static func tag(_ attribute: (Int) -> String) -> String {
        root + "<Invoice " + (0..<100_000).map(attribute).joined(separator: " ")
    }

    /// Files that are read to their end.
    static let readThrough: [EndlessFile] = [
        whole(csv("blank lines", header + "\n", "\n", 2 * megabyte, "0 invoices")),
        whole(csv("lines of empty cells", header + "\n", ",,\n", 4 * megabyte, "0 invoices")),
        whole(csv("lines of blanks in quotes", header + "\n", "\" \t\"\n", 2 * megabyte, "0 invoices")),
        whole(csv("a million columns", header, ",", 1_000_000, "0 invoices")),
        whole(xml("blanks between elements", root, " \n", 32 * megabyte, "0 invoices", ending: "</Invoices>")),
        whole(xml("comments between elements", root, "<!-- x -->", 32 * megabyte, "0 invoices", ending: "</Invoices>")),
    ]

    /// The file, ending with a whole one of what is repeated.
    private static func whole(_ file: EndlessFile) -> EndlessFile {
        var file = file
        file.size = file.head.count + file.size / file.body.count * file.body.count + file.tail.count
        return file
    }
}
