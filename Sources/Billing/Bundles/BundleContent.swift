import Crypto

/// The files of a bundle with their bytes, however the bundle came.
struct BundleContent: Sendable {
    /// Bytes by path in the bundle: `invoices.xml`, `returns/P-101.csv`.
    private(set) var files: [String: [UInt8]] = [:]
    private var size = 0

    /// The most bytes that a bundle may have, and the most files. A week of AAP's invoices takes a hundredth of it.
    static let largest = 64 << 20
    static let mostFiles = 20_000

    /// Adds a file.
    ///
    /// - Throws: `BundleFault` for a name that no bundle has, one that is there already, or too much of either.
    mutating func add(_ name: String, _ bytes: [UInt8]) throws(BundleFault) {
        try Self.requireName(name)
        guard files.updateValue(bytes, forKey: name) == nil else {
            throw .mismatch("each file once", "one twice", "it holds a file twice")
        }
        size += bytes.count
        try Self.requireRoom(size: size, files: files.count)
    }

    static func requireRoom(size: Int, files: Int) throws(BundleFault) {
        guard size <= largest, files <= mostFiles else {
            throw .mismatch(
                "at most \(largest >> 20) MiB in \(mostFiles) files", "more", "it is larger than any bundle can be")
        }
    }

    /// Letters, digits and a few signs, in the bundle or in one folder of it; never hidden, never out of it.
    private static func requireName(_ name: String) throws(BundleFault) {
        let parts = name.split(separator: "/", omittingEmptySubsequences: false)
        let isSafe =
            (1...2).contains(parts.count) && name.utf8.count <= 255 + BundleFiles.returns.utf8.count
            && parts.allSatisfy { part in
                !part.isEmpty && part.first != "." && part.utf8.allSatisfy { isPlain($0) }
            }
        guard isSafe else {
            throw .mismatch(
                "plain names of files of a bundle", Quotation.short(name),
                "it holds a file under a name that no bundle has")
        }
    }

    private static func isPlain(_ byte: UInt8) -> Bool {
        switch byte {
        case 0x30...0x39, 0x41...0x5A, 0x61...0x7A: true
        default: ".-_%~".utf8.contains(byte)
        }
    }

    /// What tells whether a directory still holds what was read: the hash of all names and of all bytes.
    var sha256: String {
        var hasher = SHA256()
        for (name, bytes) in files.sorted(by: { $0.key.utf8.lexicographicallyPrecedes($1.key.utf8) }) {
            hasher.update(data: Array("\(name)\u{0}\(Self.sha256(bytes))\n".utf8))
        }
        return hasher.finalize().map { Int($0).hex }.joined()
    }

    /// The SHA-256 of bytes in hex.
    static func sha256(_ bytes: [UInt8]) -> String {
        SHA256.hash(data: bytes).map { Int($0).hex }.joined()
    }
}
