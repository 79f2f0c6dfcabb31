import Testing

@testable import Billing

/// Only a plain archive of plain files is read.
@Suite struct TarReaderTests {
    private static let end = [UInt8](repeating: 0, count: 1024)
    private static let manifest = TarMaker.member("b/manifest.csv", Array("m".utf8))

    private func refusal(_ archive: [UInt8]) -> String? {
        do {
            _ = try TarReader.content(of: archive)
            return nil
        } catch {
            return error.sentence.message
        }
    }

    @Test(arguments: ["", "./", "AAP-2026-W41-0001/", "./b/"]) func theBundlesOwnDirectoryIsLeftOut(_ root: String)
        throws
    {
        let archive =
            TarMaker.member("\(root)", [], kind: "5").filter { _ in !root.isEmpty }
            + TarMaker.archive([
                ("\(root)manifest.csv", [1]), ("\(root)returns/P-1.csv", [UInt8](repeating: 7, count: 513)),
            ])
        let content = try TarReader.content(of: archive)
        #expect(content.files["manifest.csv"] == [1])
        #expect(content.files["returns/P-1.csv"]?.count == 513)
    }

    static let members: [(what: String, member: [UInt8])] = [
        ("leads out", TarMaker.member("b/../x", [1])), ("leads out at once", TarMaker.member("../x", [1])),
        ("is absolute", TarMaker.member("/etc/x", [1])), ("is hidden", TarMaker.member("b/.x", [1])),
        ("is deep", TarMaker.member("b/returns/x/y", [1])), ("has a space", TarMaker.member("b/a b", [1])),
        ("is no member of the bundle", TarMaker.member("other/x", [1])),
        ("is there twice", TarMaker.member("b/manifest.csv", [2])),
        ("is a symbolic link", TarMaker.member("b/x", [], kind: "2")),
        ("is a hard link", TarMaker.member("b/x", [], kind: "1")),
        ("is a device", TarMaker.member("b/x", [], kind: "3")), ("is a pipe", TarMaker.member("b/x", [], kind: "6")),
        ("is an extended head", TarMaker.member("b/x", [1], kind: "x")),
        ("is a long name", TarMaker.member("b/x", [1], kind: "L")),
        ("is sparse", TarMaker.member("b/x", [1], kind: "S")),
    ]

    @Test(arguments: members) func aMemberThatNoBundleHasIsRefused(_ what: String, _ member: [UInt8]) {
        #expect(refusal(Self.manifest + member + Self.end) != nil, "a member that \(what) was taken")
    }

    @Test func whatIsCutOffOrGoesOnIsRefused() {
        let sound = Self.manifest + Self.end
        #expect(refusal(sound) == nil)
        for count in stride(from: 0, to: sound.count, by: 100) { #expect(refusal(Array(sound.prefix(count))) != nil) }
        #expect(refusal(sound + [1]) != nil)
        #expect(refusal([UInt8](repeating: 0, count: 1024)) != nil, "an archive without anything in it")
        var large = Self.manifest
        for (index, byte) in "77777777777".utf8.enumerated() { large[124 + index] = byte }
        #expect(refusal(large + Self.end) != nil, "a size that no archive has")
    }
}
