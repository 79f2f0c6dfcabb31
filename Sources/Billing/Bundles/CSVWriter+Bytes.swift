extension CSVWriter {
    /// All that was written, as a value: for files that are hashed before they are written.
    mutating func allBytes() -> [UInt8] {
        take { (bytes) throws(Never) in Array(bytes) }
    }
}
