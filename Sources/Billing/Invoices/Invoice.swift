/// An invoice as it was read from a file, or as the store kept it.
public struct Invoice: Sendable {
    // As they came, spaces at the ends apart.
    public var provider: Symbol
    public var number: Symbol
    /// The number in small letters: what the invoice is known by, together with its provider.
    public var numberKey: Symbol
    public var formText: Symbol
    public var agreement: Symbol
    public var replacesText: Symbol

    // As they were read; nil where a cell could not be read.
    public var form: Form?
    public var billingMonth: Month?
    public var date: Day?
    /// The provider's own total.
    public var total: Money?
    /// The number of the invoice that this one corrects, in small letters; empty: none.
    public var replaces: Symbol

    /// Its lines, as a range of the lines read with it; an invoice without lines says that there were no services.
    public var lines: Range<Int>
    /// The physical line on which it begins in its file.
    public var place: Int
    /// What is wrong with it; anything that rejects it rejects it whole.
    public var findings: [Finding]
}

/// One row of service: one child, one date, one service, one activity, some hours. A plain value of fixed size.
public struct InvoiceLine: Sendable {
    /// Its invoice's place among the invoices read with it.
    public var invoice: Int32
    public var number: Int32
    public var child: Symbol
    public var worker: Symbol
    public var family: Symbol
    public var activity: Symbol
    public var description: Symbol
    /// The service as billed.
    public var serviceText: Symbol
    /// The service that the text means, by whichever policy; nil: none that the pack knows.
    public var service: Service?
    // Nights have millions of lines, and no cell may state more than these hold: they are kept short.
    private var shortUnread: UInt16 = 0
    public var day: Day
    private var shortHours: Int32
    private var shortRate: Int32
    private var shortAmount: Int32
    /// The physical line on which it begins in its file.
    public var place: Int32

    public init(
        invoice: Int32, number: Int32, child: Symbol, worker: Symbol, family: Symbol, activity: Symbol,
        description: Symbol, serviceText: Symbol, service: Service?, day: Day, hours: Hours, rate: Rate, amount: Money,
        place: Int32, unread: ColumnSet
    ) {
        self.invoice = invoice
        self.number = number
        self.child = child
        self.worker = worker
        self.family = family
        self.activity = activity
        self.description = description
        self.serviceText = serviceText
        self.service = service
        self.day = day
        shortHours = Int32(clamping: hours.hundredths)
        shortRate = Int32(clamping: rate.cents)
        shortAmount = Int32(clamping: amount.cents)
        self.place = place
        self.unread = unread
    }

    /// The cells that could not be read; their values say nothing. They are a line's own: from its number on.
    public var unread: ColumnSet {
        get { ColumnSet(rawValue: UInt32(shortUnread) << UInt32(Column.lineNumber.rawValue)) }
        set { shortUnread = UInt16(truncatingIfNeeded: newValue.rawValue >> UInt32(Column.lineNumber.rawValue)) }
    }

    public var hours: Hours {
        get { Hours(hundredths: Int(shortHours)) }
        set { shortHours = Int32(clamping: newValue.hundredths) }
    }

    public var rate: Rate {
        get { Rate(cents: Int(shortRate)) }
        set { shortRate = Int32(clamping: newValue.cents) }
    }

    public var amount: Money {
        get { Money(cents: Int(shortAmount)) }
        set { shortAmount = Int32(clamping: newValue.cents) }
    }
}
