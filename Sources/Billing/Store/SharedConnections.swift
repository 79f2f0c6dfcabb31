import GRDB

/// Connections to a store that see it at one moment, each of which one thread has at a time.
///
/// They are used on threads that are not their own, which wait meanwhile: through `Statement` alone.
final class SharedConnections: @unchecked Sendable {
    let all: [Database]
    private let idle: Locked<[Int]>

    init(_ all: [Database]) {
        self.all = all
        idle = Locked(Array(all.indices))
    }

    /// For work before the threads begin, and after.
    var first: Database { all[0] }

    /// The place of one that no thread has. There are as many as threads.
    func take() -> Int { idle.withLock { $0.removeLast() } }

    func giveBack(_ place: Int) { idle.withLock { $0.append(place) } }

    func use<R>(_ work: (Database) throws -> R) rethrows -> R {
        let place = take()
        defer { giveBack(place) }
        return try work(all[place])
    }
}
