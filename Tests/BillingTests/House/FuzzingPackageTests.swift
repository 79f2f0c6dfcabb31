import Foundation
import Testing

/// The fuzzers' own package, which is not built every day, has the parts that the program has.
@Suite struct FuzzingPackageTests {
    /// The dependencies of the target Billing, as a manifest lists them.
    private func parts(_ manifest: String) throws -> [Substring] {
        let text = try String(contentsOf: repository.appending(path: manifest), encoding: .utf8)
        let billing = try #require(text.components(separatedBy: "            name: \"Billing\",\n").last)
        let list = billing.components(separatedBy: "            ],\n")[0]
        return list.split(separator: "\n").filter { $0.contains("\"") }
    }

    @Test func billingHasTheSameParts() throws {
        let parts = try parts("Package.swift")
        #expect(parts.count >= 6)
        #expect(try parts == self.parts("Fuzzing/Package.swift"))
        for part in parts where part.hasPrefix("                \"") {
            let name = part.filter(\.isLetter)
            #expect(
                FileManager.default.fileExists(
                    atPath: repository.appending(path: "Fuzzing/Sources/\(name)/module.modulemap").path), "\(name)")
        }
    }
}
