// swift-tools-version: 6.2
import PackageDescription

/// What every target of ours is compiled with: Swift 6 mode, and the language's announced future.
let settings: [SwiftSetting] = [
    .enableUpcomingFeature("ExistentialAny"),
    .enableUpcomingFeature("MemberImportVisibility"),
    .enableUpcomingFeature("InternalImportsByDefault"),
]

let package = Package(
    name: "invoice-batch",
    products: [
        .executable(name: "invoice-batch", targets: ["InvoiceBatch"])
    ],
    dependencies: [
        .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.2"),
        .package(url: "https://github.com/apple/swift-crypto", from: "4.5.2"),
        .package(url: "https://github.com/apple/swift-log", from: "1.16.2"),
        .package(url: "https://github.com/groue/GRDB.swift", from: "7.10.0"),
        .package(url: "https://github.com/jpsim/Yams", from: "6.2.2"),
    ],
    targets: [
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
            swiftSettings: settings),
        .executableTarget(
            name: "InvoiceBatch",
            dependencies: [
                "Billing",
                .product(name: "ArgumentParser", package: "swift-argument-parser"),
                .product(name: "Logging", package: "swift-log"),
            ],
            swiftSettings: settings),
        .executableTarget(
            name: "CrashRig",
            dependencies: ["Billing", .product(name: "GRDB", package: "GRDB.swift")],
            path: "Tests/CrashRig", swiftSettings: settings),
        .target(name: "CAllocations", path: "Tests/CAllocations"),
        .executableTarget(
            name: "AllocationRig", dependencies: ["Billing", "CAllocations"], path: "Tests/AllocationRig",
            exclude: ["figures.txt"], swiftSettings: settings),
        .testTarget(
            name: "BillingTests", dependencies: ["Billing", "CrashRig"], exclude: ["Policy/Fixtures"], swiftSettings: settings),
    ],
    swiftLanguageModes: [.v6]
)
