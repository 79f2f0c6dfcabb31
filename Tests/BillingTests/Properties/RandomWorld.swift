import Foundation

@testable import Billing

/// A few nights of a small department: all that comes in, made from a seed and from nothing else.
struct RandomWorld {
    var pack: PolicyPack
    var nights: [Night]

    /// What a night is given.
    struct Night {
        var asOf: Day
        var registers: RegisterRows
        var files: [SentFile]
        var dispositions: [StaffRow] = []
    }

    /// A row of the dispositions file.
    struct StaffRow: Hashable {
        var provider: String
        var number: String
        var line: Int
        var action: String
        var rule: String
        var day: Day
    }

    /// How much of life there is in a world.
    enum Kind {
        /// Everything that can happen.
        case full
        /// One rate, $70.00, billed to the cent; nothing wrong with any line but that limits cut it; nothing corrected,
        /// held or decided by staff. At $70.00 a hundredth of an hour costs 70 cents, so that nothing is ever rounded.
        case plain
        /// As `plain`, and every agreement is about one child: no limit is shared but the child's own.
        case single
    }

    static let embeddedPack = Result { try PolicyPack.embedded() }

    static func made(_ seed: Int, _ kind: Kind = .full) throws -> RandomWorld {
        var maker = WorldMaker(seed: seed, kind: kind)
        return try RandomWorld(pack: pack(&maker.dice, kind), nights: maker.nights())
    }

    /// The program's own pack; in half of the worlds with another scope, and in some with a cap that is soon reached.
    private static func pack(_ dice: inout Dice, _ kind: Kind) throws -> PolicyPack {
        var pack = try embeddedPack.get()
        if dice.chance(50) { pack.settings.childCapScope = dice.pick([.purchaser, .child, .agreement]) }
        if kind != .full || dice.chance(30) {
            let cap = Hours(hundredths: dice.roll(4...40) * 100)
            for index in pack.policies.indices where pack.policies[index].childCap != nil {
                pack.policies[index].childCap = cap
                pack.policies[index].childCapWithHomeStudy = cap + Hours(hundredths: 500)
            }
        }
        return pack
    }

    /// Every invoice as it stands in the files, changed or left out by `change`, wherever it stands.
    func mapInvoices(_ change: (SentInvoice) -> [SentInvoice]) -> RandomWorld {
        var world = self
        for night in world.nights.indices {
            for file in world.nights[night].files.indices {
                world.nights[night].files[file].invoices = nights[night].files[file].invoices.flatMap(change)
            }
        }
        return world
    }
}

/// The rows of registers, by file.
struct RegisterRows: Hashable {
    private(set) var rows: [String: [[String]]] = [:]

    subscript(_ file: String) -> [[String]] {
        get { rows[file] ?? [] }
        set { rows[file] = newValue }
    }

    mutating func add(_ file: String, _ cells: any CustomStringConvertible...) {
        rows[file, default: []].append(cells.map { $0.description })
    }

    /// Writes all sixteen files.
    func write(to directory: String) throws {
        for (file, columns) in RegisterFolder.headers {
            let lines = [columns.joined(separator: ",")] + self[file].map { $0.joined(separator: ",") }
            try Data((lines.joined(separator: "\n") + "\n").utf8).write(to: URL(filePath: "\(directory)/\(file)"))
        }
    }
}
