/// Makes plain tar archives, sound ones and others.
enum TarMaker {
    static func archive(_ files: [(name: String, bytes: [UInt8])]) -> [UInt8] {
        files.flatMap { member($0.name, $0.bytes) } + [UInt8](repeating: 0, count: 1024)
    }

    /// - Parameter kind: `0` for a file, `2` for a symbolic link, `5` for a directory.
    static func member(_ name: String, _ bytes: [UInt8], kind: Character = "0") -> [UInt8] {
        var head = [UInt8](repeating: 0, count: 512)
        func put(_ text: String, _ place: Int) {
            for (index, byte) in text.utf8.enumerated() { head[place + index] = byte }
        }
        func octal(_ number: Int, _ width: Int) -> String {
            let digits = String(number, radix: 8)
            return String(repeating: "0", count: width - digits.count) + digits
        }
        put(name, 0)
        put("0000640", 100)
        put("0000000", 108)
        put("0000000", 116)
        put(octal(bytes.count, 11), 124)
        put(octal(0, 11), 136)
        put("        ", 148)
        put(String(kind), 156)
        put("ustar", 257)
        put("00", 263)
        put(octal(head.reduce(0) { $0 + Int($1) }, 6), 148)
        head[154] = 0
        head[155] = 0x20
        return head + bytes + [UInt8](repeating: 0, count: (512 - bytes.count % 512) % 512)
    }
}
