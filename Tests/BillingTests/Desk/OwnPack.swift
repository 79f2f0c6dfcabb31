@testable import Billing

/// The program's own pack, read once for all tests of the desk.
let ownPack = Result { try PolicyPack.embedded() }
