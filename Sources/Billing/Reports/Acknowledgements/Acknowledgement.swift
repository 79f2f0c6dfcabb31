/// What one provider is told of one inbox file: which of its invoices came, what became of them, and what to mend
/// where.
struct Acknowledgement: Sendable {
    /// Nil: what can't be laid at a known provider's door.
    var provider: Symbol?
    /// The file's place among the night's.
    var file: Int
    /// Places among the night's invoices, in the order of the file.
    var invoices: [Int]
    /// What is wrong with the file itself, where that is told here.
    var findings: [Finding]
}

extension Outcome {
    /// The acknowledgements of some files, or of all: by file, in it by provider, what is nobody's last.
    ///
    /// A file's own findings are told to its one provider; where it has several, or none that is known, they may speak
    /// of another's and are told to nobody but the department. That a file was read before is told to all whose
    /// invoices it holds.
    func acknowledgements(ofFiles part: Range<Int>? = nil) -> [Acknowledgement] {
        let files = part ?? night.files.indices
        var invoices = [[Int]](repeating: [], count: files.count)
        for (index, entry) in night.invoices.enumerated() {
            if let file = entry.file, files.contains(file) { invoices[file - files.lowerBound].append(index) }
        }
        return files.flatMap { acknowledgements(of: $0, invoices[$0 - files.lowerBound]) }
    }

    private func acknowledgements(of file: Int, _ invoices: [Int]) -> [Acknowledgement] {
        let entry = night.files[file]
        var doors: [Symbol: [Int]] = [:]
        var nobodys: [Int] = []
        for invoice in invoices {
            let provider = night.invoices[invoice].invoice.provider
            let isReported = night.invoices[invoice].isReported
            if night.registers.provider(provider) != nil {
                doors[provider, default: []] += isReported ? [invoice] : []
            } else if isReported {
                nobodys.append(invoice)
            }
        }
        if entry.status == .skipped {
            for provider in settledProviders[entry.sha256] ?? [] where night.registers.provider(provider) != nil {
                doors[provider, default: []] += []
            }
        }
        let isOnlyOne = doors.count == 1 && nobodys.isEmpty
        var all = doors.sorted { night.symbols.isBefore($0.key, $1.key) }.map { provider, invoices in
            Acknowledgement(
                provider: provider, file: file, invoices: invoices,
                findings: isOnlyOne || entry.status == .skipped ? entry.findings : [])
        }
        let isUntold = !entry.findings.isEmpty && all.allSatisfy { $0.findings.isEmpty }
        if all.isEmpty || !nobodys.isEmpty || isUntold {
            all.append(
                Acknowledgement(
                    provider: nil, file: file, invoices: nobodys, findings: isUntold ? entry.findings : []))
        }
        return all
    }
}
