// swift-tools-version: 6.2
import PackageDescription

/// The fuzzer and the address sanitizer, in what is fuzzed and in what fuzzes it. Only a package of its own can have
/// such flags without every build having them.
let sanitized: [SwiftSetting] = [
    .enableUpcomingFeature("ExistentialAny"),
    .enableUpcomingFeature("MemberImportVisibility"),
    .enableUpcomingFeature("InternalImportsByDefault"),
    .unsafeFlags(["-parse-as-library", "-sanitize=fuzzer,address", "-enable-testing"]),
]

let package = Package(
    name: "fuzzing",
    dependencies: [
        .package(url: "https://github.com/apple/swift-crypto", from: "4.5.2"),
        .package(url: "https://github.com/groue/GRDB.swift", from: "7.10.0"),
        .package(url: "https://github.com/jpsim/Yams", from: "6.2.2"),
    ],
    targets: [
        // The program's own sources, through links.
        .systemLibrary(
            name: "CLibXML", pkgConfig: "libxml-2.0", providers: [.apt(["libxml2-dev"])]),
        .systemLibrary(name: "CLinux"),
        .systemLibrary(name: "CMarks"),
        .systemLibrary(name: "CSQLiteSettings"),
        .systemLibrary(
            name: "CXlsxWriter", pkgConfig: "xlsxwriter", providers: [.apt(["libxlsxwriter-dev", "zlib1g-dev"])]),
        .target(
            name: "Billing",
            dependencies: [
                "CLibXML",
                "CLinux",
                "CMarks",
                "CSQLiteSettings",
                "CXlsxWriter",
                .product(name: "Crypto", package: "swift-crypto"),
                .product(name: "GRDB", package: "GRDB.swift"),
                .product(name: "Yams", package: "Yams"),
            ],
            exclude: ["Policy/Packs"],
            swiftSettings: sanitized),
        .executableTarget(
            name: "Fuzz", dependencies: ["Billing"], swiftSettings: sanitized,
            linkerSettings: [.unsafeFlags(["-sanitize=fuzzer,address"])]),
    ],
    swiftLanguageModes: [.v6]
)
