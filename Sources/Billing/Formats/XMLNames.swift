import CLibXML
import Glibc

/// A word that names may be compared with by its address alone: the parser keeps each name that it meets once.
struct XMLWord: Equatable {
    fileprivate let text: UnsafePointer<xmlChar>?

    /// A word before there is a parser.
    static var none: XMLWord { XMLWord(text: nil) }
}

/// The words that a parser has met, and those that it is asked to keep beside them.
struct XMLDictionary {
    private let words: xmlDictPtr

    /// - Parameter words: a parser's; they are valid as long as it is.
    init(_ words: xmlDictPtr) { self.words = words }

    func word(_ text: StaticString) -> XMLWord {
        XMLWord(text: xmlDictLookup(words, text.utf8Start, Int32(text.utf8CodeUnitCount)))
    }
}

/// The name of an element while the parser stands on it.
struct XMLName {
    private let local: UnsafePointer<xmlChar>?
    private let namespace: UnsafePointer<xmlChar>?

    init(local: UnsafePointer<xmlChar>?, namespace: UnsafePointer<xmlChar>?) {
        self.local = local
        self.namespace = namespace
    }

    /// Whether it is that element of that namespace.
    @inline(__always)
    func `is`(_ name: XMLWord, in namespace: XMLWord) -> Bool {
        local == name.text && self.namespace == namespace.text
    }

    /// The name for people, without its namespace.
    var text: String { local.map { String(cString: $0) } ?? "" }
}

/// The attributes of an element while the parser stands on it.
struct XMLAttributes {
    let count: Int
    /// Five pointers an attribute: name, prefix, namespace, and where the value begins and ends.
    private let first: UnsafeMutablePointer<UnsafePointer<xmlChar>?>?
    private let namespaceCount: Int
    private let namespaces: UnsafeMutablePointer<UnsafePointer<xmlChar>?>?

    init(
        count: Int, first: UnsafeMutablePointer<UnsafePointer<xmlChar>?>?, namespaceCount: Int,
        namespaces: UnsafeMutablePointer<UnsafePointer<xmlChar>?>?
    ) {
        self.count = count
        self.first = first
        self.namespaceCount = namespaceCount
        self.namespaces = namespaces
    }

    /// How many attributes and declared namespaces there are.
    var countWithNamespaces: Int { count + namespaceCount }

    /// Whether the attribute at `index` is in no namespace and has that name.
    @inline(__always)
    func isPlain(_ index: Int, _ name: XMLWord) -> Bool {
        first![5 * index + 2] == nil && first![5 * index] == name.text
    }

    /// Whether the attribute at `index` belongs to a namespace.
    func isIn(_ namespace: XMLWord, _ index: Int) -> Bool { first![5 * index + 2] == namespace.text }

    /// An attribute's value.
    @inline(__always)
    func value(_ index: Int) -> UnsafeRawBufferPointer {
        UnsafeRawBufferPointer(
            start: first![5 * index + 3], count: first![5 * index + 3]!.distance(to: first![5 * index + 4]!))
    }

    /// An attribute's name for people, without its namespace.
    func name(_ index: Int) -> String { first![5 * index].map { String(cString: $0) } ?? "" }

    /// Whether any value, or the name of a namespace that is declared here, has more than `limit` bytes.
    func hasLonger(than limit: Int) -> Bool {
        for index in 0..<count where value(index).count > limit { return true }
        for index in 0..<namespaceCount {
            if let name = namespaces![2 * index + 1], xmlStrlen(name) > limit { return true }
        }
        return false
    }
}
