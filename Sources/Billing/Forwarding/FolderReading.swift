import Glibc

/// Reads the agencies' files into AAP's night: the invoices of AAP's form that did not go back already.
struct FolderReading {
    let directory: String
    /// The contents of versions that went back to their agencies.
    let sentBack: Set<ContentHash>
    let disk: Disk

    /// What was left out.
    struct Counts {
        /// Invoices of which a version was met that went back before.
        var sentBack: Set<InvoiceKey> = []
        /// Invoices of another form.
        var others = 0
    }

    /// - Throws: `missingInput` without the directory, `cannotRead` where a file of it can't be read.
    func read(_ night: inout Night, _ counts: inout Counts) throws(Stop) {
        guard FileStatusOnDisk(directory) != nil, let names = namesInDirectory(directory) else {
            throw Stop(
                .missingInput, "The directory of invoices \(directory) is missing. Name another with --invoices.")
        }
        for name in names where !name.hasPrefix(".") {
            guard let format = Formats.format(ofFile: name) else { continue }
            try read(name, format, &night, &counts)
        }
    }

    private func read(
        _ name: String, _ format: any Format.Type, _ night: inout Night, _ counts: inout Counts
    ) throws(Stop) {
        var file = InboxFile(
            name: name, sha256: "", format: format.name, status: .accepted, findings: [],
            invoices: night.invoices.count..<night.invoices.count)
        guard FileStatusOnDisk("\(directory)/\(name)")?.isRegularFile == true else {
            file.status = .rejected
            file.findings = [FileUnreadable.notARegularFile()]
            night.files.append(file)
            return
        }
        do {
            let source = ByteSource(memory: try BundleDirectory.bytes(of: "\(directory)/\(name)", disk))
            let scan = try FileScan.scan(source)
            file.sha256 = scan.hash.map { Int($0).hex }.joined()
            var reading = try format.read(
                source, encoding: scan.encoding, services: night.pack.services, symbols: &night.symbols)
            reading = keepingOwn(reading, night.symbols, &counts)
            reading.check(night.pack, asOf: night.asOf)
            file.findings = reading.findings
            if reading.isRejected(night.pack) {
                file.status = .rejected
            }
            night.add(&reading, of: &file, threads: 2)
        } catch {
            throw Stop(
                .cannotRead,
                "The file \(directory)/\(name) can't be read (\(error.reason)). A file that this user may read and that "
                    + "nobody writes to is expected; mend that and start again. No bundle was written.")
        }
        night.files.append(file)
    }

    /// The invoices that are AAP's and did not go back before, with their lines.
    private func keepingOwn(_ reading: FileReading, _ symbols: Symbols, _ counts: inout Counts) -> FileReading {
        var kept = FileReading()
        kept.findings = reading.findings
        for var invoice in reading.invoices {
            let lines = reading.lines[invoice.lines]
            if invoice.form == .dcf2106 {
                counts.others += 1
            } else if sentBack.contains(invoice.contentHash(lines, symbols)) {
                counts.sentBack.insert(invoice.key)
            } else {
                invoice.lines = kept.lines.count..<kept.lines.count + lines.count
                for var line in lines {
                    line.invoice = Int32(kept.invoices.count)
                    kept.lines.append(line)
                }
                kept.invoices.append(invoice)
            }
        }
        return kept
    }
}
