import Testing

@testable import Billing

/// What earlier nights left is read in pieces, each with texts of its own.
@Suite struct CarriedForwardTests {
    private static let day = Day(year: 2026, month: 7, day: 1)!

    /// A piece that found a paid line on a child's day, beside texts that others lack.
    private static func piece(child: String, _ others: [String] = []) -> CarriedForward {
        var piece = CarriedForward()
        for text in others { _ = piece.symbols.intern(text) }
        let child = piece.symbols.intern(child)
        let provider = piece.symbols.intern("P-1")
        piece.history.standing = [
            .init(
                work: .init(
                    provider: provider, child: child, day: day, service: .billed(provider), worker: .none,
                    hours: Hours(hundredths: 100), activity: .none, description: .none, invoice: 7),
                mark: .init(provider: provider, invoiceNumber: .none, line: 1))
        ]
        return piece
    }

    private static func together(_ pieces: [CarriedForward]) -> (history: History, symbols: Symbols) {
        var symbols = Symbols()
        var history = History()
        for piece in pieces { history.add(piece.history, symbols.absorb(piece.symbols)) }
        return (history, symbols)
    }

    @Test func whatTwoPiecesFoundOfOneDayCountsOnce() {
        var (history, _) = Self.together([Self.piece(child: "C-1"), Self.piece(child: "C-1", ["more", "texts"])])
        history.orderStanding()
        #expect(history.standing.count == 1)
    }

    @Test func whatIsKeptForHeldLinesIsToldFromWhatWasReadForOthers() {
        var kept = Self.piece(child: "C-1")
        kept.history.standing[0].isKept = true
        for pieces in [[Self.piece(child: "C-1"), kept], [kept, Self.piece(child: "C-1")]] {
            var (history, _) = Self.together(pieces)
            history.orderStanding()
            #expect(history.standing.map { $0.isKept } == [true])
        }
    }

    @Test func paidLinesComeInTheOrderOfTheStore() {
        var pieces = [Self.piece(child: "C-1"), Self.piece(child: "C-2"), Self.piece(child: "C-3")]
        for (number, (invoice, line)) in [(9, 1), (7, 2), (7, 1)].enumerated() {
            pieces[number].history.standing[0].work.invoice = invoice
            pieces[number].history.standing[0].mark.line = line
        }
        var (history, symbols) = Self.together(pieces)
        history.orderStanding()
        #expect(history.standing.map { symbols[$0.work.child] } == ["C-3", "C-2", "C-1"])
    }

    @Test func eachPieceIsTakenByItsOwnTexts() {
        let (history, symbols) = Self.together([Self.piece(child: "C-1", ["x"]), Self.piece(child: "C-2", ["y", "z"])])
        #expect(history.standing.map { symbols[$0.work.child] } == ["C-1", "C-2"])
        #expect(history.standing.map { symbols[$0.mark.provider] } == ["P-1", "P-1"])
        #expect(history.standing.allSatisfy { $0.work.service == .billed($0.work.provider) })
    }
}
