import Glibc
import Logging

/// What a run says on standard error while it works: one line that is written over on a terminal, else log lines.
struct RunLog {
    private let logger: Logger
    private let isProgress: Bool

    init(isJSON: Bool, isProgress: Bool) {
        self.isProgress = isProgress && !isJSON
        logger = Logger(label: "invoice-batch") { _ in
            LineLog(isJSON: isJSON)
        }
    }

    /// What the run is about to do, in a few words.
    func step(_ text: String) {
        if isProgress {
            Console.complain("\r\u{1B}[K\(text) ...")
        } else {
            logger.info("\(text)")
        }
    }

    func end() {
        if isProgress { Console.complain("\r\u{1B}[K") }
    }
}

/// Log lines with their time, as text or as JSON, on standard error.
private struct LineLog: LogHandler {
    let isJSON: Bool
    var metadata: Logger.Metadata = [:]
    var logLevel: Logger.Level = .info

    init(isJSON: Bool) { self.isJSON = isJSON }

    subscript(metadataKey key: String) -> Logger.Metadata.Value? {
        get { metadata[key] }
        set { metadata[key] = newValue }
    }

    func log(event: LogEvent) {
        var now = Glibc.time(nil)
        var parts = tm()
        gmtime_r(&now, &parts)
        var buffer = [CChar](repeating: 0, count: 32)
        strftime(&buffer, buffer.count, "%Y-%m-%dT%H:%M:%SZ", &parts)
        let time = String(decoding: buffer.prefix { $0 != 0 }.map { UInt8(bitPattern: $0) }, as: UTF8.self)
        let text = event.message.description.onOneLine
        if isJSON {
            Console.complain("{\"time\":\"\(time)\",\"level\":\"\(event.level)\",\"message\":\"\(text.escaped)\"}\n")
        } else {
            Console.complain("\(time) \(event.level) \(text)\n")
        }
    }
}

extension String {
    /// The text within a JSON string.
    fileprivate var escaped: String {
        replacing("\\", with: "\\\\").replacing("\"", with: "\\\"")
    }
}
