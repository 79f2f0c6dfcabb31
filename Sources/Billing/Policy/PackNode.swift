import Yams

/// A place in a pack's document, which knows its line and its path, so that every fault can say where it is.
struct PackNode {
    let file: String
    let path: String
    private let node: Yams.Node

    /// Parses a document.
    init(yaml: String, file: String) throws(PackFault) {
        do {
            guard let node = try Yams.compose(yaml: yaml) else {
                throw PackFault(
                    file: file, line: 1, path: "", message: "The file is empty; a policy pack is expected.")
            }
            self.init(node, file: file, path: "")
        } catch let fault as PackFault {
            throw fault
        } catch let error as YamlError {
            throw PackFault(file: file, line: Self.line(of: error), path: "", message: "This is not YAML: \(error).")
        } catch {
            throw PackFault(file: file, line: 0, path: "", message: "This is not YAML: \(error).")
        }
    }

    private init(_ node: Yams.Node, file: String, path: String) {
        self.node = node
        self.file = file
        self.path = path
    }

    private static func line(of error: YamlError) -> Int {
        switch error {
        case .scanner(_, _, let mark, _), .parser(_, _, let mark, _), .composer(_, _, let mark, _): mark.line
        case .duplicatedKeysInMapping(_, let context): context.mark.line
        default: 0
        }
    }

    /// The line that it begins on, the first being 1.
    var line: Int { node.mark?.line ?? 0 }

    /// A fault at this place, or on another line of it.
    func fault(_ message: String, line: Int? = nil) -> PackFault {
        PackFault(file: file, line: line ?? self.line, path: path, message: message)
    }

    /// The entries of a mapping, in the file's order; each key once.
    func entries() throws(PackFault) -> [(key: String, value: PackNode)] {
        guard let mapping = node.mapping else { throw fault("A list of names and values is expected here.") }
        var entries: [(key: String, value: PackNode)] = []
        for (key, value) in mapping {
            guard let name = key.string else { throw fault("A name is expected before the colon.") }
            let entry = PackNode(value, file: file, path: path.isEmpty ? name : "\(path).\(name)")
            if entries.contains(where: { $0.key == name }) { throw entry.fault("`\(name)` stands here twice.") }
            entries.append((name, entry))
        }
        return entries
    }

    /// A mapping's values by name; every name must be among `required` or `optional`, every required one there.
    func fields(_ required: [String], optional: [String] = []) throws(PackFault) -> [String: PackNode] {
        var fields: [String: PackNode] = [:]
        for (key, value) in try entries() {
            guard required.contains(key) || optional.contains(key) else {
                let known = (required + optional).joined(separator: ", ")
                throw value.fault("`\(key)` is not known here; expected: \(known).")
            }
            fields[key] = value
        }
        for name in required where fields[name] == nil {
            throw fault("`\(name)` is missing here; add it.")
        }
        return fields
    }

    /// The value of that name; nil when there is none.
    func optional(_ name: String) throws(PackFault) -> PackNode? {
        try entries().first { $0.key == name }?.value
    }

    /// The value of that name.
    func required(_ name: String) throws(PackFault) -> PackNode {
        guard let value = try optional(name) else { throw fault("`\(name)` is missing here; add it.") }
        return value
    }

    /// Refuses a name other than these.
    func allow(_ names: [String]) throws(PackFault) {
        _ = try fields([], optional: names)
    }

    /// The document and the section that a value rests on.
    func source() throws(PackFault) -> String { try required("source").text() }

    /// A list of words, each with its line.
    func words() throws(PackFault) -> [(text: String, line: Int)] {
        var words: [(text: String, line: Int)] = []
        for item in try items() { words.append((try item.text(), item.line)) }
        return words
    }

    /// The items of a list.
    func items() throws(PackFault) -> [PackNode] {
        guard let sequence = node.sequence else { throw fault("A list is expected here.") }
        return sequence.enumerated().map { PackNode($0.element, file: file, path: "\(path)[\($0.offset + 1)]") }
    }

    /// A text, as it stands; not empty.
    func text() throws(PackFault) -> String {
        guard let text = node.scalar?.string, !text.allSatisfy({ $0.isWhitespace }) else { throw fault("A text is expected here.") }
        return text
    }

    func flag() throws(PackFault) -> Bool {
        switch try text() {
        case "true": return true
        case "false": return false
        case let other: throw fault("`\(other)` is neither true nor false.")
        }
    }

    /// A whole number within `range`.
    func number(in range: ClosedRange<Int>) throws(PackFault) -> Int {
        let text = try text()
        guard let number = Int(text), range.contains(number) else {
            throw fault("`\(text)` is not a whole number from \(range.lowerBound) to \(range.upperBound).")
        }
        return number
    }

    /// A date, `YYYY-MM-DD`.
    func day() throws(PackFault) -> Day {
        let text = try text()
        let parts = text.split(separator: "-", omittingEmptySubsequences: false)
        guard parts.count == 3, parts[0].count == 4, parts[1].count == 2, parts[2].count == 2,
            let year = Int(parts[0]), let month = Int(parts[1]), let date = Int(parts[2]),
            let day = Day(year: year, month: month, day: date)
        else { throw fault("`\(text)` is not a date; write it as 2014-12-19.") }
        return day
    }

    /// A decimal with two places as whole hundredths (`132.00` is 13200); nil for `none`.
    func hundredths() throws(PackFault) -> Int? {
        let text = try text()
        if text == "none" { return nil }
        let parts = text.split(separator: ".", omittingEmptySubsequences: false)
        guard parts.count == 2, parts[1].count == 2, parts[0].count <= 7, let whole = Int(parts[0]),
            let rest = Int(parts[1]), whole >= 0, rest >= 0
        else { throw fault("`\(text)` is not a number with two decimals, such as 132.00, nor `none`.") }
        return whole * 100 + rest
    }
}
