/// The bytes that files are made of, by name.
enum Byte {
    static let tab: UInt8 = 0x09
    static let lineFeed: UInt8 = 0x0A
    static let carriageReturn: UInt8 = 0x0D
    static let space: UInt8 = 0x20
    static let quote: UInt8 = 0x22
    static let comma: UInt8 = 0x2C
    static let colon: UInt8 = 0x3A
    static let semicolon: UInt8 = 0x3B

    /// What may separate the cells of a CSV file, the likeliest first.
    static let separators = [comma, semicolon, tab]
}

extension UnsafeRawPointer {
    /// The byte at an offset.
    @inline(__always)
    subscript(offset: Int) -> UInt8 { load(fromByteOffset: offset, as: UInt8.self) }
}

extension UnsafeMutableRawPointer {
    /// The byte at an offset.
    @inline(__always)
    subscript(offset: Int) -> UInt8 {
        get { load(fromByteOffset: offset, as: UInt8.self) }
        nonmutating set { storeBytes(of: newValue, toByteOffset: offset, as: UInt8.self) }
    }
}

extension UnsafeRawPointer {
    /// Whether the same bytes lie here as there.
    @inline(__always)
    func holdsSame(_ other: UnsafeRawPointer, count: Int) -> Bool {
        func word(_ bytes: UnsafeRawPointer, _ place: Int) -> UInt64 {
            bytes.loadUnaligned(fromByteOffset: place, as: UInt64.self)
        }
        if count >= 8 {
            var place = 0
            while place < count - 8 {
                if word(self, place) != word(other, place) { return false }
                place += 8
            }
            // The last eight may overlap those before.
            return word(self, count - 8) == word(other, count - 8)
        }
        for place in 0..<count where self[place] != other[place] { return false }
        return true
    }
}
