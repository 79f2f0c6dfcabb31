/// How a file format writes the values of the columns. Nothing here says whether a value is in its column's range.
/// Every function takes a text without spaces at its ends, and returns nil for one that it can't read.
protocol Notation: SendableMetatype {
    static func form(_ text: UnsafeRawBufferPointer) -> Form?
    static func month(_ text: UnsafeRawBufferPointer) -> Month?
    static func day(_ text: UnsafeRawBufferPointer) -> Day?
    /// Zero or more.
    static func hours(_ text: UnsafeRawBufferPointer) -> Hours?
    /// Zero or more.
    static func money(_ text: UnsafeRawBufferPointer) -> Money?
    /// A month, a date and hours, as a sentence shows people how to write them.
    static var examples: (month: String, date: String, hours: String, money: String) { get }
}

extension Notation {
    /// What a column should hold, for people.
    static func expected(_ column: Column) -> String {
        switch column {
        case .form: "DCF-2106 or AAP"
        case .invoiceNumber: "1 to 30 letters, digits and signs of plain ASCII"
        case .replaces: "another invoice's number, 1 to 30 letters, digits and signs of plain ASCII"
        case .providerID, .agreementID, .childID, .worker, .familyID: "an id of 1 to 40 characters"
        case .billingMonth: "a month such as \(examples.month)"
        case .invoiceDate, .serviceDate: "a date of the calendar such as \(examples.date)"
        case .invoiceTotal: "an amount from 0.00 to 9,999,999.99 such as \(examples.money)"
        case .rate, .amount: "an amount above 0, at most 9,999,999.99, such as \(examples.money)"
        case .hours: "hours above 0, at most 999.99, such as \(examples.hours)"
        case .lineNumber: "a whole number from 1"
        case .service: "a service"
        case .activity, .description: "at most 2,000 characters"
        }
    }
}
