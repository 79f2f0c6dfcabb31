import CXlsxWriter

/// The sheet that says in a few numbers and pictures what the data sheets hold: tables one below the other, each with a
/// bar chart of its amounts or counts beside it.
struct SummarySheet {
    /// A table of words, counts and amounts.
    struct Table {
        var title: String
        /// What the words are.
        var subject: String
        var rows: [Row]
        /// What the bars show.
        var charted: Charted
    }

    struct Row {
        var word: String
        var count: Int
        var amount: Money
        /// All that is too small to stand alone; no bar is drawn of it.
        var isRest = false
    }

    enum Charted {
        case count, amount
    }

    private let workbook: Workbook
    private let sheet: UnsafeMutablePointer<lxw_worksheet>?
    private var row: UInt32 = 0

    private static let name = "Summary"
    /// A chart's height in rows of the sheet, some space below it included.
    private static let chartRows = 20

    init(_ workbook: Workbook, title: String) {
        self.workbook = workbook
        sheet = workbook_add_worksheet(workbook.handle, Self.name)
        for (column, width) in [34, 12, 16].enumerated() {
            workbook.note(cxlsx_set_column_width(sheet, UInt16(column), Int32(width)))
        }
        worksheet_set_paper(sheet, 1)
        worksheet_set_landscape(sheet)
        worksheet_fit_to_pages(sheet, 1, 0)
        workbook.note(worksheet_write_string(sheet, 0, 0, title, workbook.title))
        row = 2
    }

    mutating func add(_ table: Table) {
        let top = row
        for (column, word) in [table.subject, "Count", "Dollars"].enumerated() {
            workbook.note(worksheet_write_string(sheet, row, UInt16(column), word, workbook.header))
        }
        for entry in table.rows {
            row += 1
            workbook.note(worksheet_write_string(sheet, row, 0, entry.word, workbook.text))
            workbook.note(cxlsx_write_count(sheet, row, 1, Int64(entry.count), workbook.count))
            workbook.note(cxlsx_write_hundredths(sheet, row, 2, Int64(entry.amount.cents), workbook.money))
        }
        let bars = table.rows.count { !$0.isRest }
        if bars > 0 { addChart(table, first: top + 1, last: top + UInt32(bars)) }
        row = max(row + 3, top + UInt32(Self.chartRows))
    }

    private func addChart(_ table: Table, first: UInt32, last: UInt32) {
        let chart = workbook_add_chart(workbook.handle, UInt8(LXW_CHART_BAR.rawValue))!
        let column = table.charted == .count ? "B" : "C"
        let words = "=\(Self.name)!$A$\(first + 1):$A$\(last + 1)"
        let values = "=\(Self.name)!$\(column)$\(first + 1):$\(column)$\(last + 1)"
        let series = chart_add_series(chart, words, values)
        chart_series_set_labels(series)
        chart_series_set_labels_num_format(series, table.charted == .count ? "#,##0" : "#,##0.00")
        chart_title_set_name(chart, table.title)
        chart_legend_set_position(chart, UInt8(LXW_CHART_LEGEND_NONE.rawValue))
        // The first row on top, as in the table.
        chart_axis_set_reverse(chart.pointee.y_axis)
        chart_axis_set_label_position(chart.pointee.y_axis, UInt8(LXW_CHART_AXIS_LABEL_POSITION_LOW.rawValue))
        let description = "Bar chart: \(table.title). The numbers stand in the table beside it."
        description.withCString { description in
            var options = lxw_chart_options()
            options.x_scale = 1.5
            options.y_scale = 1.3
            options.description = UnsafeMutablePointer(mutating: description)
            workbook.note(worksheet_insert_chart_opt(sheet, first - 1, 4, chart, &options))
        }
    }
}
