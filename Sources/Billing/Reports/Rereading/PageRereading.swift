/// Adds up the amounts that a page embeds: `<data class="paid" value="12.00">$12.00</data>`.
enum PageRereading {
    /// What is wrong with the pages taken together; nil where nothing is.
    ///
    /// - Throws: `ReadFault`.
    static func difference(of files: [Rereading.File], from sums: [String: Money]) throws -> String? {
        var found: [String: Money] = [:]
        for file in files {
            var isSound = true
            let isWhole = try file.forEachPart { isSound = add($0, to: &found) && isSound }
            guard isWhole else { return "does not end as a page does" }
            guard isSound else { return "has a value that is no amount" }
        }
        for (name, sum) in sums.sorted(by: { $0.key < $1.key }) where found[name] ?? .zero != sum {
            return Rereading.words(name, found[name] ?? .zero, sum)
        }
        return nil
    }

    /// Compares the figures that pages name: `<td data-total="lines.paid.cents">$1,070.60</td>`.
    ///
    /// - Throws: `ReadFault`.
    static func difference(
        of files: [Rereading.File], from figures: [String: Int], required: [String]
    ) throws -> String? {
        var missing = Set(required)
        var wrong: String?
        for file in files {
            let isWhole = try file.forEachPart { bytes in
                forEachFigure(bytes) { word, found in
                    missing.remove(word)
                    guard wrong == nil, let figure = figures[word], found != figure else { return }
                    wrong = "has \(found) as \(word), where the decisions come to \(figure)"
                }
            }
            guard isWhole else { return "does not end as a page does" }
        }
        return wrong ?? missing.min().map { "does not have \($0)" }
    }

    private static func forEachFigure(_ bytes: [UInt8], _ body: (_ name: String, _ figure: Int) -> Void) {
        var place = 0
        while let start = bytes.place(behind: " data-total=\"", from: place) {
            place = start
            let name = bytes[start...].prefix { $0 != 0x22 }
            let rest = bytes[name.endIndex...].drop { $0 != 0x3E }.dropFirst()
            body(String(decoding: name, as: UTF8.self), number(rest.prefix { $0 != 0x3C }))
        }
    }

    /// The digits of `$1,070.60` or `1,012`, with the sign before them.
    private static func number(_ text: ArraySlice<UInt8>) -> Int {
        let value = text.reduce(0) { (0x30...0x39).contains($1) ? $0 * 10 + Int($1 - 0x30) : $0 }
        return text.first == 0x2D ? -value : value
    }

    private static let between = Array(" value=\"".utf8)

    private static func add(_ bytes: [UInt8], to found: inout [String: Money]) -> Bool {
        var place = 0
        while let start = bytes.place(behind: "<data class=\"", from: place) {
            let name = bytes[start...].prefix { $0 != 0x22 }
            guard bytes[name.endIndex...].dropFirst().starts(with: between) else { return false }
            let value = bytes[(name.endIndex + 1 + between.count)...].prefix { $0 != 0x22 }
            guard let money = Money(reported: value) else { return false }
            found[String(decoding: name, as: UTF8.self), default: .zero] += money
            place = value.endIndex
        }
        return true
    }
}

extension Rereading.File {
    /// Reads a page in parts of whole tags, each with the text behind it: a page may be long.
    ///
    /// - Returns: whether it ends as a page does.
    /// - Throws: as `read`.
    fileprivate func forEachPart(_ body: (_ part: [UInt8]) -> Void) throws -> Bool {
        try read { source in
            var part: [UInt8] = []
            var piece = [UInt8](repeating: 0, count: source.piece)
            while true {
                let count = try source.read(into: &piece, from: 0)
                if count == 0 { break }
                part += piece[..<count]
                // What begins with the last tag may go on in the next piece.
                guard let last = part.lastIndex(of: 0x3C) else { continue }
                let rest = Array(part[last...])
                part.removeSubrange(last...)
                body(part)
                part = rest
            }
            return part.elementsEqual("</html>\n".utf8)
        }
    }
}
