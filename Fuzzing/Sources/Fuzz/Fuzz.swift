import Glibc

/// The fuzzer: `fuzz csv CORPUS… [-runs=N]` throws inputs of its own making at one of the program's readers, led by
/// what they reach in it. Whatever it finds, it leaves in a file `crash-…` and ends with an error.
@main
struct Fuzz {
    static func main() {
        guard CommandLine.argc > 1, let target = Target(rawValue: CommandLine.arguments[1]) else {
            let names = Target.allCases.map { $0.rawValue }.joined(separator: ", ")
            print("The first argument is what to fuzz: \(names).")
            exit(64)
        }
        chosen = target
        // The fuzzer wants its own arguments, with a name in front.
        var count = CommandLine.argc - 1
        var arguments: UnsafeMutablePointer<UnsafeMutablePointer<CChar>?>? = CommandLine.unsafeArgv + 1
        exit(runFuzzer(&count, &arguments) { one($0, $1) })
    }
}

/// What can be fuzzed.
enum Target: String, CaseIterable {
    case csv, xml, registers, pack, activities

    /// Reads one input; a broken promise traps.
    func read(_ bytes: UnsafeRawBufferPointer) {
        switch self {
        case .csv: InvoiceFuzzing.csv(bytes)
        case .xml: InvoiceFuzzing.xml(bytes)
        case .registers: RegisterFuzzing.read(bytes)
        case .pack: PackFuzzing.read(bytes)
        case .activities: ActivityFuzzing.read(bytes)
        }
    }
}

/// Set once, before the fuzzer starts.
private nonisolated(unsafe) var chosen = Target.csv

private func one(_ data: UnsafePointer<UInt8>?, _ size: Int) -> Int32 {
    chosen.read(UnsafeRawBufferPointer(start: data, count: size))
    return 0
}

/// What the fuzzer's own main would call.
@_cdecl("LLVMFuzzerTestOneInput")
func fuzzOneInput(_ data: UnsafePointer<UInt8>?, _ size: Int) -> Int32 { one(data, size) }

@_silgen_name("LLVMFuzzerRunDriver")
private func runFuzzer(
    _ count: UnsafeMutablePointer<Int32>,
    _ arguments: UnsafeMutablePointer<UnsafeMutablePointer<UnsafeMutablePointer<CChar>?>?>,
    _ callback: @convention(c) (UnsafePointer<UInt8>?, Int) -> Int32
) -> Int32
