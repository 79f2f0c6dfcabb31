import Foundation

@testable import Billing

/// A page of documentation with commands in it: blocks of ```` ```console ````, in which a line that begins with `$ `
/// is a command, lines with `> ` go on with it, and what follows is what it prints. `...` stands for any number of
/// lines.
struct CommandPage {
    struct Command {
        /// The line on which it stands.
        var line: Int
        var text: String
        var expected: [String]
    }

    private(set) var commands: [Command] = []
    /// The page's lines; the output of each command is left out, and put in again where its command ends.
    private var frame: [(text: String, command: Int?)] = []

    init(_ text: String) {
        var isConsole = false
        for (index, line) in text.components(separatedBy: "\n").enumerated() {
            if line.hasPrefix("```") {
                isConsole = !isConsole && line == "```console"
                frame.append((line, nil))
            } else if isConsole, line.hasPrefix("$ ") {
                commands.append(Command(line: index + 1, text: String(line.dropFirst(2)), expected: []))
                frame.append((line, commands.count - 1))
            } else if isConsole, line.hasPrefix("> "), !commands.isEmpty {
                commands[commands.count - 1].text += "\n" + line.dropFirst(2)
                frame[frame.count - 1].text += "\n" + line
            } else if isConsole, !commands.isEmpty {
                commands[commands.count - 1].expected.append(line)
            } else {
                frame.append((line, nil))
            }
        }
    }

    /// The page with what its commands print; where the page has `...`, that stays.
    func text(printing outputs: [[String]]) -> String {
        frame.map { entry in
            guard let index = entry.command else { return entry.text }
            let expected = commands[index].expected
            let output = expected.contains("...") ? expected : outputs[index]
            return ([entry.text] + output).joined(separator: "\n")
        }.joined(separator: "\n")
    }

    /// Whether lines are as expected.
    static func matches(_ output: ArraySlice<String>, _ expected: ArraySlice<String>) -> Bool {
        guard let first = expected.first else { return output.isEmpty }
        if first == "..." {
            return (output.startIndex...output.endIndex).contains { matches(output[$0...], expected.dropFirst()) }
        }
        return output.first == first && matches(output.dropFirst(), expected.dropFirst())
    }
}
