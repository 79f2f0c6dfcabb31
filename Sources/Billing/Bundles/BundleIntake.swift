import Glibc

/// Takes the bundles of the inbox into a night, behind its loose files: each is proved, and taken or rejected whole.
struct BundleIntake {
    let inbox: String
    let store: Store
    let settle: Int
    let now: Int
    let disk: Disk
    /// The manifests' hashes of the bundles that were accepted, by sequence number.
    private var accepted: [Int: (manifestHash: String, name: String)] = [:]

    init(inbox: String, store: Store, settle: Int, now: Int, disk: Disk) {
        self.inbox = inbox
        self.store = store
        self.settle = settle
        self.now = now
        self.disk = disk
    }

    /// - Throws: `cannotRead` when a bundle can't be read or changes while it is.
    mutating func read(into night: inout Night) throws(Stop) {
        let names = (namesInDirectory(inbox) ?? []).filter { name in
            BundleDirectory.isBundle(name, in: inbox)
                && (settle <= 0 || abs(now - BundleDirectory.modified("\(inbox)/\(name)")) >= settle)
        }
        if names.isEmpty { return }
        accepted = try store.acceptedBundles()
        for name in names { try read(name, into: &night) }
        tellGaps(&night)
    }

    private mutating func read(_ name: String, into night: inout Night) throws(Stop) {
        let path = "\(inbox)/\(name)"
        var file = InboxFile(
            name: name, sha256: "", format: Self.format, status: .accepted, findings: [],
            invoices: night.invoices.count..<night.invoices.count)
        var bundle = NightBundle(file: night.files.count, manifest: nil, manifestHash: "")
        do {
            let content = try content(of: path, &file)
            bundle.manifestHash = BundleContent.sha256(content.files[BundleManifest.fileName] ?? [])
            bundle.manifest = content.files[BundleManifest.fileName].flatMap { BundleManifest($0) }
            file.isKnown = try store.isKnownFile(file.sha256)
            if let earlier = try earlier(bundle), !night.pack.isOff(FileAlreadyProcessed.id) {
                file.status = .skipped
                file.findings = [FileAlreadyProcessed.finding(earlier: earlier)]
            } else {
                try take(content, &bundle, &file, into: &night)
            }
        } catch let fault as BundleFault {
            let finding = fault.finding
            if !night.pack.isOff(finding.rule) {
                file.findings = [finding]
                file.status = .rejected
            }
        } catch let stop as Stop {
            throw stop
        } catch {
            throw Self.unreadable(path, (error as? ReadFault)?.reason ?? "\(error)")
        }
        night.files.append(file)
        night.bundles.append(bundle)
    }

    static let format = "bundle"

    private func content(of path: String, _ file: inout InboxFile) throws -> BundleContent {
        guard let status = FileStatusOnDisk(path) else { throw ReadFault.changed }
        if status.isDirectory {
            let content = try BundleDirectory.content(of: path, disk)
            file.sha256 = content.sha256
            return content
        }
        guard status.isRegularFile else {
            throw BundleFault.mismatch("a file", "something else", "under its name there is no regular file")
        }
        if status.size > 2 * BundleContent.largest {
            file.sha256 = FileStatusOnDisk.sha256(ofFile: path)?.hash ?? ""
            try BundleContent.requireRoom(size: status.size, files: 1)
        }
        let bytes = try BundleDirectory.bytes(of: path, disk)
        file.sha256 = BundleContent.sha256(bytes)
        return try TarReader.content(of: bytes)
    }

    /// Under what name this very bundle was accepted before; nil when none of its number was.
    ///
    /// - Throws: `BundleFault` when another bundle had its number.
    private func earlier(_ bundle: NightBundle) throws(BundleFault) -> String? {
        guard let sequence = bundle.manifest?.sequence, let known = accepted[sequence] else { return nil }
        guard known.manifestHash == bundle.manifestHash else {
            throw .mismatch(
                "a sequence number of its own", "\(sequence), which \(known.name) had",
                "its sequence number \(sequence) is that of \(known.name), which was received with another content")
        }
        return known.name
    }

    private mutating func take(
        _ content: BundleContent, _ bundle: inout NightBundle, _ file: inout InboxFile, into night: inout Night
    ) throws(BundleFault) {
        let proven = try BundleProof(content: content, pack: night.pack).prove(&night.symbols)
        var reading = proven.reading
        reading.check(night.pack, asOf: night.asOf)
        bundle.manifest = proven.manifest
        bundle.reviews = proven.reviews
        bundle.isAccepted = true
        accepted[proven.manifest.sequence] = (bundle.manifestHash, "\(file.name) of \(night.asOf)")
        night.add(&reading, of: &file, threads: 1)
    }

    /// Whatever the order in which they came, each bundle must have its predecessor.
    private func tellGaps(_ night: inout Night) {
        if night.pack.isOff(BundleGap.id) { return }
        let known = accepted.keys.sorted()
        for bundle in night.acceptedBundles {
            let sequence = bundle.manifest!.sequence
            let before = known.last { $0 < sequence } ?? 0
            guard before + 1 < sequence else { continue }
            night.files[bundle.file].findings.append(
                BundleGap.finding(sequence: sequence, missing: (before + 1)...(sequence - 1)))
        }
    }

    private static func unreadable(_ path: String, _ reason: String) -> Stop {
        Stop(
            .cannotRead,
            "The bundle \(path) can't be read (\(reason)). A bundle that this user may read and that nobody writes to is "
                + "expected; mend that, or move it out of the inbox, and start again. Nothing was posted.")
    }
}
