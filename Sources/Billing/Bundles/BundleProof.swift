/// Proves that a bundle holds what its manifest says, and that the manifest is AAP's.
///
/// Nothing of a bundle is believed before all of it agrees: the signature where the pack has a key, the manifest's own
/// form, the hash of every file, no file too many or too few, the counts and sums of the invoices as they are read, an
/// approval for each of them.
struct BundleProof {
    let content: BundleContent
    let pack: PolicyPack

    /// What a bundle came to.
    struct Proven {
        var manifest: BundleManifest
        var reading: FileReading
        var reviews: [BundleReview]
    }

    /// - Throws: `BundleFault`.
    func prove(_ symbols: inout Symbols) throws(BundleFault) -> Proven {
        try pack.settings.aapPublicKey?.requireSigned(content)
        let manifest = try manifest()
        try requireFiles(manifest)
        guard let reviews = BundleReviews.rows(content.files[BundleFiles.reviews] ?? []) else {
            throw .mismatch("a register of reviews", "another file", "\(BundleFiles.reviews) can't be read")
        }
        guard reviews.count == manifest.reviews else {
            throw .mismatch(
                manifest.reviews.counted("review"), "\(reviews.count)",
                "\(BundleFiles.reviews) has \(reviews.count.counted("row")), the manifest says \(manifest.reviews)")
        }
        let reading = try invoices(&symbols)
        guard reading.totals == manifest.totals else {
            throw .mismatch(
                manifest.totals.inWords, reading.totals.inWords,
                "its invoices come to \(reading.totals.inWords), the manifest says \(manifest.totals.inWords)")
        }
        try requireApproved(reading, reviews, symbols)
        return Proven(manifest: manifest, reading: reading, reviews: reviews)
    }

    private func manifest() throws(BundleFault) -> BundleManifest {
        guard let bytes = content.files[BundleManifest.fileName] else {
            throw .mismatch("a \(BundleManifest.fileName)", "none", "it has no \(BundleManifest.fileName)")
        }
        guard let manifest = BundleManifest(bytes) else {
            throw .mismatch(
                "the manifest as it was written", "another",
                "its manifest is damaged, or was not written by this program")
        }
        return manifest
    }

    /// Every file of the manifest is there with its hash, and no other.
    private func requireFiles(_ manifest: BundleManifest) throws(BundleFault) {
        var listed: Set<String> = [BundleManifest.fileName, BundleFiles.signature]
        for file in manifest.files {
            guard let bytes = content.files[file.name] else {
                throw .mismatch("a file \(file.name)", "none", "\(file.name) is missing from it")
            }
            guard BundleContent.sha256(bytes) == file.sha256 else {
                throw .mismatch(
                    "the \(file.name) of the manifest", "another", "\(file.name) is not the file of its manifest")
            }
            listed.insert(file.name)
        }
        let needed = [BundleFiles.invoices, BundleFiles.reviews, BundleFiles.transmittal]
        for name in needed where !listed.contains(name) {
            throw .mismatch("a file \(name)", "none", "\(name) is missing from its manifest")
        }
        for name in content.files.keys.sorted() where !listed.contains(name) {
            throw .mismatch("no other file", name, "it holds \(name), which its manifest does not have")
        }
    }

    private func invoices(_ symbols: inout Symbols) throws(BundleFault) -> FileReading {
        let reading: FileReading
        do {
            reading = try XMLFormat.read(
                ByteSource(memory: content.files[BundleFiles.invoices] ?? []), encoding: .utf8,
                services: pack.services, symbols: &symbols)
        } catch {
            throw .mismatch("invoices that can be read", error.reason, "\(BundleFiles.invoices) can't be read")
        }
        if let finding = reading.findings.first(where: { pack.effect(of: $0.rule) == .reject }) {
            throw .mismatch(
                finding.sentence.expected, finding.sentence.found,
                "\(BundleFiles.invoices) can't be read (\(Catalogue.name(finding.rule)), \(finding.place))")
        }
        let isUnread = reading.invoices.contains { invoice in
            invoice.findings.contains { $0.rule == InvoiceValue.id || $0.rule == InvoiceHeaderConflict.id }
        }
        guard !isUnread else {
            throw .mismatch(
                "values that can be read", "others",
                "\(BundleFiles.invoices) has values that can't be read, so that its "
                    + "sums prove nothing")
        }
        return reading
    }

    /// Every invoice is of AAP's form and has AAP's approval; what AAP sent back is not among them.
    private func requireApproved(
        _ reading: FileReading, _ reviews: [BundleReview], _ symbols: Symbols
    ) throws(BundleFault) {
        var approved: Set<[String]> = []
        var known: Set<[String]> = []
        for review in reviews {
            let key = [review.provider, review.numberKey]
            guard known.insert(key).inserted else {
                throw .mismatch(
                    "one review of an invoice", "two", "\(BundleFiles.reviews) has two rows for one invoice")
            }
            if !review.returned { approved.insert(key) }
        }
        for invoice in reading.invoices {
            let key = [symbols[invoice.provider], symbols[invoice.numberKey]]
            guard invoice.form == .aap, approved.remove(key) != nil else {
                throw .mismatch(
                    "an approval of each invoice", "an invoice without one",
                    "it holds an invoice that AAP's reviews in it do not approve, or holds it twice")
            }
        }
        guard approved.isEmpty else {
            throw .mismatch(
                "an invoice for each approval", "an approval without one",
                "it approves an invoice that it does not hold")
        }
    }
}
