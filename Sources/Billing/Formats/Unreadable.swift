/// A file's content can't be read on from some line. It says what was found there and what was expected.
struct Unreadable: Error, Equatable {
    /// The file's physical line, the first being 1.
    var line: Int
    var sentence: Sentence

    init(line: Int, expected: String, found: String, message: String) {
        self.line = line
        sentence = Sentence(expected: expected, found: found, message: message)
    }

    static func quoteNeverClosed(line: Int) -> Unreadable {
        Unreadable(
            line: line, expected: "a closing quote", found: "the end of the file",
            message: "A quoted cell that begins on line \(line) is never closed.")
    }

    static func textBehindQuote(line: Int) -> Unreadable {
        Unreadable(
            line: line, expected: "a separator or the line's end", found: "more text behind a closing quote",
            message: "Behind the closing quote of a cell on line \(line) there is more text; "
                + "a quote within a quoted cell must be doubled.")
    }

    static func rowTooLarge(line: Int) -> Unreadable {
        Unreadable(
            line: line, expected: "at most 1 MiB in a row", found: "a longer row",
            message: "The row that begins on line \(line) is longer than 1 MiB; a quote may never have been closed.")
    }

    static func undecodable(_ fault: Undecodable, line: Int) -> Unreadable {
        Unreadable(
            line: line, expected: fault.expected, found: fault.found,
            message: "The text can't be read from line \(line) on: there is \(fault.found).")
    }

    /// More cells that can't be read than anyone would mend: the file is something else.
    static func tooManyFaults(line: Int, limit: Int) -> Unreadable {
        Unreadable(
            line: line, expected: "at most \(limit) cells that can't be read", found: "more of them",
            message: "Up to line \(line) more than \(limit) cells can't be read; the file as a whole is not in the format.")
    }

    static func noHeader() -> Unreadable {
        Unreadable(
            line: 1, expected: "a header row", found: "nothing",
            message: "The file has no header row at its beginning: it is empty or blank.")
    }

    /// The row has more cells than the header; for callers that take no such row.
    static func rowTooLong(line: Int, columns: Int) -> Unreadable {
        Unreadable(
            line: line, expected: "at most \(columns) cells", found: "more cells",
            message: "The row that begins on line \(line) has a value behind the \(columns) columns of the header.")
    }
}
