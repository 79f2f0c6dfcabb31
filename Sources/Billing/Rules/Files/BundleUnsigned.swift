/// A bundle of AAP lacks AAP's signature, while the pack has AAP's key (48-22-2, Monthly Invoice).
public enum BundleUnsigned: Rule {
    public static let name = "bundle-unsigned"
    public static let number = 9
    public static let permitted: [Effect] = [.reject]
    public static let owner = Owner.aap
    public static let summary = """
        The policy pack has AAP's public key, and a bundle has no signature or one that is not AAP's over its \
        manifest. It is rejected whole, none of its invoices is received.
        """
    public static let nextStep = """
        Sign the bundle with AAP's own key and send it again; if AAP has a new key, have it put into the policy \
        pack first.
        """
}
