extension RegisterSet {
    /// The first day on which the agreement's original is fully signed; nil while it is not, or there is none.
    func fullySigned(_ id: Symbol) -> Day? {
        agreement(id).flatMap { agreements.place(ofVersion: 0, agreement: $0) }
            .flatMap { agreements.versions.rows[$0].signedOn }
    }

    /// Whether the agreement exists and is that provider's.
    func isProvider(_ provider: Symbol, ofAgreement id: Symbol) -> Bool {
        agreement(id).map { agreements.rows[$0].provider == provider } ?? false
    }
}

extension Night {
    /// The providers, children and agreements that tonight's decided lines name and the registers know.
    func knownSubjects() -> [(subject: FaultyRow.Subject, ids: Set<Symbol>)] {
        var providers: Set<Symbol> = []
        var children: Set<Symbol> = []
        var agreements: Set<Symbol> = []
        for index in lines.indices where origins[index] == .received {
            let invoice = invoices[Int(lines[index].invoice)].invoice
            if registers.provider(invoice.provider) != nil { providers.insert(invoice.provider) }
            if registers.agreement(invoice.agreement) != nil { agreements.insert(invoice.agreement) }
            if registers.child(lines[index].child) != nil { children.insert(lines[index].child) }
        }
        return [(.provider, providers), (.child, children), (.agreement, agreements)]
    }

    /// The subjects that tonight's lines name and the registers no longer know; those among them that an earlier night
    /// knew have left their register, which is a fault of the register and not of the agency.
    func missingSubjects() -> [(subject: FaultyRow.Subject, id: Symbol)] {
        struct Missing: Hashable {
            var subject: FaultyRow.Subject
            var id: Symbol
        }
        var seen: Set<Missing> = []
        var missing: [(subject: FaultyRow.Subject, id: Symbol)] = []
        func note(_ subject: FaultyRow.Subject, _ id: Symbol) {
            if seen.insert(Missing(subject: subject, id: id)).inserted { missing.append((subject, id)) }
        }
        for index in lines.indices where origins[index].isDecided {
            let invoice = invoices[Int(lines[index].invoice)].invoice
            if registers.provider(invoice.provider) == nil { note(.provider, invoice.provider) }
            if registers.agreement(invoice.agreement) == nil { note(.agreement, invoice.agreement) }
            if registers.child(lines[index].child) == nil { note(.child, lines[index].child) }
        }
        return missing
    }
}
