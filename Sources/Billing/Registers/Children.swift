/// A child. No name: the program needs none.
struct Child: Sendable {
    var id: Symbol
    /// Nil where the register's row is bad.
    var born: Day?
}

/// children.csv: the children.
struct Children: Sendable {
    static let file = "children.csv"
    static let columns = ["child_id", "date_of_birth"]

    private(set) var rows: [Child] = []
    private(set) var index = SymbolIndex()

    static func read(_ reader: inout RegisterReader) throws -> Children {
        var children = Children()
        try reader.open(file, columns: columns)
        while try reader.next() {
            let id = reader.id(0)
            let born = reader.day(1)
            let isNew = children.index[id] == nil
            reader.expectNew(isNew, key: "child_id")
            let isSound = reader.closes(.child)
            guard isNew else { continue }
            children.index.set(id, to: children.rows.count)
            children.rows.append(Child(id: id, born: isSound ? born : nil))
        }
        return children
    }
}
