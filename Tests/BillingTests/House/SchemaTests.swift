import Foundation
import Testing

/// The XSD for the agencies' own tools says what the program says: every XML file of the samples that the program takes
/// is valid, and every one that it rejects for its schema is not.
@Suite struct SchemaTests {
    private static let schema = repository.appending(path: "docs/schema/invoice-1.xsd").path

    private static func files(_ folder: String) -> [String] {
        let url = repository.appending(path: "samples/\(folder)")
        let names = (try? FileManager.default.contentsOfDirectory(atPath: url.path)) ?? []
        return names.filter { $0.hasSuffix(".xml") }.sorted().map { url.appending(path: $0).path }
    }

    private func xmllint(_ file: String) throws -> Int32 {
        let process = Process()
        process.executableURL = URL(filePath: "/usr/bin/xmllint")
        process.arguments = ["--noout", "--nonet", "--schema", Self.schema, file]
        process.standardError = FileHandle.nullDevice
        process.standardOutput = FileHandle.nullDevice
        try process.run()
        process.waitUntilExit()
        return process.terminationStatus
    }

    @Test(arguments: files("invoices") + files("second-night/invoices"))
    func aSampleIsValidUnlessItIsMeantNotToBe(_ file: String) throws {
        // A document type declaration is no matter of the schema: the program refuses it all the same.
        if file.hasSuffix("/invoices/greenway-aap-second.xml") && !file.contains("second-night") { return }
        let isMeantToFail = file.hasSuffix("samples/invoices/maple-bridge-second.xml")
        #expect(try (xmllint(file) == 0) == !isMeantToFail)
    }

    @Test(arguments: [
        "unknown-attribute", "unknown-element", "wrong-order", "other-namespace", "no-namespace", "missing-attribute",
        "missing-element", "text-between-elements", "depth-17",
    ]) func aFileThatBreaksTheFormatBreaksTheSchema(_ name: String) throws {
        #expect(try xmllint(repository.appending(path: "samples/broken/\(name).xml").path) != 0)
    }
}
