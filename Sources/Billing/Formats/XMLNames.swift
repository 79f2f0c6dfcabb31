import CLibXML
import Glibc

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
    func `is`(_ name: StaticString, in namespace: StaticString) -> Bool {
        isText(local, name) && isText(self.namespace, namespace)
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
    func isPlain(_ index: Int, _ name: StaticString) -> Bool {
        first![5 * index + 2] == nil && isText(first![5 * index], name)
    }

    /// Whether the attribute at `index` belongs to a namespace.
    func isIn(_ namespace: StaticString, _ index: Int) -> Bool { isText(first![5 * index + 2], namespace) }

    /// An attribute's value.
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

@inline(__always)
private func isText(_ text: UnsafePointer<xmlChar>?, _ word: StaticString) -> Bool {
    guard let text else { return false }
    return strcmp(
        UnsafeRawPointer(text).assumingMemoryBound(to: CChar.self),
        UnsafeRawPointer(word.utf8Start).assumingMemoryBound(to: CChar.self)) == 0
}
