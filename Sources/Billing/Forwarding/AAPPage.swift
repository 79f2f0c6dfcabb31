/// What stands around the content of AAP's pages: a document that needs nothing but itself.
struct AAPPage {
    var markup = AdviceMarkup()

    mutating func begin(_ title: String, _ heading: String, facts: [(String, String)]) {
        markup.raw("<!DOCTYPE html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n")
        markup.raw("<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n")
        markup.raw("<meta name=\"referrer\" content=\"no-referrer\">\n")
        markup.element("title", "", title)
        markup.raw("\n<style>\n\(AdviceStyle.css)\(Self.css)</style>\n</head>\n<body>\n<main>\n")
        markup.raw(
            "<header>\n<p class=\"program\">Adoption Assistance Program · Permanency Placement Services Program</p>\n")
        markup.element("h1", "", heading)
        markup.raw("\n<dl class=\"facts\">")
        for (term, value) in facts {
            markup.raw("<div>")
            markup.element("dt", "", term)
            markup.element("dd", "", value)
            markup.raw("</div>")
        }
        markup.raw("</dl>\n</header>\n")
    }

    mutating func end() { markup.raw("</main>\n</body>\n</html>\n") }

    /// Begins a section with a heading.
    mutating func section(_ heading: String) {
        markup.raw("<section>\n")
        markup.element("h2", "", heading)
        markup.raw("\n")
    }

    mutating func paragraph(_ text: String, _ attributes: String = "") {
        markup.element("p", attributes, text)
        markup.raw("\n")
    }

    /// The head of a table.
    ///
    /// - Parameter numbers: which of the columns hold numbers.
    mutating func head(_ columns: [String], numbers: Set<String> = []) {
        markup.raw("<table class=\"lines\" role=\"table\">\n<thead role=\"rowgroup\"><tr role=\"row\">")
        for column in columns {
            let kind = numbers.contains(column) ? " class=\"n\"" : ""
            markup.element("th", "scope=\"col\" role=\"columnheader\"\(kind)", column)
        }
        markup.raw("</tr></thead>\n<tbody role=\"rowgroup\" class=\"group\">\n")
    }

    /// A row of cells: label, text, kind as `AdviceMarkup.cell` has it.
    mutating func row(_ cells: [(String, String, String)], isTotal: Bool = false) {
        markup.raw("<tr role=\"row\"\(isTotal ? " class=\"total\"" : "")>")
        for (label, text, kind) in cells { markup.cell(label, text, kind: kind) }
        markup.raw("</tr>\n")
    }

    mutating func endTable() { markup.raw("</tbody></table>\n") }

    /// Lines to sign on.
    mutating func signature(_ who: [String]) {
        markup.raw("<div class=\"sign\">")
        for name in who {
            markup.raw("<div><span></span>")
            markup.element("p", "", name)
            markup.raw("</div>")
        }
        markup.raw("</div>\n")
    }

    /// What these pages need beside the style of the advices.
    private static let css = """
        .lead{max-width:46rem}
        .lines+.sum{margin-top:1rem}
        .big{font-size:1.25rem;font-weight:600;margin:.4rem 0}
        .total>*{border-top:2px solid #1a1a1a;font-weight:700;background:#f5f5f5}
        .late{color:#8a2500;font-weight:600}
        .note{border-left:4px solid #1a4f8b;background:#eef3f9;padding:.6rem .8rem;max-width:46rem}
        .reasons{margin:.5rem 0 1rem;padding-left:1.2rem;max-width:60rem}
        .reasons li{margin:.4rem 0}
        .reasons .next{display:block;font-weight:600}
        .reasons .policy{display:block;color:#444;font-size:.85rem}
        .sign{display:flex;flex-wrap:wrap;gap:2.5rem;margin-top:3rem;break-inside:avoid}
        .sign div{flex:1 1 14rem}
        .sign span{display:block;border-bottom:1px solid #1a1a1a;height:2.2rem}
        .sign p{margin:.2rem 0;color:#444;font-size:.85rem}
        @media(max-width:46rem){
          .lines tr{border-bottom:1px solid #8a929c;padding:.3rem 0}
          .lines tr:last-child{border-bottom:0}
          .total>*{border-top:0}
          .lines td[data-label]::before{flex:none}
          .lines td:empty{display:none}
        }
        @media print{.note{background:none}section{break-inside:auto}.keep{break-inside:avoid}}

        """
}
