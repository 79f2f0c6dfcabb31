/// How sentences quote what stood in an input.
enum Quotation {
    /// The text on one line, and no more of it than a cell of a report should hold.
    ///
    /// - Parameter longest: in characters.
    static func short(_ text: String, longest: Int = 60) -> String {
        var shown = String.UnicodeScalarView()
        for scalar in text.unicodeScalars.prefix(longest) {
            shown.append(scalar.properties.generalCategory == .control ? " " : scalar)
        }
        let isCut = text.unicodeScalars.dropFirst(longest).first != nil
        return isCut ? String(shown) + "…" : String(shown)
    }
}
