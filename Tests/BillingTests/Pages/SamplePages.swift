import Foundation

@testable import Billing

/// The pages of the sample month, with the other reports of the same runs to hold them against.
struct SamplePages {
    static let nights = Result { try SamplePages() }

    let month: SampleMonth
    let browser: Browser
    /// Where the tests leave what they drew, to be looked at.
    let drawings = repository.appending(path: ".build/pages")

    private init() throws {
        month = try SampleMonth()
        browser = try Browser()
        try month.run(1)
        try month.run(2)
        try FileManager.default.createDirectory(at: drawings, withIntermediateDirectories: true)
    }

    static let runs = ["2026-10-12-0001", "2026-10-19-0002"]

    func url(_ run: String, _ name: String) -> URL { month.folder.url.appending(path: "out/\(run)/\(name)") }

    func table(_ run: String, _ name: String) throws -> Table { try Table(contentsOf: url(run, name)) }

    /// A number of run.json's totals, by its path: `lines.paid.cents`.
    func total(_ run: String, _ path: String) throws -> Int {
        let record = try JSONSerialization.jsonObject(with: Data(contentsOf: url(run, "run.json"))) as? [String: Any]
        var value: Any? = record?["totals"]
        for name in path.split(separator: ".") { value = (value as? [String: Any])?[String(name)] }
        guard let number = value as? Int else { throw Browser.Failure(description: "run.json has no \(path)") }
        return number
    }
}

/// `$1,070.60` as cents; `1,012` as a count.
func figure(_ text: String) -> Int? {
    Int(text.filter { $0.isNumber || $0 == "-" })
}
