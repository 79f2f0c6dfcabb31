/// What to write in place of a cell that can't be read, where its text leaves one reading: a decimal comma, a date in
/// another order of signs, a form without its dash.
enum Correction {
    /// A cell that a run would read, meant by one that it would not; nil where none suggests itself.
    static func cell(_ column: Column, _ text: String) -> String? {
        switch column {
        case .form: form(text)
        case .hours: number(text).flatMap { read($0, SpreadsheetNotation.hours) }?.description
        case .rate, .amount, .invoiceTotal: money(text)
        case .invoiceDate, .serviceDate: date(text)
        case .billingMonth: month(text)
        case .lineNumber: wholeNumber(text)
        default: nil
        }
    }

    /// The name of a service of the day's policy that a text comes close to: at most one letter in four is off.
    static func service(_ text: String, on day: Day, _ pack: PolicyPack) -> String? {
        guard let terms = pack.terms(on: day) else { return nil }
        let words = (0..<pack.services.names.count).map { Service(index: UInt8($0)) }.filter(terms.services.contains)
            .map { pack.services.name($0) }
        return closest(ServiceCatalogue.normalised(text).replacing("_", with: "-"), among: words)
    }

    /// The column that an unknown header comes close to.
    static func header(_ text: String) -> String? { closest(text, among: Column.allCases.map { $0.name }) }

    // MARK: - Cells

    private static func form(_ text: String) -> String? {
        let letters = text.lowercased().filter { $0.isLetter || $0.isNumber }
        if letters == "dcf2106" || letters == "2106" { return Form.dcf2106.description }
        return letters == "aap" ? Form.aap.description : nil
    }

    /// A decimal comma made a point, the word of a unit left out: `1,5 h` is `1.5`.
    private static func number(_ text: String) -> String? {
        var text = text.lowercased().filter { $0 != " " && $0 != "\u{A0}" }
        for unit in ["hours", "hour", "hrs", "hr", "h"] where text.hasSuffix(unit) { text.removeLast(unit.count) }
        return text.contains(".") ? text : text.replacing(",", with: ".")
    }

    private static func money(_ text: String) -> String? {
        var text = text.filter { $0 != " " && $0 != "\u{A0}" && $0 != "$" && $0 != "'" }
        if text.lowercased().hasSuffix("usd") { text.removeLast(3) }
        // Of two signs the later one divides the cents.
        if let comma = text.lastIndex(of: ","), comma > text.lastIndex(of: ".") ?? text.startIndex {
            guard text[text.index(after: comma)...].count == 2 else { return nil }
            text = text.replacing(".", with: "").replacing(",", with: ".")
        } else {
            text = text.replacing(",", with: "")
        }
        return read(text, SpreadsheetNotation.money)?.description
    }

    /// `2026/9/3`, `9-3-2026`, `9/3/26`: month before day, as Americans write it. `3.9.2026` is left alone: it may be
    /// either.
    private static func date(_ text: String) -> String? {
        let parts = text.split(whereSeparator: { $0 == "/" || $0 == "-" }).map(String.init)
        guard parts.count == 3, parts.allSatisfy({ $0.count <= 4 }) else { return nil }
        let numbers = parts.compactMap { Int($0) }
        guard numbers.count == 3 else { return nil }
        if parts[0].count == 4 { return Day(year: numbers[0], month: numbers[1], day: numbers[2])?.description }
        let year = parts[2].count == 2 ? 2000 + numbers[2] : numbers[2]
        return Day(year: year, month: numbers[0], day: numbers[1])?.description
    }

    private static func month(_ text: String) -> String? {
        if let day = date(text) { return day.split(separator: "-").prefix(2).joined(separator: "-") }
        let parts = text.split(whereSeparator: { !$0.isNumber }).compactMap { Int($0) }
        guard parts.count == 2, text.allSatisfy({ $0.isNumber || "/-. ".contains($0) }) else { return nil }
        let (year, month) = parts[0] > 12 ? (parts[0], parts[1]) : (parts[1], parts[0])
        guard (1...12).contains(month), (2000...2099).contains(year < 100 ? 2000 + year : year) else { return nil }
        return Month(year: year < 100 ? 2000 + year : year, month: month).description
    }

    private static func wholeNumber(_ text: String) -> String? {
        let digits = text.hasSuffix(".0") ? text.dropLast(2) : text[...]
        guard let number = Int(digits), number > 0, digits != text else { return nil }
        return String(number)
    }

    private static func read<Value>(_ text: String, _ parse: (UnsafeRawBufferPointer) -> Value?) -> Value? {
        var text = text
        return text.withUTF8 { parse(UnsafeRawBufferPointer($0)) }
    }

    // MARK: - Words

    private static func closest(_ text: String, among words: [String]) -> String? {
        let letters = Array(text.utf8.prefix(60))
        let near = words.map { (word: $0, distance: distance(letters, Array($0.utf8))) }
            .min { $0.distance < $1.distance }
        guard let near, near.distance * 4 <= near.word.utf8.count else { return nil }
        return near.word
    }

    /// How many letters must be put in, left out or exchanged to make one word of the other.
    private static func distance(_ a: [UInt8], _ b: [UInt8]) -> Int {
        var row = Array(0...b.count)
        for (i, letter) in a.enumerated() {
            var diagonal = row[0]
            row[0] = i + 1
            for (j, other) in b.enumerated() {
                let changed = diagonal + (letter == other ? 0 : 1)
                diagonal = row[j + 1]
                row[j + 1] = min(changed, row[j] + 1, row[j + 1] + 1)
            }
        }
        return row[b.count]
    }
}
