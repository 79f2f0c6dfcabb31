import CLinux

extension [UInt8] {
    /// The place behind the first occurrence of a text from `start` on; nil where there is none.
    func place(behind text: StaticString, from start: Int) -> Int? {
        withUnsafeBytes { bytes -> Int? in
            guard start < count else { return nil }
            let rest = bytes.baseAddress! + start
            guard let found = memmem(rest, count - start, text.utf8Start, text.utf8CodeUnitCount) else { return nil }
            return found - bytes.baseAddress! + text.utf8CodeUnitCount
        }
    }
}
