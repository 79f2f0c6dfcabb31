/* libxlsxwriter, and of zlib what is needed to read a spreadsheet back. The spreadsheet's numbers are binary fractions;
   they are made here, so that the program's own amounts stay whole cents everywhere else. */
#include <xlsxwriter.h>
#include <zlib.h>

static inline lxw_error cxlsx_write_hundredths(
    lxw_worksheet *sheet, lxw_row_t row, lxw_col_t column, int64_t hundredths, lxw_format *format) {
    return worksheet_write_number(sheet, row, column, (double)hundredths / 100.0, format);
}

static inline lxw_error cxlsx_write_count(
    lxw_worksheet *sheet, lxw_row_t row, lxw_col_t column, int64_t count, lxw_format *format) {
    return worksheet_write_number(sheet, row, column, (double)count, format);
}

static inline lxw_error cxlsx_write_day(
    lxw_worksheet *sheet, lxw_row_t row, lxw_col_t column, int year, int month, int day, lxw_format *format) {
    lxw_datetime date = {year, month, day, 0, 0, 0.0};
    return worksheet_write_datetime(sheet, row, column, &date, format);
}

static inline lxw_error cxlsx_set_column_width(lxw_worksheet *sheet, lxw_col_t column, int characters) {
    return worksheet_set_column(sheet, column, column, (double)characters, NULL);
}

static inline lxw_error cxlsx_set_row_height(lxw_worksheet *sheet, lxw_row_t row, int points) {
    return worksheet_set_row(sheet, row, (double)points, NULL);
}
