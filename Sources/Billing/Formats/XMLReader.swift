import CLibXML
import Glibc

/// What becomes of the elements of an XML file while it is read. Everything passed in is valid during the call only.
protocol XMLContent: AnyObject {
    /// The parser is there: names are compared with words of its dictionary.
    func learn(_ dictionary: XMLDictionary)
    /// An element begins.
    ///
    /// - Returns: whether it holds text rather than elements; nil, once `fault` is set, to read no further.
    func begin(_ name: XMLName, _ attributes: XMLAttributes, line: Int) -> Bool?
    /// An element ends; `text` is all of its own text, empty for one that holds elements.
    ///
    /// - Returns: false, once `fault` is set, to read no further.
    func end(text: UnsafeRawBufferPointer) -> Bool
    /// Text other than white space stands in an element that holds elements.
    func strayText()
    /// Why the file is not what it should be; nothing is read behind a fault.
    var fault: Finding? { get }
}

/// Reads XML safely and piece by piece: nothing is resolved, fetched or expanded, and what it holds is limited
/// (spec: Invoice files, XML).
///
/// The parser calls back with the reader's address: what works the parser holds no other hand on the reader.
struct XMLReader: ~Copyable {
    /// The most elements within each other.
    static let depthLimit = 16
    /// The most bytes of UTF-8 in an element's own text or in an attribute.
    static let textLimit = 64 * 1024
    /// The most attributes and namespaces that one element may have. The parser compares each with every other before
    /// it hands over any, so that a tag of some megabytes would keep it for hours.
    static let attributeLimit = 64
    /// The most bytes of a tag: enough for every attribute of the format at its longest.
    static let tagLimit = 1 << 20
    /// How much the parser is given at once.
    private static let piece = 64 * 1024

    private let content: any XMLContent
    private var parser: xmlParserCtxtPtr?
    private var fault: Finding?
    private var isStopped = false
    private var depth = 0
    private var text = OutputBytes()
    private var isTextElement = false
    private var lineOfElement = 1

    private init(_ content: any XMLContent) { self.content = content }

    /// Reads `source` from its beginning, handing its elements to `content`.
    ///
    /// - Returns: why the file must be rejected; nil when nothing is wrong with it.
    /// - Throws: `ReadFault`.
    static func read(_ source: ByteSource, to content: any XMLContent) throws(ReadFault) -> Finding? {
        let reader = UnsafeMutablePointer<XMLReader>.allocate(capacity: 1)
        reader.initialize(to: XMLReader(content))
        defer {
            reader.deinitialize(count: 1)
            reader.deallocate()
        }
        return try read(source, by: reader)
    }

    private static func read(
        _ source: ByteSource, by reader: UnsafeMutablePointer<XMLReader>
    ) throws(ReadFault) -> Finding? {
        xmlInitParser()
        // What the parser has to say beside a document, such as bytes that it can't convert, it would say on standard
        // error, where nothing of a file may stand.
        xmlSetStructuredErrorFunc(nil) { _, _ in }
        clibxml_silence()
        source.rewind()
        let piece = UnsafeMutableRawBufferPointer.allocate(byteCount: min(Self.piece, source.piece), alignment: 16)
        defer { piece.deallocate() }
        var count = try fill(piece, from: source)
        var handler = Self.handler()
        guard let parser = xmlCreatePushParserCtxt(&handler, reader, nil, 0, nil) else {
            preconditionFailure("out of memory")
        }
        defer {
            // The context may have built a document for itself; it is not freed with the context.
            xmlFreeDoc(parser.pointee.myDoc)
            xmlFreeParserCtxt(parser)
        }
        // Entities of XML's own are put in; all others are refused where they stand, with the declaration of any.
        xmlCtxtUseOptions(parser, Int32(XML_PARSE_NONET.rawValue | XML_PARSE_NOENT.rawValue))
        reader.pointee.begin(parser)
        while count > 0, !reader.pointee.isStopped {
            feed(UnsafeRawBufferPointer(rebasing: piece[..<count]), isLast: false, to: parser, reader)
            count = try fill(piece, from: source)
        }
        let none = UnsafeRawBufferPointer(start: nil, count: 0)
        if !reader.pointee.isStopped { feed(none, isLast: true, to: parser, reader) }
        if parser.pointee.wellFormed == 0 { reader.pointee.malformed("it is not XML", line: 1) }
        return reader.pointee.fault
    }

    private mutating func begin(_ parser: xmlParserCtxtPtr) {
        self.parser = parser
        content.learn(XMLDictionary(parser.pointee.dict))
    }

    /// Reads a whole piece, so that what the parser meets first does not depend on how the file's bytes come.
    private static func fill(_ piece: UnsafeMutableRawBufferPointer, from source: ByteSource) throws(ReadFault) -> Int {
        var count = 0
        while count < piece.count {
            let more = try source.read(into: UnsafeMutableRawBufferPointer(rebasing: piece[count...]))
            if more == 0 { break }
            count += more
        }
        return count
    }

    private static func feed(
        _ bytes: UnsafeRawBufferPointer, isLast: Bool, to parser: xmlParserCtxtPtr,
        _ reader: UnsafeMutablePointer<XMLReader>
    ) {
        let characters = bytes.baseAddress?.assumingMemoryBound(to: CChar.self)
        xmlParseChunk(parser, characters, Int32(bytes.count), isLast ? 1 : 0)
        reader.pointee.checkParser()
    }

    private mutating func checkParser() {
        if isStopped { return }
        if parser?.pointee.disableSAX != 0 {
            // It has given up, and told nobody: what follows would be missing without a word.
            malformed(XMLComplaint.text(XML_ERR_INVALID_ENCODING), line: line)
        } else {
            checkWaitingTag()
        }
    }

    /// Looks at the tag that the parser has not seen the end of, which it keeps until it does.
    private mutating func checkWaitingTag() {
        guard let input = parser?.pointee.input, let start = input.pointee.cur, let end = input.pointee.end,
            start.distance(to: end) > Self.piece / 4, start[0] == 0x3C, start[1] != 0x21, start[1] != 0x3F
        else { return }
        let tag = UnsafeBufferPointer(start: start, count: start.distance(to: end))
        if tag.count > Self.tagLimit { return stop(FileUnsafe.tooLarge(line: line)) }
        var quote: UInt8 = 0
        var count = 0
        for byte in tag {
            if quote != 0 {
                if byte == quote { quote = 0 }
            } else if byte == 0x22 || byte == 0x27 {
                quote = byte
                count += 1
            }
        }
        if count > Self.attributeLimit { tooManyAttributes(line: line) }
    }

    /// Whether more lies in the parser's buffer than it keeps for anything that the limits allow.
    private var holdsMoreThanATag: Bool {
        guard let input = parser?.pointee.input, let base = input.pointee.base, let end = input.pointee.end else {
            return false
        }
        return base.distance(to: end) > Self.tagLimit
    }

    private mutating func tooManyAttributes(line: Int) {
        stop(FileUnsafe.tooManyAttributes(line: line, limit: Self.attributeLimit))
    }

    private mutating func stop(_ finding: Finding) {
        if isStopped { return }
        fault = finding
        isStopped = true
        xmlStopParser(parser)
    }

    private mutating func malformed(_ what: String, line: Int) {
        stop(FileUnreadable.finding(Unreadable.malformedXML(what, line: line)))
    }

    // MARK: - Places

    /// The line that the parser has come to.
    private var line: Int { parser?.pointee.input.map { max(1, Int($0.pointee.line)) } ?? 1 }

    /// The line on which the tag begins whose end the parser has come to: the tag still lies in the parser's buffer,
    /// and holds no `<` but its first.
    private var lineOfTag: Int {
        guard let input = parser?.pointee.input, let base = input.pointee.base, let end = input.pointee.cur,
            let start = memrchr(base, 0x3C, base.distance(to: end))
        else { return line }
        var breaks = 0
        var place = UnsafeRawPointer(start)
        while let found = memchr(place, Int32(Byte.lineFeed), place.distance(to: UnsafeRawPointer(end))) {
            breaks += 1
            place = UnsafeRawPointer(found) + 1
        }
        return line - breaks
    }

    // MARK: - What the parser meets

    fileprivate mutating func documentType() { stop(FileUnsafe.documentType(line: line)) }

    fileprivate mutating func entity() { stop(FileUnsafe.entity(line: line)) }

    fileprivate mutating func begin(_ name: XMLName, _ attributes: XMLAttributes) {
        if isStopped { return }
        let line = lineOfTag
        lineOfElement = line
        depth += 1
        if depth > Self.depthLimit { return stop(FileUnsafe.tooDeep(line: line, limit: Self.depthLimit)) }
        if attributes.countWithNamespaces > Self.attributeLimit { return tooManyAttributes(line: line) }
        if attributes.hasLonger(than: Self.textLimit) {
            return stop(FileUnsafe.tooLong(line: line, what: "an attribute"))
        }
        text.removeAll()
        guard let isText = content.begin(name, attributes, line: line) else { return stopByContent() }
        isTextElement = isText
    }

    fileprivate mutating func end() {
        if isStopped { return }
        depth -= 1
        isTextElement = false
        if !content.end(text: text.bytes) { stopByContent() }
        text.removeAll()
    }

    fileprivate mutating func characters(_ bytes: UnsafeRawBufferPointer) {
        if isStopped { return }
        if isTextElement {
            if text.count + bytes.count > Self.textLimit {
                return stop(FileUnsafe.tooLong(line: lineOfElement, what: "a text"))
            }
            text.append(bytes)
        } else if !bytes.allSatisfy({ $0 == 0x20 || $0 == 0x09 || $0 == 0x0A || $0 == 0x0D }) {
            content.strayText()
            stopByContent()
        }
    }

    fileprivate mutating func error(_ error: xmlError) {
        if isStopped || error.level.rawValue < XML_ERR_ERROR.rawValue { return }
        let code = UInt32(bitPattern: error.code)
        let isNamespaceFault = (XML_NS_ERR_XML_NAMESPACE.rawValue...XML_NS_ERR_COLON.rawValue).contains(code)
        if error.level.rawValue < XML_ERR_FATAL.rawValue && !isNamespaceFault { return }
        switch xmlParserErrors(code) {
        case XML_ERR_UNDECLARED_ENTITY, XML_ERR_ENTITY_LOOP: entity()
        case XML_ERR_NAME_TOO_LONG: stop(FileUnsafe.tooLarge(line: line))
        // Its word for what it can't hold, and for bytes of which it can make nothing.
        case XML_ERR_INTERNAL_ERROR where holdsMoreThanATag: stop(FileUnsafe.tooLarge(line: line))
        default: malformed(XMLComplaint.text(xmlParserErrors(code)), line: max(1, Int(error.line)))
        }
    }

    private mutating func stopByContent() {
        if let fault = content.fault { stop(fault) }
    }

    // MARK: - Callbacks

    /// The parser's callbacks; each is handed the reader.
    private static func handler() -> xmlSAXHandler {
        var handler = xmlSAXHandler()
        handler.initialized = XML_SAX2_MAGIC
        handler.internalSubset = { this, _, _, _ in reader(this).pointee.documentType() }
        handler.getEntity = { this, _ in
            reader(this).pointee.entity()
            return nil
        }
        handler.startElementNs = { this, name, _, namespace, namespaceCount, namespaces, count, _, attributes in
            reader(this).pointee.begin(
                XMLName(local: name, namespace: namespace),
                XMLAttributes(
                    count: Int(count), first: attributes, namespaceCount: Int(namespaceCount), namespaces: namespaces))
        }
        handler.endElementNs = { this, _, _, _ in reader(this).pointee.end() }
        handler.characters = { this, text, count in
            reader(this).pointee.characters(UnsafeRawBufferPointer(start: text, count: Int(count)))
        }
        // The same, so that the parser does not try to tell blanks that matter from others.
        handler.ignorableWhitespace = handler.characters
        handler.cdataBlock = handler.characters
        handler.serror = { this, error in
            if let this, let error { reader(this).pointee.error(error.pointee) }
        }
        return handler
    }
}

private func reader(_ this: UnsafeMutableRawPointer?) -> UnsafeMutablePointer<XMLReader> {
    this!.assumingMemoryBound(to: XMLReader.self)
}
