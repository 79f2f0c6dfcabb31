import Crypto
import Foundation

/// What stands around the content of every page: a document that asks nobody for anything, can be read without its
/// script, and says of which run it is.
struct Page {
    var title: StaticString
    /// The stretches of the page that its list of contents leads to: anchor and words.
    var contents: [(anchor: StaticString, words: StaticString)]
    /// The kinds of long tables on the page.
    var tables: [PageTable]
    /// The other page of the run.
    var sibling: (file: StaticString, words: StaticString)

    /// All up to the content.
    func opening(_ night: Night) -> Markup {
        let style = self.style(night)
        return """
            <!DOCTYPE html>
            <html lang="en">
            <head>
            <meta charset="utf-8">
            <meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src '\(Self.hash(style))'; \
            script-src '\(Self.hash(Markup(PageScript.source)))'; base-uri 'none'; form-action 'none'">
            <meta name="viewport" content="width=device-width, initial-scale=1">
            <meta name="referrer" content="no-referrer">
            <title>\(Markup(title)), run \(night.runID)</title>
            <style>\(style)</style>
            </head>
            <body>
            <a class="skip" href="#content">Skip to the content</a>
            <header>
            <p class="kicker">Permanency Placement Services Program · confidential: names children by their ids</p>
            <h1>\(Markup(title))</h1>
            <p class="note">Run \(night.runID), as of \(night.asOf.inWords). Policy pack \(night.pack.name) \
            \(night.pack.version).</p>
            </header>
            <nav aria-label="Contents"><ul>
            \(links)</ul></nav>\n
            """
    }

    /// All after the content.
    var closing: Markup {
        """
        <script>\(Markup(PageScript.source))</script>
        </body>
        </html>\n
        """
    }

    private var links: Markup {
        var links: Markup = ""
        for (anchor, words) in contents { links += "<li><a href=\"#\(Markup(anchor))\">\(Markup(words))</a></li>\n" }
        links += "<li><a href=\"\(Markup(sibling.file))\">\(Markup(sibling.words))</a></li>\n"
        return links
    }

    private func style(_ night: Night) -> Markup {
        var style = Markup(PageStyle.source)
        style += """
            @media print{@page{@bottom-left{content:"\(Markup(title)), run \(night.runID). Confidential.";\
            font:7.5pt system-ui,sans-serif;color:#505c67}\
            @bottom-right{content:"Page " counter(page) " of " counter(pages);\
            font:7.5pt system-ui,sans-serif;color:#505c67}}}\n
            """
        for table in tables { style += table.style }
        return style
    }

    /// What the browser compares a stylesheet or script with before it obeys it: nothing else is obeyed.
    private static func hash(_ markup: Markup) -> Markup {
        let digest = Data(SHA256.hash(data: markup.bytes)).base64EncodedString()
        return "sha256-\(digest)"
    }
}
