import Glibc

/// The registers that AAP has. A register that it lacks is read as one without rows, with every register that refers to
/// it, and the rules that ask them are switched off.
struct AAPRegisters {
    /// The registers that AAP lacks, and those that can't be used without them, in the order of the specification.
    private(set) var absent: [String] = []
    private let directory: String
    private let reviews: [UInt8]
    private let disk: Disk

    private struct Register {
        var file: String
        var columns: [String]
        /// What it refers to.
        var needs: [String] = []
        /// The rules that can't be asked without it.
        var rules: [any Rule.Type] = []
    }

    private static let all: [Register] = [
        Register(file: Providers.file, columns: Providers.columns),
        Register(
            file: Licences.file, columns: Licences.columns,
            rules: [ProviderNotLicensed.self]),
        Register(
            file: Contracts.file, columns: Contracts.columns,
            rules: [ContractMissing.self, RateMissing.self, ProviderStanding.self]),
        Register(
            file: Rates.file, columns: Rates.columns, needs: [Contracts.file],
            rules: [RateMissing.self] + Catalogue.reducingRules),
        Register(file: Children.file, columns: Children.columns, rules: [ChildNotOnAgreement.self]),
        Register(
            file: ChildEvents.file, columns: ChildEvents.columns, needs: [Children.file],
            rules: [WrongForm.self, ChildNotActive.self, ServiceTiming.self]),
        Register(
            file: Placements.file, columns: Placements.columns, needs: [Children.file],
            rules: [CompanionContract.self, CompanionFamilyUnknown.self]),
        Register(
            file: Agreements.file, columns: Agreements.columns, needs: [Contracts.file],
            rules: [
                AgreementUnknown.self, AgreementProvider.self, NoServicesUnplaced.self,
            ] + Catalogue.reducingRules),
        Register(
            file: AgreementChildren.file, columns: AgreementChildren.columns, needs: [Agreements.file, Children.file],
            rules: [ChildNotOnAgreement.self]),
        Register(
            file: AgreementServices.file, columns: AgreementServices.columns, needs: [Agreements.file],
            rules: [ServiceNotOnAgreement.self] + Catalogue.reducingRules),
        Register(
            file: AgreementSignatures.file, columns: AgreementSignatures.columns, needs: [Agreements.file],
            rules: [AgreementUnsigned.self, AgreementTerm.self, AgreementLateCompletion.self]
                + Catalogue.reducingRules),
        Register(
            file: Terminations.file, columns: Terminations.columns, needs: [Agreements.file],
            rules: [AgreementTerminated.self]),
        Register(
            file: Explanations.file, columns: Explanations.columns, needs: [Agreements.file],
            rules: [AgreementTerm.self, AgreementLateCompletion.self]),
        Register(file: ProgressReports.file, columns: ProgressReports.columns, needs: [Agreements.file]),
        Register(file: AAPReviews.file, columns: AAPReviews.columns),
        Register(
            file: OpeningBalances.file, columns: OpeningBalances.columns, needs: [Agreements.file, Children.file]),
    ]

    /// - Parameter reviews: AAP's own reviews, in the place of that register.
    /// - Throws: `missingInput` without the directory or its providers.
    init(_ directory: String, reviews: [UInt8], _ disk: Disk) throws(Stop) {
        self.directory = directory
        self.reviews = reviews
        self.disk = disk
        guard FileStatusOnDisk(directory) != nil else {
            throw Stop(
                .missingInput, "The directory of registers \(directory) is missing. Name another with --registers.")
        }
        for register in Self.all where register.file != AAPReviews.file {
            let isThere =
                FileStatusOnDisk("\(directory)/\(register.file)") != nil
                || access("\(directory)/\(register.file)", F_OK) == 0
            if !isThere || register.needs.contains(where: { absent.contains($0) }) { absent.append(register.file) }
        }
        guard !absent.contains(Providers.file) else {
            throw Stop(
                .missingInput,
                "The directory of registers \(directory) has no \(Providers.file), which says who the agencies are. Put it "
                    + "there and start again.")
        }
    }

    /// Reads the registers.
    func read(_ symbols: inout Symbols, _ services: ServiceCatalogue) throws(Stop) -> RegisterSet {
        let (directory, reviews, disk, absent) = (directory, reviews, disk, absent)
        do {
            return try RegisterSet(symbols: &symbols, services: services) { file in
                if file == AAPReviews.file { return reviews }
                guard absent.contains(file) else { return try RegisterFile.bytes(of: file, in: directory, disk) }
                let columns = Self.all.first { $0.file == file }?.columns ?? []
                return Array((columns.joined(separator: ",") + "\n").utf8)
            }
        } catch let stop as RegisterStop {
            throw Stop(.unusableData, stop.description)
        } catch let fault as ReadFault {
            throw Stop(
                .cannotRead, "The registers in \(directory) can't be read (\(fault.reason)). Nothing was written.")
        } catch {
            throw Stop(.programFault, "The registers met a fault of the program: \(error).")
        }
    }

    /// The pack without the rules that can't be asked.
    func switchOff(in pack: PolicyPack) -> PolicyPack {
        var pack = pack
        for rule in silenced { pack.effects[Int(rule.id.index)] = .off }
        return pack
    }

    /// The rules that can't be asked, in the order of the rulebook.
    var silenced: [any Rule.Type] {
        let ids = Set(Self.all.filter { absent.contains($0.file) }.flatMap { $0.rules.map { $0.id } })
        return ids.sorted().map { Catalogue.rule($0) }
    }
}
