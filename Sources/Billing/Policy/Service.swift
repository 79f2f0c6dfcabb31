/// One of the pack's services, whichever policies list it.
public struct Service: Hashable, Sendable {
    /// Its place in the pack's `ServiceCatalogue`; below 32.
    public var index: UInt8

    public init(index: UInt8) { self.index = index }
}

/// A set of services.
public struct ServiceSet: OptionSet, Hashable, Sendable {
    public var rawValue: UInt32

    public init(rawValue: UInt32) { self.rawValue = rawValue }

    public init(_ services: some Sequence<Service>) {
        self.init(rawValue: services.reduce(0) { $0 | 1 << UInt32($1.index) })
    }

    public func contains(_ service: Service) -> Bool { rawValue >> UInt32(service.index) & 1 == 1 }
}

/// The services by all the words that an invoice or a register may use for them: names, codes and titles, in any
/// letter case, with space, `-`, `_` and `&`/`and` alike (spec: Invoice files, Values).
public struct ServiceCatalogue: Sendable {
    /// The services' names (`placement-planning`), by `Service.index`.
    public let names: [String]
    /// The services' codes (`PP`), by `Service.index`; a service without one has its name here.
    let codes: [String]
    private let byWord: [String: Service]

    /// - Parameter services: each service's name with every other word for it: its code first, then its titles.
    public init(_ services: [(name: String, words: [String])]) {
        names = services.map { $0.name }
        codes = services.map { $0.words.first ?? $0.name }
        var byWord: [String: Service] = [:]
        for (index, service) in services.enumerated() {
            for word in [service.name] + service.words {
                byWord[Self.normalised(word)] = Service(index: UInt8(index))
            }
        }
        self.byWord = byWord
    }

    /// The service that `text` means, nil when it means none.
    public func find(_ text: String) -> Service? { byWord[Self.normalised(text)] }

    public func name(_ service: Service) -> String { names[Int(service.index)] }

    func code(_ service: Service) -> String { codes[Int(service.index)] }

    /// Small letters, one `_` for every run of space, `-` and `_`, and `and` for `&`.
    static func normalised(_ text: String) -> String {
        text.lowercased()
            .replacing("&", with: " and ")
            .split(whereSeparator: { $0 == " " || $0 == "-" || $0 == "_" || $0 == "\u{A0}" || $0 == "\t" })
            .joined(separator: "_")
    }
}
