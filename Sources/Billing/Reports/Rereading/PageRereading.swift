/// Adds up the amounts that a page embeds: `<data class="paid" value="12.00">$12.00</data>`.
enum PageRereading {
    /// What is wrong with the pages taken together; nil where nothing is.
    ///
    /// - Throws: `ReadFault`.
    static func difference(of paths: [String], from sums: [String: Money]) throws -> String? {
        var found: [String: Money] = [:]
        for path in paths {
            let bytes = try Rereading.withSource(path) { source in
                var bytes = [UInt8](repeating: 0, count: source.size)
                var count = 0
                while count < bytes.count { count += try source.read(into: &bytes, from: count) }
                return bytes
            }
            guard bytes.suffix(8).elementsEqual("</html>\n".utf8) else { return "does not end as a page does" }
            guard add(bytes, to: &found) else { return "has a value that is no amount" }
        }
        for (name, sum) in sums.sorted(by: { $0.key < $1.key }) where found[name] ?? .zero != sum {
            return Rereading.words(name, found[name] ?? .zero, sum)
        }
        return nil
    }

    private static let opening = Array("<data class=\"".utf8)
    private static let between = Array(" value=\"".utf8)

    private static func add(_ bytes: [UInt8], to found: inout [String: Money]) -> Bool {
        var place = 0
        while let start = bytes[place...].firstIndex(of: 0x3C) {
            place = start + 1
            guard bytes[start...].starts(with: opening) else { continue }
            let name = bytes[(start + opening.count)...].prefix { $0 != 0x22 }
            guard bytes[(name.endIndex + 1)...].starts(with: between) else { return false }
            let value = bytes[(name.endIndex + 1 + between.count)...].prefix { $0 != 0x22 }
            guard let money = Money(reported: value) else { return false }
            found[String(decoding: name, as: UTF8.self), default: .zero] += money
            place = value.endIndex
        }
        return true
    }
}
