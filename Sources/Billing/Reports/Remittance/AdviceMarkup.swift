/// Writes the markup of an advice: every text that comes from outside passes through `text`.
final class AdviceMarkup {
    // Whoever writes a page has it alone.
    @exclusivity(unchecked) private(set) var bytes: [UInt8] = []

    /// Markup of the program's own.
    func raw(_ markup: String) {
        var markup = markup
        markup.withUTF8 { bytes.append(contentsOf: $0) }
    }

    /// A text, with what would be markup in it written out.
    func text(_ text: String) {
        var text = text
        text.withUTF8 { Escape.append(UnsafeRawBufferPointer($0), to: &bytes) }
    }

    /// `<p>text</p>`, with attributes that are the program's own.
    func element(_ name: String, _ attributes: String = "", _ content: String) {
        raw("<")
        raw(name)
        if !attributes.isEmpty {
            raw(" ")
            raw(attributes)
        }
        raw(">")
        text(content)
        raw("</")
        raw(name)
        raw(">")
    }

    /// A cell of a table; on a narrow screen its label stands before it.
    ///
    /// - Parameter kind: `n` for a number, `d` for what does not break over lines.
    func cell(_ label: String, _ content: String, kind: String = "") {
        raw("<td role=\"cell\" data-label=\"")
        raw(label)
        if !kind.isEmpty {
            raw("\" class=\"")
            raw(kind)
        }
        raw("\">")
        text(content)
        raw("</td>")
    }

    /// A cell with an amount that is found again by its class when the page is read.
    func amount(_ label: String, _ class: String, _ money: Money) {
        raw("<td role=\"cell\" data-label=\"")
        raw(label)
        raw("\" class=\"n\">")
        data(`class`, money)
        raw("</td>")
    }

    func data(_ class: String, _ money: Money) {
        raw("<data class=\"")
        raw(`class`)
        raw("\" value=\"")
        raw(money.description)
        raw("\">")
        raw(money.dollars)
        raw("</data>")
    }
}
