import Foundation

/// The JSON of the desk's commands: indented, keys in order, in small letters with `_`. Every document states its
/// `version`, which rises when a key changes its meaning or goes; a new key alone raises nothing. Money (`"105.95"`)
/// and hours (`"1.50"`) are texts, written as in the reports, so that no reader makes binary fractions of them.
enum DeskJSON {
    /// The document's text, with a line end.
    static func text(_ document: some Encodable) -> String { encode(document, .prettyPrinted) + "\n" }

    /// The document on one line, without a line end.
    static func line(_ document: some Encodable) -> String { encode(document, []) }

    private static func encode(_ document: some Encodable, _ formatting: JSONEncoder.OutputFormatting) -> String {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [formatting, .sortedKeys, .withoutEscapingSlashes]
        encoder.keyEncodingStrategy = .convertToSnakeCase
        do {
            return String(decoding: try encoder.encode(document), as: UTF8.self)
        } catch {
            // The desk's documents hold texts and whole numbers alone, which JSON can always write.
            preconditionFailure("\(error)")
        }
    }
}
