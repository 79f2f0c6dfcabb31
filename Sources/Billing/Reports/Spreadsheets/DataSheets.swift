import CXlsxWriter

/// A column of a data sheet.
struct SheetColumn {
    var title: String
    /// In characters.
    var width: Int

    init(_ title: String, _ width: Int) {
        self.title = title
        self.width = width
    }
}

/// Rows of data under one header that stays in sight, with filters. What one sheet can't hold goes on in a further one.
struct DataSheets {
    /// The most rows of a sheet, its header among them.
    static let sheetRows = 1_048_576

    private let workbook: Workbook
    private let name: String
    private let columns: [SheetColumn]
    /// So many columns are printed, from the first; the others are for sorting and filtering.
    private let printed: Int
    private let rowLimit: Int
    private var sheet: UnsafeMutablePointer<lxw_worksheet>?
    private var sheetCount = 0
    private var row: UInt32 = 0
    private var column: UInt16 = 0
    /// How many lines of text the row's longest cell takes.
    private var lineCount = 1

    /// - Parameter name: the first sheet's name; further ones are `name 2`, `name 3`.
    init(
        _ workbook: Workbook, name: String, columns: [SheetColumn], printed: Int? = nil, rowLimit: Int = sheetRows
    ) {
        self.workbook = workbook
        self.name = name
        self.columns = columns
        self.printed = printed ?? columns.count
        self.rowLimit = rowLimit
        addSheet()
    }

    mutating func beginRow() {
        endRow()
        if Int(row) + 1 >= rowLimit {
            endSheet()
            addSheet()
        }
        row += 1
        column = 0
    }

    /// A cell of text, never a formula: one that begins as a formula does has an apostrophe in front, so that it stays
    /// a text where the sheet is saved as CSV and opened again.
    ///
    /// - Parameter isWrapped: whether a long text goes on in further lines of its cell.
    mutating func text(_ text: String, isWrapped: Bool = false) {
        if !text.isEmpty {
            let guarded = text.utf8.first.map(CSVWriter.startsFormula) == true ? "'" + text : text
            workbook.note(
                worksheet_write_string(sheet, row, column, guarded, isWrapped ? workbook.wrapped : workbook.text))
            if isWrapped {
                // A line breaks between words, so that it holds a little less than its width.
                let width = columns[Int(column)].width - 2
                lineCount = max(lineCount, (text.count + width - 1) / width)
            }
        }
        column += 1
    }

    mutating func money(_ money: Money?) {
        if let money { workbook.note(cxlsx_write_hundredths(sheet, row, column, Int64(money.cents), workbook.money)) }
        column += 1
    }

    mutating func hours(_ hours: Hours) {
        workbook.note(cxlsx_write_hundredths(sheet, row, column, Int64(hours.hundredths), workbook.money))
        column += 1
    }

    mutating func count(_ count: Int?) {
        if let count { workbook.note(cxlsx_write_count(sheet, row, column, Int64(count), workbook.count)) }
        column += 1
    }

    /// A date; one that spreadsheets don't know, before 1900, is a text.
    mutating func day(_ day: Day?) {
        guard let date = day?.civil else {
            column += 1
            return
        }
        guard date.year >= 1900 else { return text(day!.description) }
        workbook.note(
            cxlsx_write_day(
                sheet, row, column, Int32(date.year), Int32(date.month), Int32(date.day), workbook.day))
        column += 1
    }

    /// Ends the last sheet.
    mutating func end() { endSheet() }

    private mutating func addSheet() {
        sheetCount += 1
        sheet = workbook_add_worksheet(workbook.handle, sheetCount == 1 ? name : "\(name) \(sheetCount)")
        row = 0
        for (index, column) in columns.enumerated() {
            let place = UInt16(index)
            workbook.note(cxlsx_set_column_width(sheet, place, Int32(column.width)))
            workbook.note(worksheet_write_string(sheet, 0, place, column.title, workbook.header))
        }
        worksheet_freeze_panes(sheet, 1, 0)
        worksheet_set_paper(sheet, 1)
        worksheet_set_landscape(sheet)
        worksheet_fit_to_pages(sheet, 1, 0)
        workbook.note(worksheet_repeat_rows(sheet, 0, 0))
    }

    /// Not every program finds a row's height by itself.
    private mutating func endRow() {
        if lineCount > 1 { workbook.note(cxlsx_set_row_height(sheet, row, Int32(15 * min(lineCount, 20)))) }
        lineCount = 1
    }

    private mutating func endSheet() {
        endRow()
        workbook.note(worksheet_print_area(sheet, 0, 0, row, UInt16(printed - 1)))
        workbook.note(worksheet_autofilter(sheet, 0, 0, row, UInt16(columns.count - 1)))
    }
}
