import Crypto
import Glibc

/// Reads all that a night needs - registers, inbox, dispositions, store - and makes the night of it.
struct NightIntake {
    var night: Night
    private(set) var history = History()
    /// The hash of all that the run was given beside the inbox's files: as-of date, registers, dispositions, pack.
    let inputs: String
    private let job: Job
    private let store: Store
    private var rows: [DispositionRow] = []
    private var readings: [FileReading] = []

    init(
        job: Job, pack: PolicyPack, store: Store, last: LastRun?, now: Int, disk: Disk,
        reading: @escaping (Int, Int) -> Void = { _, _ in }
    ) throws(Stop) {
        self.job = job
        self.store = store
        var symbols = Symbols()
        let registers = try Self.registers(job, pack, &symbols, disk)
        if !job.acceptsRegisters { try Self.brake(registers, last, pack) }
        try store.requireSameOpeningBalances(registers.openingBalances, symbols, pack.services)
        night = Night(
            symbols: symbols, asOf: job.asOf, runNumber: (last?.number ?? 0) + 1, pack: pack, registers: registers)
        var dispositionsHash = ""
        if let path = job.dispositions {
            (rows, dispositionsHash) = try Self.dispositions(path, disk)
        }
        let parts = [job.asOf.description, pack.hash, dispositionsHash] + registers.files.map { $0.sha256 }
        inputs = SHA256.hash(data: Array(parts.joined(separator: "\n").utf8)).map { Int($0).hex }.joined()
        let reader = InboxReader(
            inbox: Inbox(job.inbox), store: store, settle: job.settle, now: now, disk: disk, threads: job.threads,
            isFirstNight: last == nil, progress: reading)
        try reader.read(into: &night)
        var bundles = BundleIntake(inbox: job.inbox, store: store, settle: job.settle, now: now, disk: disk)
        try bundles.read(into: &night)
    }

    /// Whether this start brings what an earlier run, whose end a kill prevented, was given already.
    func bringsNothingNew(since run: LastRun) throws(Stop) -> Bool {
        guard run.inputs == inputs else { return false }
        let known = try store.fileHashes(ofRun: run.number)
        return night.files.allSatisfy { known.contains($0.sha256) }
    }

    /// Receives the invoices and takes up what earlier nights left: held lines, corrections, dispositions, balances.
    mutating func takeUpEarlierNights(_ carried: [CarriedForward]) throws(Stop) {
        history = try store.takeUpEarlierNights(&night, rows, carried, threads: job.threads)
        try store.addBundleReviews(to: &night)
    }

    private static func registers(
        _ job: Job, _ pack: PolicyPack, _ symbols: inout Symbols, _ disk: Disk
    ) throws(Stop) -> RegisterSet {
        guard FileStatusOnDisk(job.registers) != nil else {
            throw Stop(
                .missingInput,
                "The directory of registers \(job.registers) is missing. Create it, or name another with --registers.")
        }
        do {
            return try RegisterSet(directory: job.registers, symbols: &symbols, services: pack.services, disk: disk)
        } catch let stop as RegisterStop {
            throw Stop(.unusableData, stop.description)
        } catch let fault as ReadFault {
            throw Stop(
                .cannotRead, "The registers in \(job.registers) can't be read (\(fault.reason)). Nothing was posted.")
        } catch {
            throw Stop(.programFault, "The registers met a fault of the program: \(error).")
        }
    }

    private static func brake(_ registers: RegisterSet, _ last: LastRun?, _ pack: PolicyPack) throws(Stop) {
        guard let last,
            let loss = registers.shrunken(
                since: last.registerRows, limitPercent: pack.settings.registerShrinkLimit,
                exemptBelow: pack.settings.registerShrinkExemptRows)
        else { return }
        throw Stop(
            .unusableData,
            "The register \(loss.register) has \(loss.now) rows; the last run found \(loss.was), and less than "
                + "\(pack.settings.registerShrinkLimit)% of them is taken for a broken export. Export it again, or start "
                + "with --accept-registers if it is right.")
    }

    private static func dispositions(_ path: String, _ disk: Disk) throws(Stop) -> ([DispositionRow], String) {
        let descriptor: Int32
        do {
            descriptor = try disk.openForReading(path, flags: O_NONBLOCK)
        } catch {
            throw unopened(path, error.reason, error.errno == ENOENT ? .missingInput : .cannotRead)
        }
        defer { close(descriptor) }
        guard let status = FileStatusOnDisk(descriptor: descriptor), status.isRegularFile else {
            throw unopened(path, "it is no regular file", .missingInput)
        }
        let name = path.split(separator: "/").last.map(String.init) ?? path
        do {
            let source = ByteSource(fileDescriptor: descriptor, size: status.size, disk: disk, path: path)
            let hash = try FileScan.hash(of: source).map { Int($0).hex }.joined()
            let rows = try DispositionsFile.rows(source, name: name)
            guard FileStatusOnDisk(descriptor: descriptor)?.mark == status.mark else { throw ReadFault.changed }
            return (rows, hash)
        } catch let stop as Stop {
            throw stop
        } catch let fault as ReadFault {
            throw Stop(.cannotRead, "The dispositions file \(path) can't be read (\(fault.reason)). Nothing was posted.")
        } catch {
            throw Stop(.programFault, "The dispositions file met a fault of the program: \(error).")
        }
    }

    private static func unopened(_ path: String, _ reason: String, _ code: ExitCode) -> Stop {
        Stop(code, "The dispositions file \(path) can't be opened (\(reason)). Name the right file.")
    }
}

extension Night {
    /// Receives tonight's invoices and puts the lines of the accepted ones on the docket.
    mutating func receive(_ history: InvoiceHistory) {
        for index in invoices.indices where !pack.isOff(ProviderUnknown.id) {
            let invoice = invoices[index].invoice
            if registers.provider(invoice.provider) == nil, !invoice.provider.isEmpty,
                !invoice.findings.contains(where: { $0.column == Column.providerID.name })
            {
                invoices[index].invoice.findings.append(
                    ProviderUnknown.finding(provider: symbols[invoice.provider], line: invoice.place))
            }
        }
        var intake = Intake(history: history, pack: pack, symbols: symbols)
        intake.receive(&invoices)
        skipCopies()
        for index in invoices.indices {
            let entry = invoices[index]
            guard entry.status == .accepted else { continue }
            for line in entry.invoice.lines { origins[line] = .received }
            let isPlaced = registers.isProvider(entry.invoice.provider, ofAgreement: entry.invoice.agreement)
            if entry.invoice.lines.isEmpty, !isPlaced, !pack.isOff(NoServicesUnplaced.id) {
                invoices[index].invoice.findings.append(
                    NoServicesUnplaced.finding(
                        agreement: symbols[entry.invoice.agreement], line: entry.invoice.place))
            }
        }
    }

    /// A file with the bytes of an earlier one of this night, in which nothing was rejected, is skipped like one of an
    /// earlier night: its invoices have no rows.
    private mutating func skipCopies() {
        if pack.isOff(FileAlreadyProcessed.id) { return }
        var settled: [String: String] = [:]
        for index in files.indices where files[index].status == .accepted && !files[index].sha256.isEmpty {
            let file = files[index]
            if let earlier = settled[file.sha256] {
                files[index].status = .skipped
                files[index].findings = [FileAlreadyProcessed.finding(earlier: earlier)]
                for invoice in file.invoices { invoices[invoice].isOfCopy = true }
                files[index].invoices = file.invoices.lowerBound..<file.invoices.lowerBound
            } else if invoices[file.invoices].allSatisfy({ $0.status != .rejected }) {
                settled[file.sha256] = file.name
            }
        }
    }
}
