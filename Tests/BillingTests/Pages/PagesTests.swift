import Foundation
import Testing

@testable import Billing

/// Both pages of both sample nights in a browser: their figures are run.json's, nothing is wrong on the console,
/// nothing leaves the page, and they can be used without sight, colours, mouse, script or a large screen.
@Suite struct PagesTests {
    let pages: SamplePages

    init() throws { pages = try SamplePages.nights.get() }

    private var all: [(run: String, name: String)] {
        SamplePages.runs.flatMap { [($0, "exceptions.html"), ($0, "payments.html")] }
    }

    @Test func thePagesSayWhatRunJsonSaysAndAskNobody() throws {
        let visit = try pages.browser.visit(
            all.map { .init(page: pages.url($0.run, $0.name)) },
            Probes.figures + Probes.access
                + "const titles = pages.map(page => page.document.title);"
                + "return { figures: pages.map(figures), faults: pages.map(faults), titles };"
        )
        #expect(visit.console == [])
        #expect(visit.requests == [])
        #expect(visit.found["faults"] as? [[String]] == [[], [], [], []])
        let figures = try #require(visit.found["figures"] as? [[[String]]])
        for (page, found) in zip(all, figures) {
            #expect(found.count >= 6)
            for pair in found where pair[0].contains(".") {
                #expect(try figure(pair[1]) == pages.total(page.run, pair[0]), "\(page): \(pair)")
            }
        }
        #expect(
            visit.found["titles"] as? [String]
                == all.map { run, name in
                    "\(name.hasPrefix("e") ? "Exceptions" : "Payments"), run \(run)"
                })
    }

    @Test(arguments: SamplePages.runs) func theTwoSidesOfTheBalanceAreOneSum(_ run: String) throws {
        let page = try String(contentsOf: pages.url(run, "exceptions.html"), encoding: .utf8)
        let before =
            try pages.total(run, "held_before.cents") + pages.total(run, "reopened.cents")
            + pages.total(run, "lines.billed.cents")
        for side in ["before", "after"] {
            #expect(page.contains("data-total=\"\(side)\">\(Money(cents: before).dollars)</td>"))
        }
        #expect(page.contains("✓ Balanced"))
    }

    @Test func theListsAddUp() throws {
        let visit = try pages.browser.visit(
            all.map { .init(page: pages.url($0.run, $0.name)) },
            """
            const text = node => node?.textContent ?? "";
            return { groups: pages.map(page => [...page.document.querySelectorAll("table.list tbody")]
              .filter(body => body.querySelector(".group td.always")).map(body => ({
                name: text(body.querySelector(".group th")), sum: text(body.querySelector(".group td.always")),
                amounts: [...body.querySelectorAll("tr:not(.group)")].map(
                  row => text(row.cells[body.closest("table").matches(".causes") ? 4 : row.cells.length - 1])),
              }))) };
            """)
        let found = try #require(visit.found["groups"] as? [[[String: Any]]])
        for (page, groups) in zip(all, found) {
            var sums: [String: Int] = [:]
            for group in groups {
                let sum = try #require(figure(group["sum"] as? String ?? ""))
                let amounts = try #require(group["amounts"] as? [String])
                #expect(amounts.reduce(0) { $0 + (figure($1) ?? 0) } == sum)
                sums[group["name"] as? String ?? "", default: 0] += sum
            }
            func total(_ path: String) throws -> Int { try pages.total(page.run, path) }
            if page.name == "payments.html" {
                #expect(try sums.values.reduce(0, +) == total("lines.paid.cents") - total("lines.reversed.cents"))
            } else {
                #expect(try sums["Rejected", default: 0] == total("invoices.rejected.cents"))
                #expect(try sums["Denied", default: 0] + sums["Cut back", default: 0] == total("lines.adjusted.cents"))
                #expect(try sums["Held", default: 0] == total("held_after.cents"))
            }
        }
    }

    @Test func atTheWidthOfATelephoneNothingIsCutOff() throws {
        let visit = try pages.browser.visit(
            all.map { .init(page: pages.url($0.run, $0.name), width: 360) },
            Probes.overflow + "return { overflow: pages.map(overflow) };")
        #expect(visit.found["overflow"] as? [[String]] == [[], [], [], []])
    }

    @Test func withoutScriptEverythingIsThere() throws {
        let visit = try pages.browser.visit(
            all.map { .init(page: pages.url($0.run, $0.name), runsScript: false) },
            """
            return { pages: pages.map(page => ({
              form: page.document.getElementById("filter").checkVisibility(),
              buttons: page.document.querySelectorAll("thead button").length,
              hidden: [...page.document.querySelectorAll("main *")].filter(
                node => !node.checkVisibility() && !node.matches("title, desc")).length,
              rows: page.document.querySelectorAll(".cases tbody tr:not(.group), .payments tbody tr:not(.group), "
                + ".corrections tbody tr:not(.group)").length,
            })) };
            """)
        let found = try #require(visit.found["pages"] as? [[String: Any]])
        for (page, seen) in zip(all, found) {
            let file = page.name.replacing("html", with: "csv")
            #expect(seen["form"] as? Bool == false)
            #expect(seen["buttons"] as? Int == 0)
            #expect(seen["hidden"] as? Int == 0)
            #expect(try seen["rows"] as? Int == pages.table(page.run, file).rows.count)
        }
    }

    @Test(arguments: ["exceptions", "payments"], [1280, 360]) func aPictureOfIt(_ name: String, _ width: Int) throws {
        let path = pages.drawings.appending(path: "\(name)-\(width).png")
        try? FileManager.default.removeItem(at: path)
        let page = pages.url(SamplePages.runs[0], "\(name).html")
        try pages.browser.screenshot(of: page, width: width, height: 2400, to: path.path)
        let bytes = try Data(contentsOf: path)
        #expect(bytes.prefix(8) == Data([0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A]))
        // Width and height stand in the first chunk; a blank page would pack to almost nothing.
        #expect(bytes[16..<24].reduce(0) { $0 << 8 | Int($1) } == width << 32 | 2400)
        #expect(bytes.count > 40_000)
    }

    @Test func aPageThatDoesWrongIsSeenToDoWrong() throws {
        let folder = try Folder()
        let page = folder.url.appending(path: "wrong.html")
        try """
        <!DOCTYPE html><title>wrong</title><img src="http://192.0.2.1/picture.png">
        <p style="color:#999">pale</p><script>console.error("as meant")</script>
        """.write(to: page, atomically: true, encoding: .utf8)
        let visit = try pages.browser.visit(
            [.init(page: page, width: 360)], Probes.access + "return { faults: faults(pages[0]) };")
        #expect(visit.console.contains { $0.contains("as meant") })
        #expect(visit.requests.contains("http://192.0.2.1/picture.png"))
        let faults = try #require(visit.found["faults"] as? [String])
        #expect(faults.contains { $0.hasPrefix("contrast 2.85 of P") })
        #expect(faults.contains("no language"))
    }
}
