/// Writes the markup of an advice: every text that comes from outside passes through `text`.
final class AdviceMarkup {
    private(set) var bytes: [UInt8] = []

    /// Markup of the program's own.
    func raw(_ markup: String) { bytes.append(contentsOf: markup.utf8) }

    /// A text, with what would be markup in it written out.
    func text(_ text: String) {
        let markup: Markup = "\(text)"
        bytes.append(contentsOf: markup.bytes)
    }

    /// `<p>text</p>`, with attributes that are the program's own.
    func element(_ name: String, _ attributes: String = "", _ content: String) {
        raw("<\(name)\(attributes.isEmpty ? "" : " " + attributes)>")
        text(content)
        raw("</\(name)>")
    }

    /// A cell of a table; on a narrow screen its label stands before it.
    ///
    /// - Parameter kind: `n` for a number, `d` for what does not break over lines.
    func cell(_ label: String, _ content: String, kind: String = "") {
        element("td", "role=\"cell\" data-label=\"\(label)\"" + (kind.isEmpty ? "" : " class=\"\(kind)\""), content)
    }

    /// A cell with an amount that is found again by its class when the page is read.
    func amount(_ label: String, _ class: String, _ money: Money) {
        raw("<td role=\"cell\" data-label=\"\(label)\" class=\"n\">")
        data(`class`, money)
        raw("</td>")
    }

    func data(_ class: String, _ money: Money) {
        raw("<data class=\"\(`class`)\" value=\"\(money)\">\(money.dollars)</data>")
    }
}
