import Yams

extension ActivityWords {
    /// Reads the text of activities.yaml.
    ///
    /// - Parameters:
    ///   - yaml: the file's text.
    ///   - file: its name, for faults.
    /// - Throws: the first slip, with its line.
    init(yaml: String, file: String) throws(PackFault) {
        self.init(file: file)
        let document = try PackNode(yaml: yaml, file: file)
        for (name, section) in try document.entries() {
            if name == "spelling" {
                try readSpelling(section)
            } else {
                try readSection(section)
            }
        }
        try checkNames(document)
    }

    private mutating func readSpelling(_ section: PackNode) throws(PackFault) {
        try section.allow(["source", "pairs", "verb-endings", "typos-from", "abbreviations", "titles"])
        _ = try section.source()
        for pair in try section.optional("pairs")?.items() ?? [] {
            let letters = try pair.words().map { $0.text }
            guard letters.count == 2, letters[0] != letters[1], letters.allSatisfy({ !$0.isEmpty }) else {
                throw pair.fault("found \(letters), expected two ways to write the same letters, as in [iz, is]")
            }
            spellingPairs.append((letters[0], letters[1]))
        }
        verbEndings = try section.optional("verb-endings")?.words().map { $0.text } ?? []
        titles = try section.optional("titles")?.words().map { Word(text: $0.text, line: $0.line) } ?? []
        abbreviations = try section.optional("abbreviations")?.words().map { Word(text: $0.text, line: $0.line) } ?? []
        if let node = try section.optional("typos-from") {
            guard let length = Int(try node.text()), (5...12).contains(length) else {
                throw node.fault("expected a number of letters from 5 to 12; shorter words are too easily mistaken")
            }
            typosFrom = length
        }
    }

    private mutating func readSection(_ section: PackNode) throws(PackFault) {
        try section.allow(["source", "groups", "readings"])
        let source = try section.source()
        for (name, node) in try section.required("groups").entries() {
            if let first = groups.first(where: { $0.name == name }) {
                throw node.fault("there is a group of this name on line \(first.line) already; rename one of them")
            }
            groups.append(try group(name, node, source: source))
        }
        for node in try section.optional("readings")?.items() ?? [] {
            readings.append(try reading(node))
        }
    }

    private func group(_ name: String, _ node: PackNode, source: String) throws(PackFault) -> Group {
        try node.allow(["words", "means", "roles", "forms", "prefixes"])
        var roles: ActivityRoles = []
        for role in try node.optional("roles")?.words() ?? [] {
            guard let known = ActivityRoles.byName[role.text], known != .caseWork else {
                throw node.fault("found the role \(role.text), expected one of \(Self.roleNames)", line: role.line)
            }
            roles.insert(known)
        }
        var forms = Forms.asWritten
        if let node = try node.optional("forms") {
            guard let known = Forms(rawValue: try node.text()) else {
                throw node.fault("found \(try node.text()), expected noun or verb; leave it out for words as written")
            }
            forms = known
        }
        let means = try node.optional("means").map { node throws(PackFault) in try meaning(node) } ?? .nothing
        if means == .caseWork { roles.insert(.caseWork) }
        let words = try node.required("words").words()
        var seen: [String: Int] = [:]
        for word in words {
            if let line = seen.updateValue(word.line, forKey: word.text.lowercased()) {
                throw node.fault(
                    "\(word.text) stands in this group twice, on line \(line) too; take one away", line: word.line)
            }
        }
        return Group(
            name: name, source: source, words: words.map { Word(text: $0.text, line: $0.line) }, means: means,
            roles: roles, forms: forms, prefixes: try node.optional("prefixes")?.words().map { $0.text } ?? [],
            line: node.line)
    }

    private func reading(_ node: PackNode) throws(PackFault) -> Reading {
        let places = Place.allCases.map { $0.rawValue }
        try node.allow(["of", "in", "means"] + places + places.map { "unless-\($0)" })
        var conditions: [Condition] = []
        for place in Place.allCases {
            for isUnless in [false, true] {
                guard let names = try node.optional(isUnless ? "unless-\(place)" : place.rawValue)?.words() else {
                    continue
                }
                conditions.append(Condition(place: place, isUnless: isUnless, names: names.map { $0.text }))
            }
        }
        var field: Field?
        if let node = try node.optional("in") {
            field = Field(rawValue: try node.text())
            if field == nil { throw node.fault("found \(try node.text()), expected activity or description") }
        }
        return Reading(
            of: try node.required("of").words().map { $0.text }, conditions: conditions, field: field,
            means: try meaning(try node.required("means")), line: node.line)
    }

    private func meaning(_ node: PackNode) throws(PackFault) -> ActivityMeaning {
        let text = try node.text()
        guard let meaning = ActivityMeaning(text) else {
            let kinds = ActivityVerdict.Kind.allCases.map { "\($0)" }.joined(separator: ", ")
            throw node.fault(
                "found \(text), expected case work, nothing, or one of \(kinds), with maybe or aside before it or not")
        }
        return meaning
    }

    /// Every name in a reading is a group, a role or a mark.
    private func checkNames(_ document: PackNode) throws(PackFault) {
        let groupNames = Set(groups.map { $0.name })
        for reading in readings {
            for name in reading.of where !groupNames.contains(name) {
                throw document.fault("there is no group \(name); name one of this file", line: reading.line)
            }
            for name in reading.conditions.flatMap({ $0.names })
            where !groupNames.contains(name) && ActivityRoles.byName[name] == nil && ActivityMarks.byName[name] == nil {
                throw document.fault("there is no group, role or mark \(name); name one of these", line: reading.line)
            }
        }
    }

    private static var roleNames: String {
        ActivityRoles.byName.filter { $0.value != .caseWork }.keys.sorted().joined(separator: ", ")
    }
}
