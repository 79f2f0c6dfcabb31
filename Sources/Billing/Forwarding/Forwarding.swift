import Glibc

/// AAP's week: reads the agencies' invoices, takes AAP's reviews, and writes what goes on to the Subsidy Unit as one
/// bundle with what goes back to the agencies.
public struct Forwarding {
    let job: ForwardJob
    let pack: PolicyPack
    let disk: Disk

    public init(_ job: ForwardJob, pack: PolicyPack, disk: Disk = Disk()) {
        self.job = job
        self.pack = pack
        self.disk = disk
    }

    /// - Throws: `Stop`; no bundle is then written.
    public func run() throws(Stop) -> ForwardSummary {
        let key = try signingKey()
        let register = try AAPRegister(job.reviews, asOf: job.week.last, disk)
        let registers = try AAPRegisters(job.registers, reviews: register.registerBytes, disk)
        try guarding { () throws(Disk.Fault) in try RunDirectory.createAll(absolute(job.out), disk) }
        let lock = try KernelLock(runsIn: absolute(job.out))
        defer { withExtendedLifetime(lock) {} }
        var symbols = Symbols()
        let set = try registers.read(&symbols, pack.services)
        let previous = try PreviousBundles(in: try directories(), pack, &symbols, disk)
        try requireNotBefore(previous)
        var night = Night(
            symbols: symbols, asOf: job.week.last, runNumber: (previous.last?.sequence ?? 0) + 1,
            pack: registers.switchOff(in: pack), registers: set)
        var counts = FolderReading.Counts()
        try FolderReading(directory: job.invoices, sentBack: previous.sentBack, disk: disk).read(&night, &counts)
        night.receive(previous.forwarded)
        var week = ForwardedWeek(outcome: Batch.decide(&night, History(), threads: 2))
        let corrected = Set(night.invoices.map { $0.invoice.key }).union(previous.forwarded.received.keys)
        week.withAgencies = counts.sentBack.subtracting(corrected).count
        week.others = counts.others
        week.unreadable = night.files.filter { $0.status == .rejected }
        week.absentRegisters = registers.absent
        WeekSorting(register: register, previous: previous, asOf: job.week.last).sort(&week)
        if let last = previous.last, last.week == job.week, week.forwarded.isEmpty, week.returned.isEmpty {
            return ForwardSummary(nothingSince: BundleManifest.name(last.week, last.sequence), week)
        }
        let manifest = try BundleWriter(job: job, pack: pack, disk: disk, key: key)
            .write(week, sequence: night.runNumber)
        return ForwardSummary(manifest, week, path: "\(job.out)/\(manifest.name)", isSigned: key != nil)
    }

    /// Where earlier bundles are.
    private func directories() throws(Stop) -> [String] {
        guard let previous = job.previous else { return [job.out] }
        guard FileStatusOnDisk(previous)?.isDirectory == true else {
            throw Stop(
                .missingInput,
                "The directory of earlier bundles \(previous) is missing. Name the right one with --previous, or none if "
                    + "they are in \(job.out).")
        }
        return [job.out, previous]
    }

    private func requireNotBefore(_ previous: PreviousBundles) throws(Stop) {
        guard let last = previous.last, job.week < last.week else { return }
        throw Stop(
            .usage,
            "The week \(job.week) is before that of the last bundle, \(last.week). Nothing was written; give that week or "
                + "a later one with --week.")
    }

    private func signingKey() throws(Stop) -> BundleSigningKey? {
        guard let path = job.signingKey else { return nil }
        let bytes: [UInt8]
        do {
            bytes = try BundleDirectory.bytes(of: path, disk)
        } catch {
            throw Stop(
                error.errno == ENOENT ? .missingInput : .cannotRead,
                "The signing key \(path) can't be read (\(error.reason)). Name the right file with --sign.")
        }
        guard let key = BundleSigningKey(String(decoding: bytes, as: UTF8.self)) else {
            throw Stop(
                .unusableData,
                "The file \(path) is no signing key: the 32 bytes of an Ed25519 key in base64 are expected, on one line."
            )
        }
        return key
    }

    private func guarding<R>(_ body: () throws(Disk.Fault) -> R) throws(Stop) -> R {
        do {
            return try body()
        } catch {
            throw Stop.cannotWriteBundle(error)
        }
    }
}

extension Stop {
    /// A step that the disk refused while a bundle was written.
    static func cannotWriteBundle(_ fault: Disk.Fault) -> Stop {
        Stop(
            fault.errno == EIO ? .cannotRead : .cannotWrite,
            "\(fault.step.path) can't be written (\(fault.reason)). No bundle was written; a directory that this user may "
                + "write to, with room in it, is expected: mend that and start again.")
    }
}
