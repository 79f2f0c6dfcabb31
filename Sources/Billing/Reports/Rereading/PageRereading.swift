/// Adds up the amounts that a page embeds: `<data class="paid" value="12.00">$12.00</data>`.
enum PageRereading {
    /// What is wrong with the pages taken together; nil where nothing is.
    ///
    /// - Throws: `ReadFault`.
    static func difference(of files: [Rereading.File], from sums: [String: Money]) throws -> String? {
        var found: [String: Money] = [:]
        for file in files {
            let bytes = try file.bytes()
            guard bytes.suffix(8).elementsEqual("</html>\n".utf8) else { return "does not end as a page does" }
            guard add(bytes, to: &found) else { return "has a value that is no amount" }
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
        for file in files {
            let bytes = try file.bytes()
            guard bytes.suffix(8).elementsEqual("</html>\n".utf8) else { return "does not end as a page does" }
            var place = 0
            while let start = bytes.place(behind: " data-total=\"", from: place) {
                place = start
                let name = bytes[start...].prefix { $0 != 0x22 }
                let rest = bytes[name.endIndex...].drop { $0 != 0x3E }.dropFirst()
                let word = String(decoding: name, as: UTF8.self)
                missing.remove(word)
                guard let figure = figures[word] else { continue }
                let found = number(rest.prefix { $0 != 0x3C })
                if found != figure { return "has \(found) as \(word), where the decisions come to \(figure)" }
            }
        }
        return missing.min().map { "does not have \($0)" }
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
            guard bytes[(name.endIndex + 1)...].starts(with: between) else { return false }
            let value = bytes[(name.endIndex + 1 + between.count)...].prefix { $0 != 0x22 }
            guard let money = Money(reported: value) else { return false }
            found[String(decoding: name, as: UTF8.self), default: .zero] += money
            place = value.endIndex
        }
        return true
    }
}
