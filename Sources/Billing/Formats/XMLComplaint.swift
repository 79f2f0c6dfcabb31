import CLibXML

/// The parser's complaints in plain words. Its own sentences quote the file, which no sentence of ours may do.
enum XMLComplaint {
    static func text(_ code: xmlParserErrors) -> String {
        switch code {
        case XML_ERR_DOCUMENT_EMPTY: "there is nothing in it"
        case XML_ERR_DOCUMENT_END: "there is more behind its last element, or it ends too early"
        case XML_ERR_TAG_NAME_MISMATCH: "an element is closed that is not open, or not the innermost"
        case XML_ERR_TAG_NOT_FINISHED, XML_ERR_GT_REQUIRED, XML_ERR_LT_REQUIRED, XML_ERR_LTSLASH_REQUIRED:
            "a tag is not finished"
        case XML_ERR_ATTRIBUTE_REDEFINED, XML_NS_ERR_ATTRIBUTE_REDEFINED: "an attribute stands twice"
        case XML_ERR_ATTRIBUTE_NOT_STARTED, XML_ERR_ATTRIBUTE_NOT_FINISHED, XML_ERR_ATTRIBUTE_WITHOUT_VALUE,
            XML_ERR_LT_IN_ATTRIBUTE, XML_ERR_SPACE_REQUIRED:
            "an attribute is not written as XML wants it"
        case XML_ERR_INVALID_CHAR, XML_ERR_INVALID_CHARREF: "there is a character that XML does not allow"
        case XML_ERR_INVALID_ENCODING, XML_ERR_UNKNOWN_ENCODING, XML_ERR_UNSUPPORTED_ENCODING:
            "its bytes are not text in the encoding that it states"
        case XML_NS_ERR_UNDEFINED_NAMESPACE: "a prefix is used that stands for no namespace"
        default: "it breaks the rules of XML"
        }
    }
}

extension Unreadable {
    static func malformedXML(_ what: String, line: Int) -> Unreadable {
        Unreadable(
            line: line, expected: "well-formed XML", found: "something else",
            message: "The XML can't be read from line \(line) on: \(what).")
    }
}
