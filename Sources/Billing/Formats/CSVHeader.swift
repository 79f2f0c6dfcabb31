/// Which columns a CSV file's header names, and what is wrong with it.
struct CSVHeader: Sendable {
    /// The columns that are read, with their places in a row.
    private(set) var columns: [(column: Column, place: Int)] = []
    /// How many columns the header has, of whatever name.
    let columnCount: Int
    /// How many columns at a row's beginning all speak of its invoice, not of the line.
    let invoiceColumnsAhead: Int
    /// Columns that are missing or stand twice, in the order of the format's columns.
    private(set) var faults: [Finding] = []
    private(set) var warnings: [Finding] = []

    /// - Parameters:
    ///   - names: as the reader returns them.
    ///   - line: where the header begins.
    init(_ names: [String], line: Int) {
        columnCount = names.count
        var places: [String: [Int]] = [:]
        for (place, name) in names.enumerated() where !name.isEmpty { places[name, default: []].append(place) }
        for column in Column.allCases {
            let places = places[column.name] ?? []
            if let place = places.first { columns.append((column, place)) }
            if places.count > 1 { faults.append(FileColumns.repeated(column, line: line)) }
            if places.isEmpty, column.isRequired { faults.append(FileColumns.missing(column, line: line)) }
        }
        let ofInvoice = Set(HeaderMemory.columns.map { $0.name })
        invoiceColumnsAhead = names.prefix { ofInvoice.contains($0) }.count
        let listed = Set(Column.allCases.map { $0.name })
        var unknown: [String] = []
        for name in names where !name.isEmpty && !listed.contains(name) && !unknown.contains(name) {
            unknown.append(name)
            // A sentence about more than a few helps nobody, and a hostile header may have a hundred thousand.
            if unknown.count == 10 { break }
        }
        if !unknown.isEmpty { warnings.append(FileColumnUnknown.finding(unknown, line: line)) }
    }
}
