import Foundation
import Testing

@testable import Billing

/// `make install PREFIX=`: what it puts where, and that shells can use it.
@Suite struct InstallTests {
    let folder: Folder

    init() throws {
        folder = try Folder()
        let said = try shell(
            "Scripts/install-files \"$0\" \"\" \"$1\"", ExitTests.program, folder.path("prefix"))
        #expect(said == "")
    }

    /// What a script says on both streams; it must end well.
    private func shell(_ script: String, _ words: String..., options: [String] = []) throws -> String {
        try run(["/bin/bash"] + options + ["-c", script] + words)
    }

    private func run(_ words: [String]) throws -> String {
        let process = Process()
        process.executableURL = URL(filePath: words[0])
        process.arguments = Array(words.dropFirst())
        process.currentDirectoryURL = repository
        let output = Pipe()
        process.standardOutput = output
        process.standardError = output
        try process.run()
        let said = String(decoding: output.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
        process.waitUntilExit()
        #expect(process.terminationStatus == 0, "\(said)")
        return said
    }

    private func installed(_ path: String) -> String { folder.path("prefix/\(path)") }

    @Test func everythingHasItsPlaceAndItsRights() throws {
        let prefix = URL(filePath: folder.path("prefix"))
        let files = try SampleMonth.files(in: prefix).keys.sorted()
        #expect(
            files == [
                "bin/invoice-batch", "share/bash-completion/completions/invoice-batch",
                "share/fish/vendor_completions.d/invoice-batch.fish", "share/man/man1/invoice-batch.1",
                "share/zsh/site-functions/_invoice-batch",
            ])
        for file in files {
            let rights = try FileManager.default.attributesOfItem(atPath: installed(file))[.posixPermissions] as? Int
            #expect(rights == (file.hasPrefix("bin/") ? 0o755 : 0o644), "\(file)")
        }
        let version = try run([installed("bin/invoice-batch"), "--version"])
        #expect(try version == StartedProgram(["--version"]).output)
    }

    /// What bash offers for the last of some words, with the options that its completion package sets.
    private func offered(_ words: String...) throws -> Set<Substring> {
        let script = """
            source "$0"
            COMP_WORDS=("$@")
            COMP_CWORD=$(($# - 1))
            COMP_LINE="$*"
            COMP_POINT=${#COMP_LINE}
            _invoice-batch invoice-batch "${COMP_WORDS[COMP_CWORD]}" "${COMP_WORDS[COMP_CWORD - 1]}"
            printf '%s\\n' "${COMPREPLY[@]}"
            """
        let file = installed("share/bash-completion/completions/invoice-batch")
        return Set(try run(["/bin/bash", "-O", "extglob", "-c", script, file] + words).split(separator: "\n"))
    }

    @Test func bashCompletes() throws {
        let file = installed("share/bash-completion/completions/invoice-batch")
        #expect(try run(["/bin/bash", "-n", file]) == "")
        #expect(try offered("invoice-batch", "").isSuperset(of: try StartedProgram.subcommands().map { $0[...] }))
        #expect(try offered("invoice-batch", "ch") == ["check"])
        #expect(try offered("invoice-batch", "check", "--f") == ["--format"])
        #expect(try offered("invoice-batch", "check", "--format", "") == ["text", "csv", "json"])
        #expect(try offered("invoice-batch", "run", "--st") == ["--store", "--status"])
    }

    @Test(.enabled(if: FileManager.default.isExecutableFile(atPath: "/usr/bin/zsh"))) func zshReadsIts() throws {
        let file = installed("share/zsh/site-functions/_invoice-batch")
        #expect(try run(["/usr/bin/zsh", "-n", file]) == "")
        #expect(try String(contentsOfFile: file, encoding: .utf8).hasPrefix("#compdef invoice-batch\n"))
    }

    @Test(.enabled(if: FileManager.default.isExecutableFile(atPath: "/usr/bin/fish"))) func fishCompletes() throws {
        let file = installed("share/fish/vendor_completions.d/invoice-batch.fish")
        let said = try run(["/usr/bin/fish", "-c", "source '\(file)'; complete -C 'invoice-batch ch'"])
        #expect(said.hasPrefix("check\t"))
    }
}
