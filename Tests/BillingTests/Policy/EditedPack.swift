import Foundation
import Testing

@testable import Billing

/// The program's own pack as a policy officer would edit it: one text in one of its files put in place of another.
struct EditedPack: CustomTestStringConvertible, Sendable {
    var testDescription: String
    /// `ppsp.yaml` or `activities.yaml`.
    var file = PolicyPack.fileNames[0]
    var old: String
    var new: String

    init(_ title: String, file: String = PolicyPack.fileNames[0], _ old: String, _ new: String) {
        testDescription = title
        self.file = file
        self.old = old
        self.new = new
    }

    /// The texts of the two files.
    func texts() throws -> [String] {
        try PolicyPack.fileNames.enumerated().map { place, name in
            let text = place == 0 ? EmbeddedPack.ppsp : EmbeddedPack.activities
            guard name == file else { return text }
            let found = try #require(text.range(of: old), "\(name) has no \(old)")
            return text.replacingCharacters(in: found, with: new)
        }
    }

    /// The edited pack.
    func pack() throws -> PolicyPack {
        let texts = try texts()
        return try PolicyPack(ppsp: texts[0], activities: texts[1])
    }

    /// The line on which the new text stands, or its last line with something of its own in it.
    func line(of part: String) throws -> Int {
        let text = try texts()[file == PolicyPack.fileNames[0] ? 0 : 1]
        let found = try #require(text.range(of: part), "\(part)")
        return text[..<found.lowerBound].count { $0 == "\n" } + 1
    }

    /// What the program says when it is started with the edited folder; nil when it takes it.
    func stop() throws -> Stop? {
        let folder = try Folder()
        for (name, text) in try zip(PolicyPack.fileNames, texts()) {
            try Data(text.utf8).write(to: folder.url.appending(path: name))
        }
        do throws(Stop) {
            _ = try PolicyPack.load(folder.url.path)
            return nil
        } catch {
            return error
        }
    }
}
