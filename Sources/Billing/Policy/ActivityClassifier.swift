public struct ActivityWords: Sendable { init(yaml: String, file: String) throws(PackFault) {} }
public struct ActivityClassifier: Sendable {
    init(_ words: ActivityWords) throws(PackFault) {}
    func classify(activity: UnsafeRawBufferPointer, description: UnsafeRawBufferPointer) -> ActivityVerdict { ActivityVerdict(activity.isEmpty ? .missing : .billable) }
}
