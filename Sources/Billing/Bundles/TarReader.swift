/// Reads a tar archive of a bundle: plain ustar, regular files and the directories that they stand in, nothing else.
/// Links, devices, extended headers, names that lead out of it, anything behind its end: it is refused whole.
enum TarReader {
    private static let block = 512

    /// - Throws: `BundleFault`.
    static func content(of archive: [UInt8]) throws(BundleFault) -> BundleContent {
        var members: [(name: String, bytes: ArraySlice<UInt8>)] = []
        var place = 0
        while true {
            guard place + block <= archive.count else { throw fault("it ends before the archive does") }
            let header = archive[place..<place + block]
            if header.allSatisfy({ $0 == 0 }) { break }
            let (name, size, isFile) = try member(header)
            place += block
            guard size <= archive.count - place else { throw fault("it ends within a file") }
            if isFile { members.append((name, archive[place..<place + size])) }
            let end = place + (size + block - 1) / block * block
            guard end <= archive.count, archive[(place + size)..<end].allSatisfy({ $0 == 0 }) else {
                throw fault("there is something between its files")
            }
            try BundleContent.requireRoom(size: 0, files: members.count)
            place = end
        }
        guard archive.count - place >= 2 * block, archive[place...].allSatisfy({ $0 == 0 }) else {
            throw fault("there is something behind its end, or its end is cut off")
        }
        return try content(of: members)
    }

    /// The members by their names in the bundle: the bundle's own directory in front of them is left out.
    private static func content(
        of members: [(name: String, bytes: ArraySlice<UInt8>)]
    ) throws(BundleFault) -> BundleContent {
        let names = members.map { $0.name.hasPrefix("./") ? String($0.name.dropFirst(2)) : $0.name }
        let manifest = names.first { $0 == BundleManifest.fileName || isManifestInFolder($0) }
        guard let manifest else {
            throw .mismatch("a \(BundleManifest.fileName)", "none", "the archive has no \(BundleManifest.fileName)")
        }
        let root = String(manifest.dropLast(BundleManifest.fileName.count))
        var content = BundleContent()
        for (name, member) in zip(names, members) {
            guard name.hasPrefix(root) else { throw fault("it holds a file outside the bundle's directory") }
            try content.add(String(name.dropFirst(root.count)), Array(member.bytes))
        }
        return content
    }

    private static func isManifestInFolder(_ name: String) -> Bool {
        let parts = name.split(separator: "/", omittingEmptySubsequences: false)
        return parts.count == 2 && parts[1] == BundleManifest.fileName && parts[0] != ".." && !parts[0].isEmpty
    }

    // MARK: - Headers

    private static func member(
        _ header: ArraySlice<UInt8>
    ) throws(BundleFault) -> (name: String, size: Int, isFile: Bool) {
        let start = header.startIndex
        func field(_ offset: Int, _ length: Int) -> ArraySlice<UInt8> {
            header[(start + offset)..<(start + offset + length)]
        }
        let kind = header[start + 156]
        let isFile = kind == UInt8(ascii: "0") || kind == 0
        guard field(257, 5).elementsEqual("ustar".utf8), checksum(header) == octal(field(148, 8)) else {
            throw fault("the head of one of its files is damaged")
        }
        guard isFile || kind == UInt8(ascii: "5") else {
            throw fault("it holds something other than files: links and the like are never taken")
        }
        guard let size = octal(field(124, 12)), isFile || size == 0, let own = text(field(0, 100)),
            let folder = header[start + 262] == 0 ? text(field(345, 155)) : ""
        else { throw fault("the head of one of its files can't be read") }
        return (folder.isEmpty ? own : "\(folder)/\(own)", size, isFile)
    }

    /// Every byte of the head added up, the checksum's own taken for spaces.
    private static func checksum(_ header: ArraySlice<UInt8>) -> Int {
        header.enumerated().reduce(0) { $0 + ((148..<156).contains($1.offset) ? 0x20 : Int($1.element)) }
    }

    /// Octal digits, ended by a NUL or a space; nil for anything else.
    private static func octal(_ field: ArraySlice<UInt8>) -> Int? {
        let digits = field.drop { $0 == 0x20 }.prefix { $0 != 0 && $0 != 0x20 }
        guard !digits.isEmpty, digits.count <= 11, field[digits.endIndex...].allSatisfy({ $0 == 0 || $0 == 0x20 })
        else { return nil }
        return digits.reduce(0 as Int?) { value, byte in
            (0x30...0x37).contains(byte) ? value.map { $0 * 8 + Int(byte - 0x30) } : nil
        }
    }

    /// A text up to the first NUL, behind which there is nothing; nil for what is no text.
    private static func text(_ field: ArraySlice<UInt8>) -> String? {
        let bytes = field.prefix { $0 != 0 }
        guard field[bytes.endIndex...].allSatisfy({ $0 == 0 }) else { return nil }
        return String(validating: bytes, as: UTF8.self)
    }

    private static func fault(_ what: String) -> BundleFault {
        .mismatch("a plain tar archive of a bundle", "another", "\(what)")
    }
}
