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
}

extension Night {
    /// Whether a bundle's invoices were received.
    func isAccepted(_ bundle: NightBundle) -> Bool { files[bundle.file].status == .accepted && bundle.manifest != nil }

    /// The bundles whose invoices and reviews were received, by sequence number.
    var acceptedBundles: [NightBundle] {
        bundles.filter { isAccepted($0) }.sorted { $0.manifest!.sequence < $1.manifest!.sequence }
    }
}
