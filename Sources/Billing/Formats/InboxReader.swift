import Glibc

/// Reads the inbox's files into a night, each hashed first: bytes that were read before are not read again.
struct InboxReader {
    let inbox: Inbox
    let store: Store
    let settle: Int
    let now: Int
    let disk: Disk
    /// How many threads may read a large file.
    let threads: Int
    /// No earlier night has read anything: a file need not be hashed before it is read.
    let isFirstNight: Bool
    /// Told how many more bytes are read, and how many there are in all: each byte is read twice.
    var progress: (_ bytes: Int, _ total: Int) -> Void = { _, _ in }

    /// - Throws: `missingInput` without an inbox, `cannotRead` when a file can't be read or changes while it is.
    func read(into night: inout Night) throws(Stop) {
        let names = try inbox.names(settle: settle, now: now)
        let total = 2 * names.reduce(0) { $0 + (FileStatusOnDisk("\(inbox.path)/\($1)")?.size ?? 0) }
        for name in names {
            guard let format = Formats.format(ofFile: name) else { continue }
            var file = InboxFile(
                name: name, sha256: "", format: format.name, status: .accepted, findings: [],
                invoices: night.invoices.count..<night.invoices.count)
            let path = "\(inbox.path)/\(name)"
            let status = FileStatusOnDisk(path)
            // What has gone since the directory was read is not there; a name that had to be repaired never was.
            if status == nil, !name.unicodeScalars.contains("\u{FFFD}") { continue }
            guard let status, status.isRegularFile else {
                file.status = .rejected
                file.findings = [status == nil ? FileUnreadable.nameIsNotText() : FileUnreadable.notARegularFile()]
                night.files.append(file)
                continue
            }
            try read(path, format, &file, total, into: &night)
            night.files.append(file)
        }
    }

    private func read(
        _ path: String, _ format: any Format.Type, _ file: inout InboxFile, _ total: Int, into night: inout Night
    ) throws(Stop) {
        let descriptor: Int32
        do {
            descriptor = try disk.openForReading(path, flags: O_NOFOLLOW | O_NONBLOCK)
        } catch {
            throw Self.unreadable(path, error.reason)
        }
        defer { close(descriptor) }
        guard let before = FileStatusOnDisk(descriptor: descriptor), before.isRegularFile else {
            throw Self.unreadable(path, "it was exchanged for something else")
        }
        do {
            let source = try ByteSource(wholeFile: descriptor, size: before.size, disk, path)
                .telling { progress($0, total) }
            let (scan, ahead) =
                isFirstNight
                ? try format.scanAndRead(
                    source, services: night.pack.services, symbols: &night.symbols, threads: threads)
                : (try FileScan.scan(source), nil)
            file.sha256 = scan.hash.map { Int($0).hex }.joined()
            file.isKnown = try store.isKnownFile(file.sha256)
            if !night.pack.isOff(FileAlreadyProcessed.id), let earlier = try store.settledFile(file.sha256) {
                file.status = .skipped
                file.findings = [FileAlreadyProcessed.finding(earlier: earlier)]
                return
            }
            var reading: FileReading
            if let ahead {
                reading = ahead
            } else {
                reading = try format.read(
                    source, encoding: scan.encoding, services: night.pack.services, symbols: &night.symbols,
                    threads: threads)
            }
            guard FileStatusOnDisk(descriptor: descriptor)?.mark == before.mark else {
                throw ReadFault.changed
            }
            reading.check(night.pack, asOf: night.asOf)
            file.findings = reading.findings
            if reading.isRejected(night.pack) {
                file.status = .rejected
            }
            night.add(&reading, of: &file, threads: threads)
        } catch let stop as Stop {
            throw stop
        } catch let fault as ReadFault {
            throw Self.unreadable(path, fault.reason)
        } catch {
            throw Stop(.programFault, "A file of the inbox met a fault of the program: \(error).")
        }
    }

    private static func unreadable(_ path: String, _ reason: String) -> Stop {
        Stop(
            .cannotRead,
            "The file \(path) can't be read (\(reason)). A file that this user may read and that nobody writes to is "
                + "expected; mend that, or move it out of the inbox, and start again. Nothing was posted.")
    }
}

extension ByteSource {
    /// How large a file may be to be held whole: it is then read from the disk once.
    private static let largestHeld = 4 << 20

    /// The bytes of an open file; a small one is read at once.
    convenience init(wholeFile descriptor: Int32, size: Int, _ disk: Disk, _ path: String) throws(ReadFault) {
        guard size <= Self.largestHeld else {
            self.init(fileDescriptor: descriptor, size: size, disk: disk, path: path)
            return
        }
        let file = ByteSource(fileDescriptor: descriptor, size: size, disk: disk, path: path)
        var bytes = [UInt8](repeating: 0, count: size)
        var count = 0
        while count < size {
            count += try file.read(into: &bytes, from: count)
        }
        self.init(memory: bytes)
    }
}

extension FileReading {
    /// Checks the invoices, and takes out what rules found that are switched off.
    mutating func check(_ pack: PolicyPack, asOf: Day) {
        silence(pack)
        for index in invoices.indices {
            invoices[index].check(lines[invoices[index].lines], pack, asOf: asOf)
        }
    }

    /// Takes out what of the file's own findings is switched off.
    mutating func silence(_ pack: PolicyPack) { findings.removeAll { pack.isOff($0.rule) } }

    /// Whether a finding rejects the file whole.
    func isRejected(_ pack: PolicyPack) -> Bool { findings.contains { pack.effect(of: $0.rule) == .reject } }
}

extension Invoice {
    /// Checks the invoice with its lines, and takes out what rules found that are switched off.
    mutating func check(_ lines: ArraySlice<InvoiceLine>, _ pack: PolicyPack, asOf: Day) {
        InvoiceChecks.check(&self, lines, asOf: asOf)
        if !findings.isEmpty { findings.removeAll { pack.isOff($0.rule) } }
    }
}

extension Night {
    /// Adds a file's invoices and lines to the night's. The reading is empty afterwards.
    mutating func add(_ reading: inout FileReading, of file: inout InboxFile, threads: Int) {
        let firstInvoice = invoices.count
        let firstLine = lines.count
        let contents = reading.contents(symbols, threads: threads)
        for (place, read) in reading.invoices.enumerated() {
            var invoice = read
            invoice.lines = invoice.lines.lowerBound + firstLine..<invoice.lines.upperBound + firstLine
            invoices.append(
                NightInvoice(
                    invoice: invoice, file: files.count, fileName: file.name, status: .rejected, receivedOn: asOf,
                    receivedRun: runNumber, storeID: nil, content: contents[place]))
        }
        let count = reading.lines.count
        if lines.isEmpty { lines = reading.lines } else { lines += reading.lines }
        reading.lines = []
        if firstInvoice > 0 {
            for index in firstLine..<lines.count { lines[index].invoice += Int32(firstInvoice) }
        }
        reading = FileReading()
        origins.append(contentsOf: repeatElement(.undecided, count: count))
        decisions.append(contentsOf: repeatElement(Decision([]), count: count))
        file.invoices = firstInvoice..<invoices.count
    }
}

extension FileReading {
    /// The hash of what each invoice says.
    fileprivate func contents(_ symbols: Symbols, threads: Int) -> [ContentHash] {
        let share = 512
        let shares = (invoices.count + share - 1) / share
        var contents = [ContentHash](repeating: .none, count: invoices.count)
        contents.withUnsafeMutableBufferPointer { contents in
            nonisolated(unsafe) let contents = contents
            SharedWork.each(shares, threads: threads) { number in
                for place in number * share..<min(invoices.count, (number + 1) * share) {
                    contents[place] = invoices[place].contentHash(lines[invoices[place].lines], symbols)
                }
            }
        }
        return contents
    }
}
