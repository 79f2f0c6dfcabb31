/// The bundles that AAP made before: what was forwarded is not forwarded again, what was sent back is told once.
struct PreviousBundles {
    /// The last bundle's number and week; nil: there was none.
    private(set) var last: (sequence: Int, week: BundleWeek)?
    /// Every invoice that was forwarded.
    private(set) var forwarded = InvoiceHistory()
    /// The content of every version of an invoice that was sent back.
    private(set) var sentBack: Set<ContentHash> = []
    /// By provider and number the day of the latest review that stood when a version was sent back; nil: none did.
    private(set) var reviewed: [[String]: Day?] = [:]

    /// Reads the bundles in these directories; one that stands in several is read once.
    ///
    /// - Throws: `unusableData` where a bundle is not as it was written, `cannotRead`.
    init(in directories: [String], _ pack: PolicyPack, _ symbols: inout Symbols, _ disk: Disk) throws(Stop) {
        var pack = pack
        // AAP need not prove its own hand to itself; an earlier bundle may have been signed with an earlier key.
        pack.settings.aapPublicKey = nil
        var seen: Set<Int> = []
        for directory in directories {
            for name in namesInDirectory(directory) ?? [] where BundleDirectory.isName(name) {
                let path = "\(directory)/\(name)"
                let (content, proven) = try Self.read(path, pack, &symbols, disk)
                guard seen.insert(proven.manifest.sequence).inserted else { continue }
                try add(content, proven, path, symbols)
            }
        }
    }

    private static func read(
        _ path: String, _ pack: PolicyPack, _ symbols: inout Symbols, _ disk: Disk
    ) throws(Stop) -> (BundleContent, BundleProof.Proven) {
        do {
            let content = try BundleDirectory.content(of: path, disk)
            return (content, try BundleProof(content: content, pack: pack).prove(&symbols))
        } catch let fault as BundleFault {
            throw Stop(
                .unusableData,
                "The earlier bundle \(path) is not as it was written: found \(fault.sentence.found), expected "
                    + "\(fault.sentence.expected). Bring back a copy of it: what was forwarded must be known.")
        } catch let fault as ReadFault {
            throw Stop(.cannotRead, "The earlier bundle \(path) can't be read (\(fault.reason)). Nothing was written.")
        } catch {
            throw Stop(.programFault, "The earlier bundle \(path) met a fault of the program: \(error).")
        }
    }

    private mutating func add(
        _ content: BundleContent, _ proven: BundleProof.Proven, _ path: String, _ symbols: Symbols
    ) throws(Stop) {
        let manifest = proven.manifest
        if manifest.sequence > last?.sequence ?? 0 { last = (manifest.sequence, manifest.week) }
        for invoice in proven.reading.invoices {
            forwarded.received[invoice.key] = .init(
                storeID: 0, content: invoice.contentHash(proven.reading.lines[invoice.lines], symbols),
                place: manifest.name, replaces: invoice.replaces)
            if !invoice.replaces.isEmpty {
                forwarded.replacers[InvoiceKey(invoice.provider, invoice.replaces)] = invoice.numberKey
            }
        }
        for (name, bytes) in content.files where name.hasPrefix("\(BundleFiles.returns)/") && name.hasSuffix(".csv") {
            guard let rows = ReturnTable.versions(bytes) else {
                throw Stop(.unusableData, "The return notice \(name) of the earlier bundle \(path) can't be read.")
            }
            for row in rows {
                sentBack.insert(row.content)
                let key = [row.provider, row.number.lowercased()]
                let known = reviewed[key] ?? nil
                reviewed[key] = [known, row.reviewed].compactMap { $0 }.max()
            }
        }
    }

    /// Whether a review is AAP's word on the version at hand: not where it was given before an earlier version went
    /// back.
    func isFresh(_ review: Day, number: String, provider: String) -> Bool {
        guard let before = reviewed[[provider, number]] else { return true }
        return before.map { review > $0 } ?? true
    }
}
