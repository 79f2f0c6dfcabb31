import Yams

/// A value in a YAML file of the pack, with its place: what is read from it is what is expected there, or a fault that
/// says where.
struct PackNode {
    let file: String
    let path: String
    private let node: Node

    /// - Throws: where the text is no YAML, or has a key twice.
    init(yaml: String, file: String) throws(PackFault) {
        do {
            guard let node = try Yams.compose(yaml: yaml) else {
                throw PackFault(file: file, line: 0, path: "", message: "the file is empty; restore its contents")
            }
            self.init(file: file, path: "", node: node)
        } catch let fault as PackFault {
            throw fault
        } catch {
            throw PackFault(
                file: file, line: Self.line(of: error), path: "", message: "not YAML: \(Self.problem(of: error))")
        }
    }

    private init(file: String, path: String, node: Node) {
        self.file = file
        self.path = path
        self.node = node
    }

    /// The line that it begins on, the first being 1.
    var line: Int { node.mark?.line ?? 0 }

    func fault(_ message: String, line: Int? = nil) -> PackFault {
        PackFault(file: file, line: line ?? self.line, path: path, message: message)
    }

    /// Its keys and values, in the file's order.
    func mapping() throws(PackFault) -> [(key: String, value: PackNode)] {
        guard let mapping = node.mapping else { throw fault("found \(kind), expected keys with values") }
        var pairs: [(key: String, value: PackNode)] = []
        for (key, value) in mapping {
            guard let name = key.scalar?.string else { throw fault("found a key that is no word, expected a word") }
            pairs.append((name, PackNode(file: file, path: path.isEmpty ? name : "\(path).\(name)", node: value)))
        }
        return pairs
    }

    func sequence() throws(PackFault) -> [PackNode] {
        guard let sequence = node.sequence else { throw fault("found \(kind), expected a list in brackets") }
        return sequence.enumerated().map { PackNode(file: file, path: "\(path)[\($0.offset)]", node: $0.element) }
    }

    func string() throws(PackFault) -> String {
        guard let scalar = node.scalar else { throw fault("found \(kind), expected a word") }
        return scalar.string
    }

    /// A list of words, each with its line.
    func strings() throws(PackFault) -> [(text: String, line: Int)] {
        var strings: [(text: String, line: Int)] = []
        for node in try sequence() {
            let text = try node.string()
            if text.allSatisfy({ $0.isWhitespace }) { throw node.fault("found nothing, expected a word") }
            strings.append((text, node.line))
        }
        return strings
    }

    func optional(_ key: String) throws(PackFault) -> PackNode? {
        try mapping().first { $0.key == key }?.value
    }

    func required(_ key: String) throws(PackFault) -> PackNode {
        guard let value = try optional(key) else { throw fault("\(key) is missing; add it") }
        return value
    }

    /// The document and passage that a section rests on.
    func source() throws(PackFault) -> String {
        let node = try required("source")
        let text = try node.string()
        if text.allSatisfy({ $0.isWhitespace }) {
            throw node.fault("found nothing, expected the document and the section that this rests on")
        }
        return text
    }

    /// - Throws: where there is a key other than these.
    func allow(_ keys: [String]) throws(PackFault) {
        for (key, value) in try mapping() where !keys.contains(key) {
            throw value.fault("unknown key \(key), expected one of \(keys.joined(separator: ", ")); correct or remove it")
        }
    }

    private var kind: String {
        if node.mapping != nil { return "keys with values" }
        if node.sequence != nil { return "a list" }
        return "a word"
    }

    private static func line(of error: any Error) -> Int {
        switch error as? YamlError {
        case .scanner(_, _, let mark, _), .parser(_, _, let mark, _), .composer(_, _, let mark, _): mark.line
        case .duplicatedKeysInMapping(_, let context): context.mark.line
        default: 0
        }
    }

    private static func problem(of error: any Error) -> String {
        switch error as? YamlError {
        case .scanner(_, let problem, _, _), .parser(_, let problem, _, _), .composer(_, let problem, _, _): problem
        case .duplicatedKeysInMapping(let keys, _):
            "a key stands twice in one place: \(keys.map { "\($0)" }.joined(separator: ", ")); take one away"
        default: "\(error)"
        }
    }
}
