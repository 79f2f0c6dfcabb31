import Billing
import Foundation

/// Runs nights in processes of their own, and tells whether what they leave is what undisturbed ones leave.
final class Rig {
    let nights: Nights
    let pack: PolicyPack
    let work: String
    /// What is visible after each night, undisturbed.
    private var whole: [Int: [String: Data]] = [:]

    init(_ nights: Nights, pack: PolicyPack, work: String) {
        self.nights = nights
        self.pack = pack
        self.work = work
    }

    /// Where every trial takes place.
    var place: Place { Place(path: "\(work)/trial") }

    /// What the undisturbed nights left after that many of them.
    func saved(_ count: Int) -> Place { Place(path: "\(work)/saved-\(count)") }

    private func reference(_ count: Int) -> String { "\(work)/reference-\(count)" }

    /// What goes wrong in a trial ends the rig.
    struct Failure: Error, CustomStringConvertible {
        var description: String
    }

    /// Runs the nights undisturbed and keeps what each of them leaves.
    ///
    /// - Returns: the steps of each night.
    func prepare() throws -> [[Disk.Step]] {
        try place.makeEmpty()
        try saved(0).become(place)
        var steps: [[Disk.Step]] = []
        for number in 1...nights.nights.count {
            try receive(number)
            let recorded = try record(number)
            steps.append(recorded)
            guard snapshot(to: reference(number)) == .exited(0) else {
                throw Failure(description: "night \(number) undisturbed can't be verified: \(answer)")
            }
            try saved(number).become(place)
            whole[number] = place.published()
        }
        return steps
    }

    /// Puts the place into the state before a night, with the night's files in the inbox.
    func arrange(before number: Int) throws {
        try place.become(saved(number - 1))
        try receive(number)
    }

    /// Puts what a night is given into the place.
    func receive(_ number: Int) throws {
        let night = nights.nights[number - 1]
        try place.receive(night.files)
        try mergeDirectories([night.registers], into: place.registers)
        if let dispositions = night.dispositions { try place.copy(dispositions, to: place.dispositions) }
    }

    /// One start of the program for a night, on whatever disk.
    ///
    /// - Returns: the exit code; the sentence is left as the answer.
    func start(_ number: Int, disk: Disk, clock: Int = 1_800_000_000) -> Int32 {
        let night = nights.nights[number - 1]
        let job = Job(
            registers: place.registers, inbox: place.inbox, out: place.out, store: place.store, asOf: night.asOf,
            archive: nights.isArchiving ? place.archive : nil,
            dispositions: night.dispositions.map { _ in place.dispositions },
            isDryRun: night.isDryRun, threads: nights.threads, program: "invoice-batch test")
        do {
            let batch = Batch(job, pack: pack, disk: disk, clock: { clock })
            let summary = try batch.run(tell: { tell($0.text) })
            tell(summary.text)
            return ExitCode.done.rawValue
        } catch {
            tell(error.message)
            return error.code.rawValue
        }
    }

    /// Starts the night again after whatever happened, and compares what is there then with what the undisturbed night
    /// left; the store must verify, too.
    ///
    /// - Throws: `Failure` where they differ.
    func startAgain(_ number: Int, after what: String) throws {
        let ending = Child.run { start(number, disk: Disk()) }
        guard ending == .exited(0) else { throw Failure(description: "\(what): started again, \(ending): \(answer)") }
        try requireSame(number, after: what)
    }

    /// - Throws: `Failure` where the place is not what the undisturbed night left.
    func requireSame(_ number: Int, after what: String) throws {
        let found = "\(work)/found"
        guard snapshot(to: found) == .exited(0) else { throw Failure(description: "\(what): \(answer)") }
        let a = try String(contentsOfFile: reference(number), encoding: .utf8)
        let b = try String(contentsOfFile: found, encoding: .utf8)
        if a == b { return }
        let expected = a.split(separator: "\n", omittingEmptySubsequences: false)
        let lines = b.split(separator: "\n", omittingEmptySubsequences: false)
        let place = zip(expected, lines).enumerated().first { $1.0 != $1.1 }?.offset ?? min(expected.count, lines.count)
        throw Failure(
            description: "\(what): line \(place + 1) of what is left\n  is        \(place < lines.count ? lines[place] : "-")\n"
                + "  should be \(place < expected.count ? expected[place] : "-")")
    }

    /// What is visible at this moment is whole: every run's directory is that of the undisturbed night, and `latest`
    /// points to one of them.
    ///
    /// - Throws: `Failure`.
    func requireWhole(_ number: Int, after what: String) throws {
        let visible = place.published()
        let reference = whole[number]!
        for (name, bytes) in visible {
            if name == "latest" {
                let target = String(decoding: bytes, as: UTF8.self)
                guard visible["\(target)/"] != nil else {
                    throw Failure(description: "\(what): latest points to \(target), which is not there")
                }
            } else if reference[name] != bytes {
                throw Failure(description: "\(what): \(name) is visible and not as it should be")
            }
        }
        guard whole[number - 1]?["latest"] == nil || visible["latest"] != nil else {
            throw Failure(description: "\(what): latest is gone")
        }
        for (name, _) in reference where !name.hasSuffix("/") {
            let directory = name.prefix { $0 != "/" } + "/"
            guard visible[String(directory)] == nil || visible[name] != nil else {
                throw Failure(description: "\(what): \(directory) is visible without \(name)")
            }
        }
    }

    /// The steps of the night, which is run to its end.
    private func record(_ number: Int) throws -> [Disk.Step] {
        let file = "\(work)/steps"
        let ending = Child.run {
            let recorder = StepRecorder()
            let code = start(number, disk: recorder.disk)
            recorder.write(to: file)
            return code
        }
        guard ending == .exited(0) else {
            throw Failure(description: "night \(number) undisturbed, \(ending): \(answer)")
        }
        return try StepRecorder.read(file)
    }

    private func snapshot(to file: String) -> Child.Ending {
        Child.run {
            do throws(Stop) {
                tell(try Verification.verify(place.store, out: nil).text)
            } catch {
                tell(error.message)
                return 1
            }
            do {
                try Snapshot(place).text().write(toFile: file, atomically: false, encoding: .utf8)
                return 0
            } catch {
                tell("\(error)")
                return 2
            }
        }
    }

    /// Leaves an answer for the process that started this one.
    func tell(_ text: String) { try? text.write(toFile: place.answer, atomically: false, encoding: .utf8) }

    var answer: String { (try? String(contentsOfFile: place.answer, encoding: .utf8)) ?? "" }
}
