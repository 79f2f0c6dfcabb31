@testable import Billing

/// The department's registers, broken in any way: each set is refused with a place, or read the same however its bytes
/// come, with every fault at a line that the file has; and what is decided on it balances.
enum RegisterFuzzing {
    private static let registers: [(file: String, columns: [String])] = [
        (Providers.file, Providers.columns), (Licences.file, Licences.columns),
        (Contracts.file, Contracts.columns), (Rates.file, Rates.columns), (Children.file, Children.columns),
        (ChildEvents.file, ChildEvents.columns), (Placements.file, Placements.columns),
        (Agreements.file, Agreements.columns), (AgreementChildren.file, AgreementChildren.columns),
        (AgreementServices.file, AgreementServices.columns),
        (AgreementSignatures.file, AgreementSignatures.columns), (Terminations.file, Terminations.columns),
        (Explanations.file, Explanations.columns), (ProgressReports.file, ProgressReports.columns),
        (AAPReviews.file, AAPReviews.columns), (OpeningBalances.file, OpeningBalances.columns),
    ]

    private static let pack: PolicyPack = {
        do {
            return try PolicyPack.embedded()
        } catch {
            fatalError("\(error)")
        }
    }()

    /// The registers stand one behind the other, in the order of the specification, with a record separator between;
    /// one that begins with `!` brings its own header, the others get it.
    static func read(_ bytes: UnsafeRawBufferPointer) {
        let parts = bytes.split(separator: 0x1E, omittingEmptySubsequences: false)
        var files: [String: [UInt8]] = [:]
        for (index, register) in registers.enumerated() {
            let part = index < parts.count ? Array(parts[index]) : []
            let header = Array((register.columns.joined(separator: ",") + "\n").utf8)
            files[register.file] = part.first == 0x21 ? Array(part.dropFirst()) : header + part
        }
        let once = outcome(of: files)
        promise(once == outcome(of: files), "two outcomes of the same registers")
    }

    /// What a night on these registers comes to.
    private struct Result: Equatable {
        var text: String
        var decisions: [Decision] = []
    }

    private static func outcome(of files: [String: [UInt8]]) -> Result {
        var symbols = Symbols()
        do {
            let set = try RegisterSet(symbols: &symbols, services: pack.services) { files[$0] ?? [] }
            for fault in set.faults {
                promise((1...lineCount(fault.file, files)).contains(fault.line), "\(fault.file) line \(fault.line)")
                promise(fault.sentence.message.utf8.count < 2000, "a long sentence")
            }
            promise(set.files.count == registers.count, "a register that was not read")
            var result = decide(set, symbols)
            for fault in set.faults { result.text += "\n\(fault.file) \(fault.line) \(fault.sentence.message)" }
            return result
        } catch let stop as RegisterStop {
            promise((0...lineCount(stop.file, files)).contains(stop.line ?? 0), stop.description)
            return Result(text: stop.description)
        } catch {
            fatalError("bytes in memory can't fail: \(error)")
        }
    }

    private static func lineCount(_ file: String, _ files: [String: [UInt8]]) -> Int {
        Pieces.lineCount((files[file] ?? []).filter { $0 != 0 }) + 1
    }

    private static let invoices = Array(
        """
        form,invoice_number,provider_id,agreement_id,billing_month,invoice_date,invoice_total,line_number,child_id,\
        service_date,service,activity,hours,rate,amount,family_id,replaces
        DCF-2106,1,P-1,A-1,2026-09,2026-09-30,3.00,1,C-1,2026-09-03,PP,home visit,1,1,1,F-1,
        DCF-2106,1,P-1,A-1,2026-09,2026-09-30,3.00,2,C-1,2026-10-01,HS,home visit,2,70.63,1,,
        DCF-2106,1,P-1,A-1,2026-09,2026-09-30,3.00,3,C-1,2014-12-18,PS,typing,2,70.63,1,,
        AAP,2,P-1,A-1,2026-09,2026-09-30,9999999.99,1,C-1,2026-09-04,PF,home visit,999.99,9999999.99,9999999.99,,
        AAP,3,P-1,A-1,2026-09,2026-09-30,1.00,1,C-1,2026-09-04,SR,home visit,1,1,1,,2
        DCF-2106,4,P-1,A-2,2026-09,2026-09-30,0.00,,,,,,,,,,
        """.utf8)

    /// Decides a night of a few invoices on the registers.
    private static func decide(_ set: RegisterSet, _ texts: Symbols) -> Result {
        var symbols = texts
        var file = InboxFile(name: "a.csv", sha256: "", format: "csv", status: .accepted, findings: [], invoices: 0..<0)
        do {
            var reading = try CSVFormat.read(
                ByteSource(memory: invoices), encoding: .utf8, services: pack.services, symbols: &symbols)
            let asOf = Day(year: 2026, month: 10, day: 12)!
            InvoiceChecks.check(&reading, asOf: asOf)
            var night = Night(symbols: symbols, asOf: asOf, runNumber: 1, pack: pack, registers: set)
            night.add(&reading, of: &file, threads: 1)
            night.files.append(file)
            night.receive(InvoiceHistory())
            let outcome = Batch.decide(&night, History(), threads: 1)
            promise(outcome.totals.balanced, "it does not balance")
            let exceptions = outcome.exceptions.rows(outcome).map { "\($0.rule.index) \($0.sentence(outcome).message)" }
            return Result(text: exceptions.joined(separator: "\n"), decisions: outcome.night.decisions)
        } catch {
            fatalError("bytes in memory can't fail: \(error)")
        }
    }
}
