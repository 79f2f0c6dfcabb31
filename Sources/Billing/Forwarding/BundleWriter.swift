/// Writes a bundle: under a hidden name, read again and proved, and given its name when it is whole.
struct BundleWriter {
    let job: ForwardJob
    let pack: PolicyPack
    let disk: Disk
    let key: BundleSigningKey?

    /// - Returns: the bundle's manifest.
    /// - Throws: `Stop`; nothing is then left.
    func write(_ week: ForwardedWeek, sequence: Int) throws(Stop) -> BundleManifest {
        let (files, manifest) = try content(of: week, sequence)
        let directory = RunDirectory(out: absolute(job.out), name: manifest.name, store: "AAP")
        guard FileStatusOnDisk(directory.path) == nil else {
            throw Stop(
                .cannotWrite,
                "\(directory.path) is there already and is no bundle. Move it away, or name another directory with --out."
            )
        }
        do {
            try RunDirectory.clearAway(directory.out, store: "AAP", disk)
            try directory.begin(disk)
            let folder = ReportFolder(directory.hiddenPath, on: disk)
            for (name, bytes) in files {
                try folder.write(name) { (file) throws(Disk.Fault) in try file.write(bytes) }
            }
            try directory.sync(disk, isWhole: false)
        } catch {
            directory.abandon(disk)
            throw Stop.cannotWriteBundle(error)
        }
        do {
            try requireSameWhenReadAgain(directory.hiddenPath, week)
            try publish(directory)
        } catch {
            directory.abandon(disk)
            throw error
        }
        return manifest
    }

    private func publish(_ directory: RunDirectory) throws(Stop) {
        do {
            try directory.publish(disk, from: directory.hiddenPath)
        } catch {
            throw Stop.cannotWriteBundle(error)
        }
    }

    /// The bundle's files in the order of their names, and its manifest.
    private func content(
        of week: ForwardedWeek, _ sequence: Int
    ) throws(Stop) -> (files: [(name: String, bytes: [UInt8])], BundleManifest) {
        let night = week.night
        var files: [(name: String, bytes: [UInt8])] = [
            (BundleFiles.invoices, InvoiceXML.bytes(Self.forwarded(week), night.symbols)),
            (BundleFiles.reviews, BundleReviews.bytes(week.reviews)),
        ]
        for (provider, invoices) in week.byAgency(week.returned.map { $0.invoice }) {
            let chosen = week.returned.filter { invoices.contains($0.invoice) }
            let notice = ReturnNotice(week: job.week, provider: provider, returned: chosen, of: week)
            let name = "\(BundleFiles.returns)/\(SafeName.of(night.symbols[provider]))"
            files.append(("\(name).csv", ReturnTable.bytes(notice)))
            var page = ReturnPage(notice)
            files.append(("\(name).html", page.bytes()))
        }
        let totals = week.totals(week.forwarded)
        var transmittal = TransmittalPage(week, job.week, sequence: sequence, isSigned: key != nil)
        files.append((BundleFiles.transmittal, transmittal.bytes()))
        files.sort { $0.name.utf8.lexicographicallyPrecedes($1.name.utf8) }
        let manifest = BundleManifest(
            files: files.map { .init(name: $0.name, sha256: BundleContent.sha256($0.bytes)) }, week: job.week,
            sequence: sequence, totals: totals, reviews: week.reviews.count)
        files.append((BundleManifest.fileName, manifest.bytes))
        if let key { files.append((BundleFiles.signature, key.signature(of: manifest.bytes))) }
        return (files, manifest)
    }

    private static func forwarded(_ week: ForwardedWeek) -> [(invoice: Invoice, lines: ArraySlice<InvoiceLine>)] {
        week.forwarded.map { index in
            let invoice = week.night.invoices[index].invoice
            return (invoice, week.night.lines[invoice.lines])
        }
    }

    /// Reads what was written as the Subsidy Unit will, and compares every value with what was received.
    private func requireSameWhenReadAgain(_ path: String, _ week: ForwardedWeek) throws(Stop) {
        var symbols = Symbols()
        let proven: BundleProof.Proven
        do {
            proven = try BundleProof(content: BundleDirectory.content(of: path, disk), pack: pack).prove(&symbols)
        } catch let fault as BundleFault {
            guard fault.kind == .unsigned else {
                throw Stop(.programFault, "Read again, \(fault.sentence.message) No bundle was written; report this.")
            }
            throw Stop(
                .unusableData,
                "The policy pack has AAP's public key, and the bundle would have \(fault.sentence.found) as its signature. "
                    + "No bundle was written; sign it with the key that belongs to it, by --sign.")
        } catch {
            throw Stop(.cannotRead, "The bundle can't be read again (\(error)). It was not given its name.")
        }
        let written = proven.reading.invoices.map { InvoiceXML.values($0, proven.reading.lines[$0.lines], symbols) }
        let received = Self.forwarded(week).map { InvoiceXML.values($0.invoice, $0.lines, week.night.symbols) }
        guard written == received, proven.reviews == week.reviews else {
            throw Stop(
                .programFault,
                "Read again, the bundle does not say what was received. No bundle was written; keep the inputs and report "
                    + "this.")
        }
    }
}
