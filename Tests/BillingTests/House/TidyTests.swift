import Foundation
import Testing

/// The house's rules that can be held by a test: who may import what, how long things are, what never stands in
/// Billing.
@Suite struct TidyTests {
    struct Source: Sendable {
        /// Its path below the repository.
        var path: String
        var lines: [Substring]
    }

    static let sources: [Source] = {
        var sources: [Source] = []
        for root in ["Sources", "Tests"] {
            let folder = repository.appending(path: root)
            let names = (try? FileManager.default.subpathsOfDirectory(atPath: folder.path)) ?? []
            for name in names.sorted() where name.hasSuffix(".swift") && !name.hasSuffix(".generated.swift") {
                let text = (try? String(contentsOf: folder.appending(path: name), encoding: .utf8)) ?? ""
                sources.append(Source(path: "\(root)/\(name)", lines: text.split(separator: "\n", omittingEmptySubsequences: false)))
            }
        }
        return sources
    }()

    static var billing: [Source] { sources.filter { $0.path.hasPrefix("Sources/Billing/") } }

    /// Places that match, as `path:line`.
    private func places(_ sources: [Source], _ matches: (Substring) -> Bool) -> [String] {
        sources.flatMap { source in
            source.lines.enumerated().filter { matches($0.element) }.map { "\(source.path):\($0.offset + 1)" }
        }
    }

    @Test func thereAreSourcesToLookAt() {
        #expect(Self.billing.count > 100)
    }

    @Test func moneyAndHoursAreIntegersEndToEnd() throws {
        let floating = try Regex(#"\b(Double|Float|Float16|Float80|CGFloat|Decimal|NSDecimalNumber)\b"#)
        #expect(places(Self.billing) { $0.contains(floating) } == [])
    }

    @Test(arguments: [
        ("CLibXML", ["Sources/Billing/Formats/XML"]),
        ("CLinux", ["Sources/Billing/Files/", "Sources/Billing/Reports/Rereading/ByteSearch"]),
        ("CMarks", ["Sources/Billing/Formats/MarkSearch"]),
        ("CSQLiteSettings", ["Sources/Billing/Store/"]),
        ("CXlsxWriter", ["Sources/Billing/Reports/Spreadsheets/", "Sources/Billing/Reports/Rereading/"]),
        ("GRDB", ["Sources/Billing/Store/"]),
        ("GRDBSQLite", ["Sources/Billing/Store/"]),
        ("Yams", ["Sources/Billing/Policy/"]),
        ("ArgumentParser", ["Sources/InvoiceBatch/"]),
        ("Logging", ["Sources/InvoiceBatch/"]),
    ]) func aLibraryIsKnownInItsFolderAlone(_ library: String, _ homes: [String]) throws {
        let sources = Self.sources.filter { source in
            source.path.hasPrefix("Sources/") && !homes.contains { source.path.hasPrefix($0) }
        }
        #expect(places(sources) { $0 == "import \(library)" || $0.hasSuffix(" import \(library)") } == [])
    }

    @Test func whatDecidesKnowsNoFileNoClockAndNoStore() throws {
        let pure = Self.billing.filter {
            $0.path.hasPrefix("Sources/Billing/Rules/") || $0.path.hasPrefix("Sources/Billing/Reconciliation/")
                || $0.path.hasPrefix("Sources/Billing/Values/")
        }
        let forbidden = try Regex(
            #"^import (Foundation|Glibc|GRDB)|\b(Disk|Store|Date\(|time\(|getenv|ProcessInfo|random|UUID)\b"#)
        #expect(places(pure) { !$0.contains("///") && $0.contains(forbidden) } == [])
    }

    /// A sentence is not broken for its width.
    @Test func linesAreAtMost120ColumnsWide() {
        #expect(places(Self.sources) { $0.count > 120 && !$0.contains("\"") } == [])
    }

    @Test func filesAreShort() {
        let long = Self.sources.filter { source in
            let limit = source.path.hasPrefix("Sources/Billing/Rules/Lines/") ? 120 : 320
            return source.path.hasPrefix("Sources/") && source.lines.count > limit
        }
        #expect(long.map { "\($0.path): \($0.lines.count)" } == [])
    }

    @Test func functionsAreShort() {
        var long: [String] = []
        for source in Self.sources where source.path.hasPrefix("Sources/") {
            var starts: [(indent: Int, line: Int)] = []
            for (number, line) in source.lines.enumerated() {
                let indent = line.prefix { $0 == " " }.count
                let text = line.dropFirst(indent)
                if text.contains("func ") || text.hasPrefix("init") || text.contains(" init("), text.last == "{" {
                    starts.append((indent, number))
                } else if text == "}", let start = starts.last, start.indent == indent {
                    starts.removeLast()
                    if number - start.line > 48 { long.append("\(source.path):\(start.line + 1)") }
                }
            }
        }
        #expect(long == [])
    }

    @Test func nothingIsLeftUnfinished() {
        let words = ["TO" + "DO", "FIX" + "ME", "not " + "implemented"]
        #expect(places(Self.sources) { line in words.contains { line.contains($0) } } == [])
    }

    @Test func namesComeFromTheField() {
        let banned = ["Util", "Helper", "Manager", "Common", "Core"]
        let named = Self.sources.filter { source in
            let name = source.path.split(separator: "/").last ?? ""
            return banned.contains { name.contains($0) }
        }
        #expect(named.map { $0.path } == [])
    }
}
