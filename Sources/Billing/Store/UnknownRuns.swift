import GRDB

/// Runs whose reports stand where tonight's will and which the store does not hold: it is another store, a new one in
/// place of one that was lost, or an older copy, and would pay again what those runs paid.
enum UnknownRuns {
    /// Looks before a store that is absent is created.
    ///
    /// - Throws: `unusableData`.
    static func refuseNewStore(_ store: String, out: String) throws(Stop) {
        // In this order: a run that is there was posted in a store that was there before.
        guard let run = names(in: out).last, FileStatusOnDisk(store) == nil else { return }
        throw Stop(
            .unusableData,
            "There is no store \(store), but \(out) holds run \(run): a new store would pay again what was paid there. "
                + "Nothing was done; name the right store with --store or bring back its last backup, or, to begin anew, "
                + "name another directory with --out.")
    }

    /// - Throws: `unusableData`.
    static func refuse(_ store: Store, out: String) throws(Stop) {
        let names = names(in: out)
        if names.isEmpty { return }
        let known = try store.runIDs()
        guard let run = names.last(where: { !known.contains($0) }) else { return }
        throw Stop(
            .unusableData,
            "\(out) holds run \(run), which the store \(store.path) does not know: it is another store or an older copy, "
                + "and would pay again what was paid there. Nothing was posted; name the right store with --store or bring "
                + "back its last backup, or, to go on with this one, name another directory with --out.")
    }

    /// The published runs in a directory, the last last.
    private static func names(in out: String) -> [String] {
        (namesInDirectory(out) ?? []).filter {
            isRunID($0) && FileStatusOnDisk("\(out)/\($0)")?.isDirectory == true
        }
    }

    /// Whether a name is `2026-10-01-0042`.
    private static func isRunID(_ name: String) -> Bool {
        let parts = name.utf8.split(separator: UInt8(ascii: "-"), omittingEmptySubsequences: false)
        let digits = UInt8(ascii: "0")...UInt8(ascii: "9")
        return parts.count == 4 && zip(parts, [4, 2, 2, 4]).allSatisfy { $0.count >= $1 }
            && parts.allSatisfy { $0.allSatisfy(digits.contains) }
    }
}

extension Store {
    /// The ids of all posted runs.
    fileprivate func runIDs() throws(Stop) -> Set<String> {
        try Self.guarding(path) {
            try queue.read { try String.fetchSet($0, sql: "SELECT run_id FROM runs") }
        }
    }
}
