import Crypto

/// The SHA-256 of a source's bytes, taken up as they are read in their order; what is read once more is left out.
final class SourceHash {
    private var hasher = SHA256()
    private var count = 0

    /// - Parameter offset: where the bytes stand in the source; none before was left out.
    func update(_ bytes: UnsafeRawBufferPointer, at offset: Int) {
        let fresh = offset + bytes.count - count
        if fresh <= 0 { return }
        hasher.update(bufferPointer: UnsafeRawBufferPointer(rebasing: bytes.suffix(fresh)))
        count += fresh
    }

    /// The hash so far, in hex.
    var hex: String { hasher.finalize().map { Int($0).hex }.joined() }
}
