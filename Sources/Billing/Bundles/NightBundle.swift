/// A bundle of AAP's in a night's inbox.
struct NightBundle: Sendable {
    /// Its place among the night's files.
    var file: Int
    /// Its manifest; nil where it has none that can be read.
    var manifest: BundleManifest?
    /// The hash of its manifest: tells whether two bundles of one number are the same.
    var manifestHash: String
    /// AAP's reviews in it; none where it was rejected.
    var reviews: [BundleReview] = []
    /// Its invoices and reviews were received.
    var isAccepted = false
}

extension Night {
    /// The bundles whose invoices and reviews were received, by sequence number.
    var acceptedBundles: [NightBundle] {
        bundles.filter { $0.isAccepted }.sorted { $0.manifest!.sequence < $1.manifest!.sequence }
    }
}
