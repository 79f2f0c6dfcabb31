import Crypto

/// Names of files and folders made of ids and file names that come from outside.
///
/// Letters, digits, `.`, `_` and `-` stay; every other byte is `%` and its two hex digits, and so is a first `.` or
/// `-`, so that no name is hidden, taken for an option, or leads out of its folder. A name that would be longer than a
/// file system takes is cut and ends in `~` and half its SHA-256: `~` stands in no other name. Different texts have
/// different names.
enum SafeName {
    /// The longest name, with room for an ending: file systems take 255 bytes.
    static let longest = 240

    /// - Parameter reserved: names that mean something else in that folder; a text that is one is written otherwise.
    static func of(_ text: String, reserved: [String] = []) -> String {
        var name = ""
        for (index, byte) in text.utf8.enumerated() {
            let isPlain = isLetterOrDigit(byte) || byte == 0x5F || (index > 0 && (byte == 0x2E || byte == 0x2D))
            if isPlain, !(index == 0 && reserved.contains(text)) {
                name.unicodeScalars.append(Unicode.Scalar(byte))
            } else {
                name += "%" + Int(byte).hex.uppercased()
            }
        }
        if name.isEmpty { return "%" }
        guard name.utf8.count > longest else { return name }
        let hash = SHA256.hash(data: Array(text.utf8)).prefix(16).map { Int($0).hex }.joined()
        return String(name.prefix(longest - 33)) + "~" + hash
    }

    private static func isLetterOrDigit(_ byte: UInt8) -> Bool {
        (0x30...0x39).contains(byte) || (0x41...0x5A).contains(byte) || (0x61...0x7A).contains(byte)
    }
}
