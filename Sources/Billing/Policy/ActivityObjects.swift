extension ActivitySentence {
    /// Marks what each of the five was done to: "typing up home study" names no case work beside typing.
    func absorbObjects() {
        for index in 0..<count {
            guard let kind = tokens[index].means.kind else { continue }
            absorb(index)
            absorbBehind(index, kind)
            absorbBefore(index, kind)
        }
    }

    private func absorb(_ index: Int) { tokens[index].traits.marks.insert(.absorbed) }

    private func absorb(_ range: Range<Int>) {
        for index in range where !tokens[index].means.isOneOfTheFive { absorb(index) }
    }

    /// Whether work of a kind is named that can't be a paper.
    private func namesContact(_ range: Range<Int>) -> Bool {
        range.contains { tokens[$0].has(.caseWork) && !tokens[$0].has(.record) }
    }

    private func absorbBehind(_ index: Int, _ kind: ActivityVerdict.Kind) {
        var place = index + 1
        var hasObject = false
        var isAbout = false
        /// Work that is billed is listed: "invoice for home visits, travel".
        var listsWork = false
        while place < count {
            let end = runEnd(place)
            switch tokens[place].joint {
            case .none:
                guard absorbRun(place..<end, kind, &hasObject, &isAbout) else { return }
                listsWork = isAbout && kind == .invoices && namesContact(place..<end)
            case .dash:
                if hasObject || kind != .invoices && namesContact(place..<end) && !isRecord(place..<end) { return }
                absorb(place..<end)
                hasObject = true
                listsWork = kind == .invoices && namesContact(place..<end)
            case .comma, .link:
                let isListed = hasObject || !namesContact(place..<end) && !hasCaseWork(place..<end)
                guard isRecord(place..<end) && isListed || listsWork && !hasAct(place..<end) else {
                    return
                }
                absorb(place..<end)
            case .stop: return
            }
            place = end
        }
    }

    private func hasCaseWork(_ range: Range<Int>) -> Bool { range.contains { tokens[$0].has(.caseWork) } }

    private func hasAct(_ range: Range<Int>) -> Bool { range.contains { tokens[$0].means.isOneOfTheFive } }

    /// The words that follow at once; false when something else than the object begins among them.
    private func absorbRun(
        _ range: Range<Int>, _ kind: ActivityVerdict.Kind, _ hasObject: inout Bool, _ isAbout: inout Bool
    ) -> Bool {
        for index in range {
            let token = tokens[index]
            if token.means.isOneOfTheFive || token.has(.breaker) { return false }
            if token.has(.about) { isAbout = true }
            if token.has(.caseWork), !token.has(.record), !isAbout, !mayTakeContact(kind, token),
                !isRecord(index + 1..<range.upperBound) {
                return false
            }
            if !token.has([.filler, .about]) { hasObject = true }
            absorb(index)
        }
        return true
    }

    private func mayTakeContact(_ kind: ActivityVerdict.Kind, _ token: ActivityToken) -> Bool {
        kind == .invoices || kind == .fundraising && token.has(.general)
    }

    private func absorbBefore(_ index: Int, _ kind: ActivityVerdict.Kind) {
        var place = index
        var inRecord = false
        while place > 0 {
            if tokens[place].joint != .none {
                let start = runStart(place - 1)
                let last = tokens[place - 1]
                guard inRecord, tokens[place].joint <= .link, last.has(.record), isRecord(start..<place) else { return }
            }
            place -= 1
            let token = tokens[place]
            if token.means.isOneOfTheFive || kind == .invoices && !inRecord && token.has(.about) { return }
            if token.has(.breaker), kind != .fundraising { return }
            if token.has(.record), !token.has(.verb) { inRecord = true }
            guard inRecord && !token.has(.verb) || explains(token, kind) else { return }
            absorb(place)
        }
    }

    /// Whether a word before one of the five belongs to it though it is no paper.
    private func explains(_ token: ActivityToken, _ kind: ActivityVerdict.Kind) -> Bool {
        if token.has([.filler, .light]) || token.has(.name) || token.has(.number) { return true }
        if token.has(.strange) { return !token.has(.verbLike) }
        if kind == .invoices, token.has(.preparing) { return true }
        return kind == .fundraising && (token.has(.general) || token.has([.about, .toward]))
    }
}
