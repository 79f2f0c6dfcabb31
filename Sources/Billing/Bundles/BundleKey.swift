import Crypto
import Foundation

/// AAP's public key: whoever has it can tell that AAP wrote a manifest, and only AAP can write one.
public struct BundleKey: Sendable {
    private let key: Curve25519.Signing.PublicKey

    /// - Parameter text: the 32 bytes of an Ed25519 key in base64.
    init?(_ text: String) {
        guard let bytes = Data(base64Encoded: text), bytes.count == 32,
            let key = try? Curve25519.Signing.PublicKey(rawRepresentation: bytes)
        else { return nil }
        self.key = key
    }

    /// Requires the signature of a bundle to be AAP's over its manifest.
    ///
    /// - Throws: `BundleFault`.
    func requireSigned(_ content: BundleContent) throws(BundleFault) {
        guard let manifest = content.files[BundleManifest.fileName] else { return }
        guard let file = content.files[BundleFiles.signature] else {
            throw .unsigned("none", "it has no \(BundleFiles.signature), and the policy pack has AAP's key")
        }
        guard let text = String(validating: file, as: UTF8.self), text.hasSuffix("\n"),
            let signature = Data(base64Encoded: String(text.dropLast())),
            signature.base64EncodedString() + "\n" == text, key.isValidSignature(signature, for: manifest)
        else {
            throw .unsigned("another's, or of another manifest", "its signature is not AAP's over this manifest")
        }
    }
}

/// AAP's own key, with which it signs.
struct BundleSigningKey: Sendable {
    private let key: Curve25519.Signing.PrivateKey

    /// - Parameter text: the 32 bytes of an Ed25519 key in base64, a line end behind them or none.
    init?(_ text: String) {
        guard let bytes = Data(base64Encoded: text.trimmingCharacters(in: .whitespacesAndNewlines)), bytes.count == 32,
            let key = try? Curve25519.Signing.PrivateKey(rawRepresentation: bytes)
        else { return nil }
        self.key = key
    }

    /// The bytes of the signature's file.
    func signature(of manifest: [UInt8]) -> [UInt8] {
        // Signing fails for no message.
        let signature = (try? key.signature(for: manifest)) ?? Data()
        return Array((signature.base64EncodedString() + "\n").utf8)
    }
}
