import Foundation
import Testing

@testable import Billing

/// What the script adds to the lists of a page: order, choice, search.
@Suite struct ListsTests {
    let pages: SamplePages

    init() throws { pages = try SamplePages.nights.get() }

    private static let run = SamplePages.runs[0]

    /// Sets fields of the form and tells what is then shown.
    private static let choose = """
        const page = pages[0], form = page.document.getElementById("filter");
        const visible = selector => [...page.document.querySelectorAll(selector)]
          .filter(node => node.checkVisibility());
        const cases = ".cases tbody tr:not(.group)";
        function choose(fields) {
          form.reset();
          for (const [name, value] of Object.entries(fields)) form.elements[name].value = value;
          form.dispatchEvent(new page.Event("change"));
          return {
            told: page.document.getElementById("shown").textContent,
            note: page.document.getElementById("filtered").textContent,
            rows: visible(cases).map(row => [row.cells[7].querySelector("b").textContent, row.dataset.rule,
              row.closest("[data-agency]").dataset.agency]),
            held: visible(".held-lines tbody tr:not(.group)").length,
            loose: visible("tr.group").filter(head => !visible(cases).some(row => row.parentNode === head.parentNode)
              && head.closest(".cases")).length,
          };
        }
        """

    @Test func theListsNarrowDown() throws {
        let visit = try pages.browser.visit(
            [.init(page: pages.url(Self.run, "exceptions.html"))],
            Self.choose + """
                return {
                  all: choose({}), owner: choose({ owner: "aap" }), agency: choose({ agency: "P-110" }),
                  rule: choose({ rule: "service-hours-exceeded" }),
                  both: choose({ owner: "agency", agency: "P-101" }), search: choose({ search: "hl-2609-02  TYPING" }),
                  none: choose({ search: "zebra" }), again: choose({}),
                };
                """)
        #expect(visit.console == [])
        let rows = try pages.table(Self.run, "exceptions.csv").rows
        let held = try pages.table(Self.run, "open-items.csv").rows
        func expect(
            _ name: String, _ fits: ([String: String]) -> Bool, held fitsHeld: ([String: String]) -> Bool
        ) throws {
            let seen = try #require(visit.found[name] as? [String: Any])
            let shown = try #require(seen["rows"] as? [[String]])
            let wanted = rows.filter(fits)
            let wantedHeld = held.filter(fitsHeld).count
            #expect(shown.count == wanted.count, "\(name)")
            #expect(seen["held"] as? Int == wantedHeld, "\(name)")
            #expect(seen["loose"] as? Int == 0, "\(name): a heading without rows")
            #expect(
                seen["told"] as? String
                    == "\(wantedHeld) of \(held.count) held lines, \(wanted.count) of \(rows.count) "
                    + "exceptions shown")
            let keys = { (row: [String: String]) in
                [Owner(rawValue: row["owner"]!)!.inWords + ":", row["rule"]!, row["provider_id"]!]
            }
            #expect(
                shown.sorted { $0.description < $1.description }
                    == wanted.map(keys).sorted { $0.description < $1.description })
        }
        try expect("all") { _ in
            true
        } held: { _ in
            true
        }
        try expect("owner") {
            $0["owner"] == "aap"
        } held: {
            $0["owner"] == "aap"
        }
        try expect("agency") {
            $0["provider_id"] == "P-110"
        } held: {
            $0["provider_id"] == "P-110"
        }
        try expect("rule") {
            $0["rule"] == "service-hours-exceeded"
        } held: { _ in
            false
        }
        try expect("both") {
            $0["owner"] == "agency" && $0["provider_id"] == "P-101"
        } held: {
            $0["owner"] == "agency" && $0["provider_id"] == "P-101"
        }
        try expect("none") { _ in
            false
        } held: { _ in
            false
        }
        try expect("again") { _ in
            true
        } held: { _ in
            true
        }
        let search = try #require(visit.found["search"] as? [String: Any])
        #expect((search["rows"] as? [[String]])?.isEmpty == false)
        #expect((search["rows"] as? [[String]])?.allSatisfy { $0[2] == "P-101" } == true)
        #expect((search["note"] as? String)?.contains("search “hl-2609-02  TYPING”") == true)
    }

    @Test func theListsAreSorted() throws {
        let visit = try pages.browser.visit(
            [.init(page: pages.url(Self.run, "exceptions.html")), .init(page: pages.url(Self.run, "payments.html"))],
            """
            function sorts(page, selector, column) {
              const list = page.document.querySelector(selector).closest("[data-list]");
              const rows = () => [...list.querySelectorAll("tbody tr:not(.group)")];
              const cells = () => rows().map(row => row.cells[column].textContent);
              const head = () => list.querySelectorAll("thead th")[column];
              const states = [];
              const asItWas = rows();
              for (let press = 0; press < 3; press++) {
                const button = head().querySelector("button");
                button.focus();
                const isReached = page.document.activeElement === button;
                button.click();
                states.push({ state: head().getAttribute("aria-sort"), cells: cells(), isReached,
                  label: button.getAttribute("aria-label"),
                  groups: [...list.querySelectorAll(".group")].filter(node => node.checkVisibility()).length });
              }
              return { states, isBack: rows().every((row, index) => row === asItWas[index]) };
            }
            return { cases: sorts(pages[0], ".cases", 6), days: sorts(pages[0], ".held-lines", 0),
              paid: sorts(pages[1], ".payments", 6) };
            """)
        #expect(visit.console == [])
        for name in ["cases", "days", "paid"] {
            let sorted = try #require(visit.found[name] as? [String: Any])
            let states = try #require(sorted["states"] as? [[String: Any]])
            #expect(states.map { $0["state"] as? String } == ["ascending", "descending", nil])
            #expect(states.allSatisfy { $0["isReached"] as? Bool == true })
            #expect(sorted["isBack"] as? Bool == true)
            let cells = try #require(states[0]["cells"] as? [String])
            #expect(cells.count > 5 && Set(cells).count > 1)
            let values = cells.map { figure($0) ?? 0 }
            #expect(values == values.sorted(), "\(name)")
            #expect(states[1]["cells"] as? [String] != cells)
            let down = (states[1]["cells"] as? [String] ?? []).map { figure($0) ?? 0 }
            #expect(down == values.sorted(by: >))
            // Sorted rows stand under no invoice's heading.
            #expect(states[0]["groups"] as? Int == 0)
        }
    }

    @Test func aRulesLinkLeadsToItsCases() throws {
        let visit = try pages.browser.visit(
            [.init(page: pages.url(Self.run, "exceptions.html"))],
            Self.choose + """
                page.document.querySelector("#cause-worker-day a").click();
                return { rule: form.elements.rule.value, rows: visible(cases).map(row => row.dataset.rule) };
                """)
        #expect(visit.found["rule"] as? String == "worker-day")
        #expect(visit.found["rows"] as? [String] == ["worker-day", "worker-day", "worker-day"])
    }
}
