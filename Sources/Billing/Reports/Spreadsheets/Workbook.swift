import CXlsxWriter
import Glibc

/// A spreadsheet file while it is written: row by row, so that a large night needs no more memory than a small one.
///
/// The same sheets make the same bytes: the time of its making that stands in the file is the as-of date.
final class Workbook {
    let handle: UnsafeMutablePointer<lxw_workbook>
    /// What a cell looks like.
    let text: UnsafeMutablePointer<lxw_format>
    let wrapped: UnsafeMutablePointer<lxw_format>
    let money: UnsafeMutablePointer<lxw_format>
    let count: UnsafeMutablePointer<lxw_format>
    let day: UnsafeMutablePointer<lxw_format>
    let header: UnsafeMutablePointer<lxw_format>
    let title: UnsafeMutablePointer<lxw_format>
    /// The first refusal of the library.
    private var fault = LXW_NO_ERROR

    /// - Parameters:
    ///   - path: where it is written when it is closed; pieces wait in the same directory, never elsewhere.
    ///   - title: what the file says of itself.
    init?(_ path: String, title: String, asOf: Day) {
        let directory = path.lastIndex(of: "/").map { String(path[..<$0]) } ?? "."
        let opened = directory.withCString { directory in
            var options = lxw_workbook_options()
            options.constant_memory = 1
            options.tmpdir = UnsafeMutablePointer(mutating: directory)
            return workbook_new_opt(path, &options)
        }
        guard let handle = opened else { return nil }
        self.handle = handle
        text = Self.format(handle) { format_set_num_format($0, "@") }
        wrapped = Self.format(handle) {
            format_set_num_format($0, "@")
            format_set_text_wrap($0)
        }
        money = Self.format(handle) { format_set_num_format($0, "#,##0.00_)") }
        count = Self.format(handle) { format_set_num_format($0, "#,##0_)") }
        day = Self.format(handle) {
            format_set_num_format($0, "yyyy-mm-dd")
            format_set_align($0, UInt8(LXW_ALIGN_LEFT.rawValue))
        }
        header = Self.format(handle) {
            format_set_bold($0)
            format_set_text_wrap($0)
            format_set_bg_color($0, 0xDCE6F1)
            format_set_bottom($0, UInt8(LXW_BORDER_THIN.rawValue))
        }
        self.title = Self.format(handle) {
            format_set_bold($0)
            format_set_font_size($0, 14)
        }
        title.withCString { title in
            var properties = lxw_doc_properties()
            properties.title = UnsafeMutablePointer(mutating: title)
            properties.created = Int(asOf.number) * 86_400
            note(workbook_set_properties(handle, &properties))
        }
    }

    /// Writes the file.
    ///
    /// - Returns: nil, or the `errno` of the failure.
    func close() -> Int32? {
        note(workbook_close(handle))
        return fault == LXW_NO_ERROR ? nil : errno == 0 ? EIO : errno
    }

    /// Remembers that the library refused something.
    func note(_ error: lxw_error) {
        if fault == LXW_NO_ERROR { fault = error }
    }

    private static func format(
        _ handle: UnsafeMutablePointer<lxw_workbook>, _ body: (UnsafeMutablePointer<lxw_format>) -> Void
    ) -> UnsafeMutablePointer<lxw_format> {
        let format = workbook_add_format(handle)!
        format_set_align(format, UInt8(LXW_ALIGN_VERTICAL_TOP.rawValue))
        body(format)
        return format
    }
}
