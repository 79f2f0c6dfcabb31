/// What the bytes of a text are to the tokenizer.
enum ActivityCharacters {
    /// The small letter, the digit, or one of the signs below, for every byte of ASCII.
    static let table: [UInt8] = (0..<256).map { byte in
        let scalar = UInt8(byte)
        switch scalar {
        case UInt8(ascii: "A")...UInt8(ascii: "Z"): return scalar + 32
        case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "0")...UInt8(ascii: "9"): return scalar
        case UInt8(ascii: "'"), UInt8(ascii: "`"): return apostrophe
        case UInt8(ascii: "-"): return hyphen
        case UInt8(ascii: "/"): return slash
        case UInt8(ascii: "."): return point
        case UInt8(ascii: ","): return comma
        case UInt8(ascii: "&"), UInt8(ascii: "+"): return link
        case UInt8(ascii: ":"), UInt8(ascii: "("), UInt8(ascii: ")"), UInt8(ascii: "["), UInt8(ascii: "]"),
            UInt8(ascii: "|"), UInt8(ascii: "="), UInt8(ascii: ">"), UInt8(ascii: "{"), UInt8(ascii: "}"):
            return dash
        case UInt8(ascii: ";"), UInt8(ascii: "!"), UInt8(ascii: "?"): return stop
        case 10, 13: return line
        case 9, 11, 12, 32: return space
        case 0..<128: return mute
        default: return wide
        }
    }

    /// The end of a line: it ends a sentence.
    static let line: UInt8 = 0
    static let space: UInt8 = 1
    /// Says nothing, but is no space either.
    static let mute: UInt8 = 2
    static let apostrophe: UInt8 = 3
    static let hyphen: UInt8 = 4
    static let slash: UInt8 = 5
    static let point: UInt8 = 6
    static let comma: UInt8 = 7
    static let link: UInt8 = 8
    static let dash: UInt8 = 9
    static let stop: UInt8 = 10
    /// The first byte of a character outside ASCII.
    static let wide: UInt8 = 11
    /// Not there for the reader's eye: a soft hyphen, a byte order mark.
    static let unseen: UInt8 = 12
    /// A letter outside ASCII that has no plain letter.
    static let otherLetter: UInt8 = 13

    /// What a character outside ASCII is, and how many bytes it takes. Letters with accents are the plain ones.
    static func wide(_ text: UnsafeRawBufferPointer, at index: Int) -> (sign: UInt8, length: Int) {
        let first = text[index]
        let length = first >= 0xf0 ? 4 : first >= 0xe0 ? 3 : first >= 0xc0 ? 2 : 1
        guard index + length <= text.count else { return (otherLetter, 1) }
        if length == 2 {
            return (latin(UInt32(first & 0x1f) << 6 | UInt32(text[index + 1] & 0x3f)), 2)
        }
        guard length == 3 else { return (otherLetter, length) }
        let scalar = UInt32(first & 0xf) << 12 | UInt32(text[index + 1] & 0x3f) << 6 | UInt32(text[index + 2] & 0x3f)
        return (punctuation(scalar), 3)
    }

    private static func latin(_ scalar: UInt32) -> UInt8 {
        switch scalar {
        case 0xa0: space
        case 0x85: line
        case 0xad: unseen
        case 0xb4, 0x2bc: apostrophe
        case 0xb7: dash
        case 0xa1...0xbf, 0xd7, 0xf7: mute
        case 0xc0...0xc5, 0xe0...0xe5: UInt8(ascii: "a")
        case 0xc7, 0xe7: UInt8(ascii: "c")
        case 0xc8...0xcb, 0xe8...0xeb: UInt8(ascii: "e")
        case 0xcc...0xcf, 0xec...0xef: UInt8(ascii: "i")
        case 0xd1, 0xf1: UInt8(ascii: "n")
        case 0xd2...0xd6, 0xd8, 0xf2...0xf6, 0xf8: UInt8(ascii: "o")
        case 0xd9...0xdc, 0xf9...0xfc: UInt8(ascii: "u")
        case 0xdd, 0xfd, 0xff: UInt8(ascii: "y")
        default: otherLetter
        }
    }

    private static func punctuation(_ scalar: UInt32) -> UInt8 {
        switch scalar {
        case 0x2000...0x200a, 0x202f, 0x205f, 0x3000: space
        case 0x200b...0x200f, 0x2060, 0xfeff: unseen
        case 0x2010, 0x2011: hyphen
        case 0x2012...0x2015, 0x2212, 0x2022: dash
        case 0x2018, 0x2019, 0x201b, 0x2032: apostrophe
        case 0x2026: stop
        case 0x2028, 0x2029: line
        case 0x2044: slash
        case 0x2016...0x206f, 0x20a0...0x2bff: mute
        default: otherLetter
        }
    }
}
