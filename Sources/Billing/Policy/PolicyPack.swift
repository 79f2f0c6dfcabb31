import Crypto

/// The policy pack: what is policy rather than program. Every number, date, effect and word that a decision rests on,
/// each with its source.
public struct PolicyPack: Sendable {
    /// The pack's own name and version.
    public var name: String
    public var version: String
    /// SHA-256 of the pack's files, in hex: which pack a run was decided by.
    public var hash: String
    /// The services of all policies.
    public var services: ServiceCatalogue
    /// What holds from which service date on, ascending.
    public var policies: [PolicyTerms]
    public var settings: Settings
    /// How payments are vouchered.
    var vouchers: VoucherSettings
    /// By rule.
    public var effects: [Effect]
    /// By rule: document and section.
    public var sources: [String]
    /// What tells activities apart.
    var classifier: ActivityClassifier { words.classifier }
    private let words: Words

    /// The settings of a whole run.
    public struct Settings: Sendable {
        public var childCapScope: ChildCapScope
        /// What the rules on agreements look at.
        var agreements: AgreementSettings
        public var promptPaymentDays: Int
        /// Percent of the rows of the last run below which a register is taken for a broken export.
        public var registerShrinkLimit: Int
        /// Registers that had fewer rows than this are exempt from that.
        public var registerShrinkExemptRows: Int
        /// AAP's key, by which its bundles must be signed; nil: they need no signature.
        var aapPublicKey: BundleKey?
    }

    /// The names of the files that make up a pack.
    public static let fileNames = ["ppsp.yaml", "activities.yaml"]

    /// Reads a pack from the texts of its files.
    public init(ppsp: String, activities: String) throws(PackFault) {
        try self.init(ppsp: ppsp, activities: activities, isMeanwhile: false)
    }

    /// - Parameter isMeanwhile: its words are put in tables while other work goes on; for a pack that is sound.
    private init(ppsp: String, activities: String, isMeanwhile: Bool) throws(PackFault) {
        words = isMeanwhile ? .beingRead(activities) : .read(try Self.classifier(activities))
        var digest = SHA256()
        digest.update(data: Array(ppsp.utf8))
        digest.update(data: Array(activities.utf8))
        let document = try PackNode(yaml: ppsp, file: Self.fileNames[0])
        let fields = try document.fields(["pack", "version", "policies", "values", "settings", "vouchers", "rules"])
        name = try fields["pack"]!.text()
        version = try fields["version"]!.text()
        hash = digest.finalize().map { Int($0).hex }.joined()
        let reader = try PolicyReader(policies: fields["policies"]!, values: fields["values"]!)
        services = reader.services
        policies = reader.terms
        settings = try Settings(fields["settings"]!)
        vouchers = try VoucherSettings(fields["vouchers"]!)
        (effects, sources) = try Self.rules(fields["rules"]!)
    }

    private static func classifier(_ activities: String) throws(PackFault) -> ActivityClassifier {
        try ActivityClassifier(ActivityWords(yaml: activities, file: fileNames[1]))
    }

    /// The words of activities.yaml, in tables.
    private enum Words: Sendable {
        case read(ActivityClassifier)
        case later(Meanwhile<ActivityClassifier>)

        static func beingRead(_ activities: String) -> Words {
            .later(
                Meanwhile(isShared: true) { () throws(Stop) in
                    do {
                        return try PolicyPack.classifier(activities)
                    } catch {
                        throw Stop(.programFault, "The program's own policy pack can't be used: \(error).")
                    }
                })
        }

        var classifier: ActivityClassifier {
            switch self {
            case .read(let classifier): return classifier
            case .later(let words):
                guard let classifier = try? words.result() else {
                    preconditionFailure("the program's own pack is sound")
                }
                return classifier
            }
        }
    }

    /// The pack that the program carries in itself.
    ///
    /// - Parameter isMeanwhile: as with `load`.
    public static func embedded(isMeanwhile: Bool = false) throws(PackFault) -> PolicyPack {
        try PolicyPack(ppsp: EmbeddedPack.ppsp, activities: EmbeddedPack.activities, isMeanwhile: isMeanwhile)
    }

    public func effect(of rule: RuleID) -> Effect { effects[Int(rule.index)] }
    /// Whether a rule is switched off: it is then not asked, whatever kind of rule it is. A pack's file may set `off`
    /// only where the rule permits it; the tests switch every rule off in turn.
    func isOff(_ rule: RuleID) -> Bool { effect(of: rule) == .off }
    public func source(of rule: RuleID) -> String { sources[Int(rule.index)] }

    /// What holds on a service date; nil before the first policy.
    public func terms(on day: Day) -> PolicyTerms? { policy(on: day).map { policies[$0] } }

    /// The place of the policy that holds on a service date; nil before the first.
    func policy(on day: Day) -> Int? {
        for place in policies.indices.reversed() where policies[place].from <= day { return place }
        return nil
    }

    /// The effect and the source of every rule of the catalogue.
    private static func rules(_ node: PackNode) throws(PackFault) -> ([Effect], [String]) {
        var effects = [Effect?](repeating: nil, count: Catalogue.all.count)
        var sources = [String](repeating: "", count: Catalogue.all.count)
        for (name, entry) in try node.entries() {
            guard let id = Catalogue.find(name) else {
                throw entry.fault("There is no rule `\(name)`; `invoice-batch rules` lists them.")
            }
            let fields = try entry.fields(["effect", "source"])
            let word = try fields["effect"]!.text()
            let permitted = Catalogue.rule(id).permitted
            guard let effect = Effect(rawValue: word), permitted.contains(effect) else {
                let words = permitted.map { $0.rawValue }.joined(separator: ", ")
                throw fields["effect"]!.fault("`\(word)` can't be the effect of this rule; it may be: \(words).")
            }
            effects[Int(id.index)] = effect
            sources[Int(id.index)] = try fields["source"]!.text()
        }
        var all: [Effect] = []
        for (index, effect) in effects.enumerated() {
            guard let effect else {
                let name = Catalogue.all[index].name
                throw node.fault("The rule `\(name)` has no effect and source here; add its line.")
            }
            all.append(effect)
        }
        return (all, sources)
    }
}

extension PolicyPack.Settings {
    fileprivate init(_ node: PackNode) throws(PackFault) {
        let names = [
            "childCap.scope", "invoiceLookbackMonths", "invoiceGraceDays", "promptPaymentDays",
            "terminationNoticeDays", "registerShrinkLimit", "registerShrinkExemptRows",
        ]
        let fields = try node.fields(names, optional: ["aapPublicKey"])
        func value(_ name: String) throws(PackFault) -> PackNode {
            let entry = try fields[name]!.fields(["value", "source"])
            _ = try entry["source"]!.text()
            return entry["value"]!
        }
        let scope = try value("childCap.scope")
        guard let known = ChildCapScope(rawValue: try scope.text()) else {
            throw scope.fault("`\(try scope.text())` is not a scope; it may be: purchaser, child, agreement.")
        }
        childCapScope = known
        agreements = AgreementSettings(
            lookbackMonths: try value("invoiceLookbackMonths").number(in: 1...24),
            graceDays: try value("invoiceGraceDays").number(in: 0...365),
            terminationNoticeDays: try value("terminationNoticeDays").number(in: 0...365))
        promptPaymentDays = try value("promptPaymentDays").number(in: 0...365)
        registerShrinkLimit = try value("registerShrinkLimit").number(in: 0...100)
        registerShrinkExemptRows = try value("registerShrinkExemptRows").number(in: 0...1_000_000)
        aapPublicKey = fields["aapPublicKey"] == nil ? nil : try Self.key(value("aapPublicKey"))
    }
}

extension PolicyPack.Settings {
    private static func key(_ node: PackNode) throws(PackFault) -> BundleKey? {
        let text = try node.text()
        if text == "none" { return nil }
        guard let key = BundleKey(text) else {
            throw node.fault("This is no Ed25519 public key: 32 bytes in base64 are expected, or `none`.")
        }
        return key
    }
}

extension Int {
    /// A byte as two hex digits.
    var hex: String {
        let digits = String(self, radix: 16)
        return digits.count == 1 ? "0" + digits : digits
    }
}
