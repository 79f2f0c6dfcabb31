import Foundation

/// How many minutes a test may take that must not hang: sanitizers make everything several times slower.
let patience = ProcessInfo.processInfo.environment["SANITIZED"] == nil ? 5 : 60
