/// Why a bundle is not the one that AAP wrote.
struct BundleFault: Error, Hashable, Sendable {
    /// Which rule tells it.
    var kind: Kind
    var sentence: Sentence

    enum Kind: Sendable {
        case mismatch, unsigned
    }

    /// - Parameter where: the end of a sentence about the bundle: `invoices.xml is not the file of its manifest`.
    static func mismatch(_ expected: String, _ found: String, _ where: String) -> BundleFault {
        let message = "The bundle was refused whole: \(`where`)."
        return BundleFault(kind: .mismatch, sentence: Sentence(expected: expected, found: found, message: message))
    }

    static func unsigned(_ found: String, _ where: String) -> BundleFault {
        let sentence = Sentence(
            expected: "AAP's signature over \(BundleManifest.fileName)", found: found,
            message: "The bundle was refused whole: \(`where`).")
        return BundleFault(kind: .unsigned, sentence: sentence)
    }

    /// What exceptions.csv and the answer to AAP say of it.
    var finding: Finding {
        switch kind {
        case .mismatch: Finding(BundleMismatch.self, line: 0, sentence)
        case .unsigned: Finding(BundleUnsigned.self, line: 0, sentence)
        }
    }
}
