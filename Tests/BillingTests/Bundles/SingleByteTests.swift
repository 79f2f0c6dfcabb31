import Crypto
import Foundation
import Testing

@testable import Billing

/// Ten thousand changes of one byte of a bundle: each is refused, or changes no value.
@Suite struct SingleByteTests {
    /// A generator that says the same on every machine.
    private struct Dice {
        var state: UInt64

        mutating func roll(_ count: Int) -> Int {
            state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
            return Int(state >> 33) % count
        }
    }

    private struct Values: Equatable {
        var invoices: [[String]]
        var reviews: [BundleReview]
        var manifest: BundleManifest

        init(_ content: BundleContent, _ pack: PolicyPack) throws {
            var symbols = Symbols()
            let proven = try BundleProof(content: content, pack: pack).prove(&symbols)
            invoices = proven.reading.invoices.map { InvoiceXML.values($0, proven.reading.lines[$0.lines], symbols) }
            reviews = proven.reviews
            manifest = proven.manifest
        }
    }

    /// A bundle, signed by a key that was made for it.
    private func bundle() throws -> (content: BundleContent, pack: PolicyPack) {
        var office = try AAPOffice.withFirstWeek()
        let key = Curve25519.Signing.PrivateKey()
        let file = office.folder.path("key")
        try key.rawRepresentation.base64EncodedString().write(toFile: file, atomically: true, encoding: .utf8)
        office.pack.settings.aapPublicKey = BundleKey(key.publicKey.rawRepresentation.base64EncodedString())
        try office.forward("2026-W41", key: file)
        return (try office.content("AAP-2026-W41-0001"), office.pack)
    }

    /// Every byte of the small files is changed, bytes of the large ones by lot, 10,000 in all; without AAP's key, so
    /// that the hashes alone must hold.
    @Test(arguments: [false, true]) func aChangeOfOneByteIsRefusedOrChangesNothing(_ hasKey: Bool) throws {
        var (content, pack) = try bundle()
        if !hasKey { pack.settings.aapPublicKey = nil }
        let sound = try Values(content, pack)
        var dice = Dice(state: hasKey ? 2 : 1)
        let names = content.files.keys.sorted()
        var refused = 0
        var harmless = 0
        for round in 0..<10_000 {
            let name = names[round % names.count]
            let bytes = content.files[name]!
            let place = round / names.count < bytes.count ? round / names.count : dice.roll(bytes.count)
            let changed = content.changing(name, at: place, to: bytes[place] ^ UInt8(1 + dice.roll(255)))
            do {
                #expect(try Values(changed, pack) == sound, "\(name) at \(place) was taken with other values")
                harmless += 1
            } catch is BundleFault {
                refused += 1
            }
        }
        #expect(refused + harmless == 10_000)
        // Without a key the signature says nothing, and that is all that may change.
        #expect(
            hasKey
                ? harmless == 0
                : harmless == 10_000 / names.count
                    + (10_000 % names.count > names.firstIndex(
                        of: BundleFiles.signature)! ? 1 : 0),
            "\(harmless) of 10,000 were harmless")
    }

    /// The same of an archive, whose own heads and gaps are bytes, too.
    @Test func aChangeOfOneByteOfAnArchiveIsRefusedOrChangesNothing() throws {
        let (content, pack) = try bundle()
        let archive = TarMaker.archive(
            content.files.sorted { $0.key < $1.key }.map { ("AAP-2026-W41-0001/\($0.key)", $0.value) })
        let sound = try Values(TarReader.content(of: archive), pack)
        var dice = Dice(state: 3)
        var harmless = 0
        for _ in 0..<10_000 {
            var changed = archive
            let place = dice.roll(changed.count)
            changed[place] ^= UInt8(1 + dice.roll(255))
            do {
                #expect(try Values(TarReader.content(of: changed), pack) == sound, "byte \(place)")
                harmless += 1
            } catch is BundleFault {}
        }
        #expect(harmless == 0, "\(harmless) of 10,000 were harmless")
    }
}

extension BundleContent {
    /// The same with one byte changed.
    fileprivate func changing(_ name: String, at place: Int, to byte: UInt8) -> BundleContent {
        var content = BundleContent()
        for (own, bytes) in files {
            var bytes = bytes
            if own == name { bytes[place] = byte }
            try? content.add(own, bytes)
        }
        return content
    }
}
