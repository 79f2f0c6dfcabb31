/// The lines that stand on one child's day where they are too many to be looked at one by one: a file of some megabytes
/// may put a hundred thousand on one. It answers as a look at each of them would, from tables.
struct CrowdedDay {
    /// The latest of some lines, and the latest that differs from it in one thing.
    private struct Latest<Mark: Hashable> {
        private var mark: Mark
        private var index: Int32
        private var other: Int32 = -1

        init(_ mark: Mark, _ index: Int32) {
            self.mark = mark
            self.index = index
        }

        mutating func add(_ mark: Mark, _ index: Int32) {
            if mark != self.mark { other = self.index }
            self.mark = mark
            self.index = index
        }

        /// The latest line that has another mark; -1: none.
        func index(other mark: Mark) -> Int32 { mark == self.mark ? other : index }
    }

    private struct Act: Hashable {
        var provider: Symbol
        var worker: Symbol
        var hours: Hours
        var activity: Symbol
    }

    private struct Text: Hashable {
        var act: Act
        var service: StandingWork.ServiceWord
        var description: Symbol
    }

    private struct Copy: Hashable {
        var text: Text
        var invoice: Int
    }

    private var providers: [StandingWork.ServiceWord: Latest<Symbol>] = [:]
    private var services: [Act: Latest<StandingWork.ServiceWord>] = [:]
    private var invoices: [Text: Latest<Int>] = [:]
    private var copies: [Copy: Int32] = [:]

    /// - Parameter index: greater than that of every line added before.
    mutating func add(_ work: StandingWork.Work, _ index: Int32) {
        let text = Self.text(of: work)
        providers[work.service, default: Latest(work.provider, index)].add(work.provider, index)
        services[text.act, default: Latest(work.service, index)].add(work.service, index)
        invoices[text, default: Latest(work.invoice, index)].add(work.invoice, index)
        copies[Copy(text: text, invoice: work.invoice)] = index
    }

    /// What the lines have in common with this one, and the latest of them that has anything; -1: none.
    func compare(with work: StandingWork.Work) -> (found: EarlierLines, twin: Int32) {
        let text = Self.text(of: work)
        let likes: [(EarlierLines, Int32?)] = [
            (.otherProvider, providers[work.service]?.index(other: work.provider)),
            (.otherService, work.worker.isEmpty ? nil : services[text.act]?.index(other: work.service)),
            (.sameElsewhere, invoices[text]?.index(other: work.invoice)),
            (.sameHere, copies[Copy(text: text, invoice: work.invoice)]),
        ]
        var found: EarlierLines = []
        var twin: Int32 = -1
        for case (let like, let index?) in likes where index >= 0 {
            found.formUnion(like)
            twin = max(twin, index)
        }
        return (found, twin)
    }

    private static func text(of work: StandingWork.Work) -> Text {
        let act = Act(provider: work.provider, worker: work.worker, hours: work.hours, activity: work.activity)
        return Text(act: act, service: work.service, description: work.description)
    }
}
