/// Bytes on their way to a file: numbers and dates are written as digits in place, without a text in between.
struct OutputBytes: ~Copyable {
    private var start: UnsafeMutableRawPointer
    private var capacity: Int
    private(set) var count = 0

    init(capacity: Int = 1 << 12) {
        self.capacity = capacity
        start = .allocate(byteCount: capacity, alignment: 16)
    }

    deinit { start.deallocate() }

    /// All that was appended; valid until the next change.
    var bytes: UnsafeRawBufferPointer { UnsafeRawBufferPointer(start: start, count: count) }

    mutating func removeAll() { count = 0 }

    mutating func removeFirst(_ length: Int) {
        start.copyMemory(from: start + length, byteCount: count - length)
        count -= length
    }

    @inline(__always)
    mutating func append(_ byte: UInt8) {
        makeRoom(1)
        start.storeBytes(of: byte, toByteOffset: count, as: UInt8.self)
        count += 1
    }

    @inline(__always)
    mutating func append(_ text: UnsafeRawBufferPointer) {
        guard let bytes = text.baseAddress else { return }
        makeRoom(text.count)
        (start + count).copyMemory(from: bytes, byteCount: text.count)
        count += text.count
    }

    /// A byte, and behind it the lowest bytes of a number, the least first.
    @inline(__always)
    mutating func append(tag: UInt8, _ number: UInt64, byteCount: Int) {
        makeRoom(9)
        start.storeBytes(of: tag, toByteOffset: count, as: UInt8.self)
        start.storeBytes(of: number.littleEndian, toByteOffset: count + 1, as: UInt64.self)
        count += 1 + byteCount
    }

    mutating func append(_ text: String) {
        var text = text
        text.withUTF8 { append(UnsafeRawBufferPointer($0)) }
    }

    mutating func append(decimal number: Int) {
        if number < 0 { append(0x2D) }
        appendDigits(number.magnitude)
    }

    /// A count of hundredths with two places: `-1.05` for -105.
    mutating func append(hundredths number: Int) {
        if number < 0 { append(0x2D) }
        appendDigits(number.magnitude / 100)
        let rest = UInt8(number.magnitude % 100)
        append(0x2E)
        append(0x30 + rest / 10)
        append(0x30 + rest % 10)
    }

    /// `2026-09-03`.
    mutating func append(_ day: Day) {
        makeRoom(Day.textLength)
        day.write(to: start + count)
        count += Day.textLength
    }

    private mutating func appendDigits(_ number: UInt) {
        var length = 1
        var rest = number
        while rest >= 10 {
            rest /= 10
            length += 1
        }
        makeRoom(length)
        rest = number
        for place in (0..<length).reversed() {
            start.storeBytes(of: UInt8(0x30 + rest % 10), toByteOffset: count + place, as: UInt8.self)
            rest /= 10
        }
        count += length
    }

    @inline(__always)
    private mutating func makeRoom(_ length: Int) {
        if count + length > capacity { grow(length) }
    }

    private mutating func grow(_ length: Int) {
        capacity = max(2 * capacity, count + length)
        let larger = UnsafeMutableRawPointer.allocate(byteCount: capacity, alignment: 16)
        larger.copyMemory(from: start, byteCount: count)
        start.deallocate()
        start = larger
    }
}

extension Day {
    /// How many bytes `2026-09-03` takes.
    static let textLength = 10

    /// Writes the day as `2026-09-03`.
    func write(to place: UnsafeMutableRawPointer) {
        let date = civil
        func put(_ number: Int, at offset: Int) {
            place.storeBytes(of: UInt8(0x30 + number / 10), toByteOffset: offset, as: UInt8.self)
            place.storeBytes(of: UInt8(0x30 + number % 10), toByteOffset: offset + 1, as: UInt8.self)
        }
        put(date.year / 100, at: 0)
        put(date.year % 100, at: 2)
        place.storeBytes(of: 0x2D, toByteOffset: 4, as: UInt8.self)
        put(date.month, at: 5)
        place.storeBytes(of: 0x2D, toByteOffset: 7, as: UInt8.self)
        put(date.day, at: 8)
    }
}
