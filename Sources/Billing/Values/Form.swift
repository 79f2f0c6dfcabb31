/// The two invoice forms (48-22-2, Monthly Invoice): before permanency the department's own, after it AAP's.
public enum Form: UInt8, Sendable, CaseIterable, CustomStringConvertible {
    case dcf2106
    case aap

    /// As every report writes it.
    public var description: String {
        switch self {
        case .dcf2106: "DCF-2106"
        case .aap: "AAP"
        }
    }
}
