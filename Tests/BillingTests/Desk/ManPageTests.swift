import Foundation
import Testing

@testable import Billing

/// The man page in packaging/man says what the commands' own help says.
@Suite struct ManPageTests {
    private struct Help: Decodable {
        var command: Command
    }

    private struct Command: Decodable {
        var commandName: String
        var abstract: String?
        var discussion: String?
        var arguments: [Argument]?
        var subcommands: [Command]?
    }

    private struct Argument: Decodable {
        struct Name: Decodable {
            var kind, name: String
        }
        var kind: String
        var names: [Name]?
        var valueName: String?
        var abstract: String?
        var isRepeating: Bool
        var shouldDisplay: Bool

        /// As the page heads it: `.It Fl -as-of Ar yyyy-mm-dd`.
        var head: String {
            let value = "Ar \(valueName ?? "")" + (isRepeating ? "..." : "")
            if kind == "positional" { return ".It \(value)" }
            let names = (names ?? []).map { $0.kind == "short" ? $0.name : "-\($0.name)" }
            return ".It Fl " + names.joined(separator: " , ") + (kind == "option" ? " \(value)" : "")
        }

        var lines: [String] { [head] + [abstract].compactMap { $0 } }
    }

    private static func lines(_ command: Command) -> [String] {
        let texts = [command.abstract, command.discussion].compactMap { $0 }.flatMap { $0.split(separator: "\n") }
        let arguments = (command.arguments ?? []).filter(\.shouldDisplay)
        return [".It Em \(command.commandName)"] + texts.map(String.init) + arguments.flatMap(\.lines)
            + (command.subcommands ?? []).flatMap(lines)
    }

    @Test func theManPageIsFresh() throws {
        let said = try StartedProgram(["--experimental-dump-help"]).output
        let help = try JSONDecoder().decode(Help.self, from: Data(said.utf8)).command
        let page = try String(
            contentsOf: repository.appending(path: "packaging/man/invoice-batch.1"), encoding: .utf8)
        let description = try #require(page.components(separatedBy: ".Sh DESCRIPTION\n").last)
            .components(separatedBy: ".Sh \"EXIT STATUS\"")[0]
        let told = description.split(separator: "\n").filter { ![".Pp", ".El"].contains($0) && !$0.hasPrefix(".Bl") }
        let due = Self.lines(help).drop { !$0.hasPrefix(".It Fl") }
        #expect(told.map(String.init) == Array(due), "the commands' help has changed: run make man")
        #expect(page.contains(".Nd \"\(help.abstract ?? "")\""))
        #expect(due.count > 100)
    }
}
