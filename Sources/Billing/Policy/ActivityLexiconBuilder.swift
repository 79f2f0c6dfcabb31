/// Makes the tables of a lexicon from the words of the pack.
struct ActivityLexiconBuilder {
    let source: ActivityWords
    private(set) var entries = [ActivityLexicon.Entry()]
    private(set) var phraseAtNode: [UInt16] = [0]
    private(set) var readings: [ActivityReading] = []
    private(set) var readingOrder: [UInt16] = []
    private var ids: [String: UInt16] = [:]
    private var nodes: [UInt64: UInt16] = [:]
    /// The names of an entry's groups, by its id.
    private var groupNames: [[String]] = [[]]
    private var groupTraits: [String: ActivityTraits] = [:]
    /// The words that join two things: in a phrase they stand between its words.
    private let links: Set<String>

    /// Gives every group that a reading names its bit; one that has a role's name is known by the role.
    init(_ source: ActivityWords) throws(PackFault) {
        self.source = source
        links = Set(source.groups.filter { $0.roles.contains(.link) }.flatMap { $0.words.map { $0.text.lowercased() } })
        var named = Set<String>()
        for reading in source.readings { named.formUnion(reading.of + reading.conditions.flatMap { $0.names }) }
        let groups = source.groups.filter { named.contains($0.name) && ActivityRoles.byName[$0.name] == nil }
        if groups.count > ActivityTraits.groupLimit {
            let group = groups[ActivityTraits.groupLimit]
            throw PackFault(
                file: source.file, line: group.line, path: group.name,
                message: "readings name \(groups.count) groups; join some, \(ActivityTraits.groupLimit) may be named")
        }
        for (index, group) in groups.enumerated() { groupTraits[group.name] = .group(index) }
    }

    var wordKeys: [(key: UInt64, value: UInt16)] {
        ids.filter { !$0.key.contains(" ") }.map { (ActivityHash.of($0.key.utf8), $0.value) }.sorted { $0 < $1 }
    }

    var phraseKeys: [(key: UInt64, value: UInt16)] { nodes.map { ($0.key, $0.value) }.sorted { $0 < $1 } }

    /// The words that are known with a letter wrong: long ones that readings or verdicts rest on.
    var longWords: [(word: [UInt8], id: UInt16)] {
        let inPhrases = Set(nodes.keys.map { UInt16(truncatingIfNeeded: $0 >> 1) })
        return ids.filter { word, id in
            let traits = entries[Int(id)].traits
            let matters = traits.lowGroups | traits.highGroups != 0 || inPhrases.contains(id)
                || !traits.roles.isDisjoint(with: [.caseWork, .record, .verb, .negation, .exclusion])
            return matters && word.utf8.count >= source.typosFrom && word.utf8.count < ActivityTypos.longest
                && !word.contains(" ") && !word.contains("/")
        }.map { (Array($0.key.utf8), $0.value) }.sorted { $0.id < $1.id }
    }

    mutating func addGroups() throws(PackFault) {
        let forms = WordForms(spellingPairs: source.spellingPairs)
        for group in source.groups {
            for word in group.words {
                for form in forms.all(of: word.text.lowercased(), group.forms, prefixes: group.prefixes) {
                    try add(form, group, word)
                }
            }
        }
        for word in source.abbreviations { entries[try known(word, "abbreviations")].isAbbreviation = true }
        for word in source.titles { entries[try known(word, "titles")].isTitle = true }
    }

    /// The entry of a word that must stand in some group.
    private func known(_ word: ActivityWords.Word, _ list: String) throws(PackFault) -> Int {
        if let id = ids[word.text] { return Int(id) }
        throw PackFault(
            file: source.file, line: word.line, path: "spelling.\(list)",
            message: "\(word.text) is in no group; add it to one or take it away here")
    }

    private mutating func add(
        _ form: String, _ group: ActivityWords.Group, _ word: ActivityWords.Word
    ) throws(PackFault) {
        let spaced = form.split(separator: " ").map { Self.normalised($0) }
        let spoken = spaced.count(where: { !links.contains($0) })
        guard spaced.allSatisfy({ !$0.isEmpty }), spoken > 1 || spaced.count == 1 else {
            throw PackFault(
                file: source.file, line: word.line, path: group.name,
                message: "found \(word.text), expected letters and digits, words on both sides of an and; correct it")
        }
        let id = try self.id(of: spaced.joined(separator: " "), word)
        if spaced.count > 1 { try addPhrase(spaced, id, word) }
        if groupNames[Int(id)].last == group.name { return }
        groupNames[Int(id)].append(group.name)
        entries[Int(id)].traits.formUnion(groupTraits[group.name] ?? ActivityTraits())
        entries[Int(id)].traits.roles.formUnion(group.roles)
        if entries[Int(id)].means == .nothing { entries[Int(id)].means = group.means }
    }

    private mutating func addPhrase(_ words: [String], _ phrase: UInt16, _ word: ActivityWords.Word) throws(PackFault) {
        var node: UInt16 = 0
        var linked = false
        for (index, text) in words.enumerated() {
            if index > 0, links.contains(text) {
                linked = true
                continue
            }
            let id = try self.id(of: text, word)
            if index == 0 { entries[Int(id)].startsPhrase = true }
            let key = ActivityLexicon.phraseKey(node: node, word: id, linked: linked)
            linked = false
            if let next = nodes[key] {
                node = next
            } else {
                phraseAtNode.append(0)
                node = UInt16(phraseAtNode.count - 1)
                nodes[key] = node
            }
        }
        phraseAtNode[Int(node)] = phrase
    }

    private mutating func id(of text: String, _ word: ActivityWords.Word) throws(PackFault) -> UInt16 {
        if let id = ids[text] { return id }
        guard entries.count < 30_000, phraseAtNode.count < 60_000 else {
            throw PackFault(
                file: source.file, line: word.line, path: "",
                message: "the words are more than 30,000 with all their forms; take some away")
        }
        entries.append(ActivityLexicon.Entry())
        groupNames.append([])
        ids[text] = UInt16(entries.count - 1)
        return UInt16(entries.count - 1)
    }

    mutating func addReadings() {
        let roles = ActivityRoles.byName
        readings = source.readings.map { reading in
            ActivityReading(reading) { name in
                var traits = groupTraits[name] ?? ActivityTraits()
                traits.roles.formUnion(roles[name] ?? [])
                traits.marks.formUnion(ActivityMarks.byName[name] ?? [])
                return traits
            }
        }
        var ranges: [[String]: Range<Int32>] = [:]
        for id in entries.indices {
            if ranges[groupNames[id]] == nil {
                let start = Int32(readingOrder.count)
                readingOrder += fittingReadings(groupNames[id])
                ranges[groupNames[id]] = start..<Int32(readingOrder.count)
            }
            entries[id].readings = ranges[groupNames[id]]!
        }
    }

    /// The readings of a word of these groups, in the file's order.
    private func fittingReadings(_ names: [String]) -> [UInt16] {
        source.readings.indices.filter { index in
            source.readings[index].of.contains { names.contains($0) }
        }.map { UInt16($0) }
    }

    /// As the tokenizer sees a word: without hyphens, apostrophes and full stops, and without a possessive s.
    private static func normalised(_ word: Substring) -> String {
        var word = word
        if word.hasSuffix("'s") { word = word.dropLast(2) }
        return String(word.filter { !"-'.’".contains($0) })
    }
}
