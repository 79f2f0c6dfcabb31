/// Colour and weight for a terminal; plain where nobody asked for any.
public struct Ink: Sendable {
    private let isOn: Bool

    /// - Parameter isOn: true on a terminal that can show colours, where NO_COLOR is not set.
    public init(isOn: Bool) { self.isOn = isOn }

    public static let none = Ink(isOn: false)

    func bold(_ text: String) -> String { wrapped(text, "1") }

    /// Red for what costs money, yellow for what is held or cut, faint for what is only said.
    func colour(_ effect: Effect, _ text: String) -> String {
        switch effect {
        case .reject, .deny: wrapped(text, "31")
        case .pend, .reduce: wrapped(text, "33")
        case .skip, .warn, .off: wrapped(text, "2")
        }
    }

    func colour(_ disposition: Disposition, _ text: String) -> String {
        switch disposition {
        case .paid: wrapped(text, "32")
        case .denied, .reversed: wrapped(text, "31")
        case .reduced, .pended: wrapped(text, "33")
        case .withdrawn: wrapped(text, "2")
        }
    }

    private func wrapped(_ text: String, _ code: String) -> String {
        isOn ? "\u{1B}[\(code)m\(text)\u{1B}[0m" : text
    }
}
