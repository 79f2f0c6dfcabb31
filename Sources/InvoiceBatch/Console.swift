import Billing
import Glibc

/// The two streams of a command.
enum Console {
    /// Writes a text to standard output.
    static func say(_ text: String) { write(text, to: STDOUT_FILENO) }

    /// Writes a text to standard error.
    static func complain(_ text: String) { write(text, to: STDERR_FILENO) }

    /// Takes the numbers of streams that were closed when the program was started, so that no file of a run gets one of
    /// them and is then told what people should hear.
    static func occupyStreams() {
        for stream in STDIN_FILENO...STDERR_FILENO where fcntl(stream, F_GETFD) < 0 { _ = open("/dev/null", O_RDWR) }
    }

    /// Colour for standard output: on a terminal alone, and never where NO_COLOR is set (no-color.org).
    static var ink: Ink {
        let isOff = getenv("NO_COLOR").map { $0[0] != 0 } ?? false
        let isDumb = getenv("TERM").map { String(cString: $0) == "dumb" } ?? true
        return Ink(isOn: !isOff && !isDumb && isatty(STDOUT_FILENO) == 1)
    }

    /// Gathers text for standard output and writes it in large pieces.
    final class Output {
        private var bytes: [UInt8] = []

        func add(_ text: String) {
            bytes.append(contentsOf: text.utf8)
            if bytes.count >= 1 << 16 { flush() }
        }

        func flush() {
            Console.write(bytes[...], to: STDOUT_FILENO)
            bytes.removeAll(keepingCapacity: true)
        }
    }

    private static func write(_ text: String, to descriptor: Int32) {
        write(Array(text.utf8)[...], to: descriptor)
    }

    private static func write(_ bytes: ArraySlice<UInt8>, to descriptor: Int32) {
        var bytes = bytes
        while !bytes.isEmpty {
            let count = bytes.withUnsafeBytes { Glibc.write(descriptor, $0.baseAddress, $0.count) }
            if count < 0, errno != EINTR { return }
            bytes = bytes.dropFirst(max(0, count))
        }
    }
}

extension String {
    /// The text as one line that steers no terminal: a file's name may hold line breaks and escapes, which are shown by
    /// their codes.
    var onOneLine: String {
        guard unicodeScalars.contains(where: Self.isControl) else { return self }
        return unicodeScalars.reduce(into: "") { text, scalar in
            text += Self.isControl(scalar) ? scalar.escaped(asASCII: true) : String(scalar)
        }
    }

    private static func isControl(_ scalar: Unicode.Scalar) -> Bool {
        scalar.properties.generalCategory == .control || scalar == "\u{2028}" || scalar == "\u{2029}"
    }
}
