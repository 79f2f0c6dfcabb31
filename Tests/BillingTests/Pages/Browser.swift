import Foundation

/// Headless Chromium. Where it is missing, the tests that need it fail.
struct Browser {
    /// What a page did while it was open.
    struct Visit {
        /// What the probe found out.
        var found: [String: Any] = [:]
        /// What stood on the console, errors and all.
        var console: [String] = []
        /// What the page asked for beyond its own file.
        var requests: [String] = []
    }

    struct Failure: Error, CustomStringConvertible {
        var description: String
    }

    /// A page in a frame of the probe.
    struct Frame {
        var page: URL
        var width = 1280
        /// Whether the page's own script runs.
        var runsScript = true
    }

    private static let program = "/usr/bin/chromium"
    private let folder: Folder

    init() throws {
        guard FileManager.default.isExecutableFile(atPath: Self.program) else {
            throw Failure(description: "\(Self.program) is missing; `make test` installs the packages that tests need.")
        }
        folder = try Folder()
    }

    /// Opens pages in frames and runs a probe once all are there.
    ///
    /// - Parameter probe: the body of a JavaScript function of `pages`, the frames' windows in order, and `loaded`, the
    func visit(_ frames: [Frame], _ probe: String) throws -> Visit {
        let elements = frames.map { frame in
            let sandbox = frame.runsScript ? "" : "sandbox='allow-same-origin'"
            return
                "<iframe width='\(frame.width)' height='900' style='border:0' \(sandbox) src='\(frame.page)'></iframe>"
        }
        let host = """
            <!DOCTYPE html><meta charset="utf-8"><body>\(elements.joined())<pre id="found"></pre><script>
            addEventListener("load", () => {
              const pages = [...document.querySelectorAll("iframe")].map(frame => frame.contentWindow);
              const loaded = pages.map(page => page.performance.getEntriesByType("navigation")[0].domComplete);
              const probe = (pages, loaded) => {
            \(probe)
              };
              let found;
              try { found = probe(pages, loaded); } catch (error) { found = { failure: String(error) }; }
              document.getElementById("found").textContent = encodeURIComponent(JSON.stringify(found));
            });
            </script></body>
            """
        let url = folder.url.appending(path: "host-\(UUID().uuidString).html")
        try Data(host.utf8).write(to: url)
        let log = folder.path("net-\(UUID().uuidString).json")
        let (output, errors) = try start([
            "--dump-dom", "--enable-logging=stderr", "--log-net-log=\(log)", url.absoluteString,
        ])
        let text =
            output.components(separatedBy: "<pre id=\"found\">").last?.components(separatedBy: "</pre>").first ?? ""
        guard let json = text.removingPercentEncoding,
            let found = try? JSONSerialization.jsonObject(with: Data(json.utf8)) as? [String: Any]
        else { throw Failure(description: "The probe said nothing: \(errors.suffix(2000))") }
        if let failure = found["failure"] { throw Failure(description: "The probe failed: \(failure)") }
        return Visit(
            found: found, console: errors.components(separatedBy: "\n").filter { $0.contains(":CONSOLE") },
            requests: try Self.requests(log))
    }

    func screenshot(of page: URL, width: Int, height: Int, to path: String) throws {
        _ = try start([
            "--hide-scrollbars", "--window-size=\(width),\(height)", "--screenshot=\(path)", page.absoluteString,
        ])
    }

    func print(_ page: URL, to path: String) throws {
        _ = try start(["--no-pdf-header-footer", "--print-to-pdf=\(path)", page.absoluteString])
    }

    /// What pages asked the network for; what the browser asks for itself has no page as its initiator.
    private static func requests(_ log: String) throws -> [String] {
        let events = try JSONSerialization.jsonObject(with: Data(contentsOf: URL(filePath: log))) as? [String: Any]
        return (events?["events"] as? [[String: Any]] ?? []).compactMap { event in
            guard let parameters = event["params"] as? [String: Any], let url = parameters["url"] as? String,
                let initiator = parameters["initiator"] as? String, initiator != "not an origin"
            else { return nil }
            return url
        }
    }

    private func start(_ options: [String]) throws -> (output: String, errors: String) {
        // Nothing resolves, so that no test depends on, or reaches, a network.
        let all =
            [
                "--headless", "--no-sandbox", "--disable-gpu", "--disable-background-networking", "--disable-sync",
                "--disable-component-update", "--no-first-run", "--allow-file-access-from-files",
                "--host-resolver-rules=MAP * ~NOTFOUND",
                "--user-data-dir=\(folder.path("profile-\(UUID().uuidString)"))",
            ] + options
        return try run(Self.program, all, in: folder)
    }
}

/// Runs a program and returns what it said; its output goes through files, so that no pipe can fill up.
func run(_ program: String, _ arguments: [String], in folder: Folder) throws -> (output: String, errors: String) {
    let name = UUID().uuidString
    let output = folder.url.appending(path: "\(name).out")
    let errors = folder.url.appending(path: "\(name).err")
    for url in [output, errors] { try Data().write(to: url) }
    let process = Process()
    process.executableURL = URL(filePath: program)
    process.arguments = arguments
    process.standardOutput = try FileHandle(forWritingTo: output)
    process.standardError = try FileHandle(forWritingTo: errors)
    try process.run()
    process.waitUntilExit()
    let said = (try String(decoding: Data(contentsOf: output), as: UTF8.self))
    let complained = (try String(decoding: Data(contentsOf: errors), as: UTF8.self))
    guard process.terminationStatus == 0 else {
        throw Browser.Failure(
            description: "\(program) ended with \(process.terminationStatus): \(complained.suffix(2000))")
    }
    return (said, complained)
}
