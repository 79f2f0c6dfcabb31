/// How sentences quote what stood in an input.
enum Quotation {
    /// The text on one line, and no more of it than a cell of a report should hold: 60 characters.
    static func short(_ text: String) -> String {
        let shown = String(
            text.unicodeScalars.prefix(60).map { $0.properties.generalCategory == .control ? " " : Character($0) })
        return text.unicodeScalars.count > 60 ? shown + "…" : shown
    }
}
