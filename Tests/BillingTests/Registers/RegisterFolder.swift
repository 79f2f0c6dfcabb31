import Foundation

@testable import Billing

/// A directory of registers for a test: sound ones about P-1, K-1, C-1 and A-1, with some files' rows replaced.
struct RegisterFolder {
    static let services = ServiceCatalogue([
        ("placement-planning", ["PP", "Placement Planning"]),
        ("home-study", ["HS", "Home Study and Evaluation"]),
        ("post-finalization", ["PF", "Post-Finalization Services"]),
        ("reunification", ["RU", "Reunification Services"]),
    ])

    static let fourSignatures = """
        A-1,0,provider,2026-08-28
        A-1,0,social_worker,2026-08-28
        A-1,0,supervisor,2026-08-28
        A-1,0,regional_administrator,2026-08-28
        """

    /// The sound rows, by file.
    static let sound = [
        "providers.csv": "P-1,Harbor Family Services,06-1000001,child_placing_agency,CT,S-1001",
        "licenses.csv": "P-1,L-1,CT,2020-01-01,",
        "contracts.csv": "K-1,P-1,2025-07-01,2028-06-30,,",
        "rates.csv": "K-1,2025-07-01,70.63",
        "children.csv": "C-1,2016-05-04",
        "child_events.csv": "C-1,opened,2025-01-10",
        "agreements.csv": "A-1,0,P-1,K-1,2026-09-01,2027-02-28,2026-09-01,0,",
        "agreement_children.csv": "A-1,C-1",
        "agreement_services.csv": "A-1,0,placement-planning,20.00,1412.60\nA-1,0,home-study,30.00,2118.90",
        "agreement_signatures.csv": fourSignatures,
    ]

    static let headers: [(file: String, columns: [String])] = [
        (Providers.file, Providers.columns), (Licences.file, Licences.columns),
        (Contracts.file, Contracts.columns), (Rates.file, Rates.columns), (Children.file, Children.columns),
        (ChildEvents.file, ChildEvents.columns), (Placements.file, Placements.columns),
        (Agreements.file, Agreements.columns), (AgreementChildren.file, AgreementChildren.columns),
        (AgreementServices.file, AgreementServices.columns),
        (AgreementSignatures.file, AgreementSignatures.columns), (Terminations.file, Terminations.columns),
        (Explanations.file, Explanations.columns), (ProgressReports.file, ProgressReports.columns),
        (AAPReviews.file, AAPReviews.columns), (OpeningBalances.file, OpeningBalances.columns),
    ]

    var symbols = Symbols()
    let registers: RegisterSet

    /// - Parameters:
    ///   - rows: the rows of some registers, instead of the sound ones.
    ///   - files: the whole text of some registers; nil: the file is not there.
    init(_ rows: [String: String] = [:], files: [String: String?] = [:]) throws {
        let directory = FileManager.default.temporaryDirectory.appending(path: "registers-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: directory, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: directory) }
        for (file, columns) in Self.headers {
            let standard = columns.joined(separator: ",") + "\n" + (rows[file] ?? Self.sound[file] ?? "") + "\n"
            guard let text = files[file] ?? standard else { continue }
            try Data(text.utf8).write(to: directory.appending(path: file))
        }
        registers = try RegisterSet(directory: directory.path, symbols: &symbols, services: Self.services)
    }

    func symbol(_ text: String) -> Symbol { symbols.find(text) ?? Symbol(index: .max) }

    /// The place of A-1, or of another agreement.
    func agreement(_ id: String = "A-1") throws -> Int {
        guard let place = registers.agreement(symbol(id)) else { throw Missing() }
        return place
    }

    struct Missing: Error {}

    /// The day that `text` writes, for tables.
    static func day(_ text: String) -> Day {
        var text = text
        return text.withUTF8 { RegisterCells.day(UnsafeRawBufferPointer($0))! }
    }

    /// The rows of a table: cells between bars, the header and blank lines left out.
    static func table(_ text: String) -> [[String]] {
        text.split(separator: "\n").dropFirst().map { line in
            line.split(separator: "|", omittingEmptySubsequences: false).map { $0.trimmingCharacters(in: .whitespaces) }
        }
    }
}
