/// The script of a page: sorting, filtering and searching. The page is whole without it; it makes its own buttons.
enum PageScript {
    static let source: StaticString = #"""
        "use strict";
        (() => {
          const all = (selector, root = document) => [...root.querySelectorAll(selector)];
          const dataRows = list => all("tbody tr:not(.group)", list);

          // Sorting: the rows of a list are put in order and dealt out over its pieces again.
          const order = new Intl.Collator("en", { numeric: true });
          const number = text => Number(text.replace(/[^0-9.-]/g, "")) || 0;
          const kept = new WeakMap();

          // Where the rows of a list stood when the page came; asked for before anything moves them.
          function keep(list) {
            if (!kept.has(list)) kept.set(list, dataRows(list).map(row => ({ row, home: row.parentNode })));
            return kept.get(list);
          }

          // Rows that leave their group take its name along, in a span that is shown then.
          function label(list) {
            if (list.classList.contains("labelled")) return;
            list.classList.add("labelled");
            for (const { row, home } of keep(list)) {
              const name = home.querySelector(".group")?.dataset.name;
              if (!name) continue;
              const span = document.createElement("span");
              span.className = "of";
              span.textContent = `${name} `;
              row.cells[0].prepend(span);
            }
          }

          function sort(list, column, direction) {
            const rows = keep(list);
            label(list);
            list.classList.toggle("flat", direction !== 0);
            if (direction === 0) {
              for (const { row, home } of rows) home.append(row);
              return;
            }
            const isNumber = list.querySelectorAll("thead tr:first-child th")[column].dataset.sort === "number";
            const keyed = rows.map(({ row }) => {
              const text = row.cells[column].textContent;
              return { row, key: isNumber ? number(text) : text };
            });
            const compare = isNumber ? (a, b) => a.key - b.key : (a, b) => order.compare(a.key, b.key);
            keyed.sort((a, b) => direction * compare(a, b));
            const bodies = all("table", list).map(table => ({
              body: table.tBodies[0], count: dataRows(table).length,
            }));
            let next = 0;
            for (const { body, count } of bodies) {
              for (const { row } of keyed.slice(next, next + count)) body.append(row);
              next += count;
            }
          }

          function press(list, column) {
            const heads = all("thead tr", list).map(row => row.cells[column]);
            const states = { none: "ascending", ascending: "descending", descending: "none" };
            const state = states[heads[0].getAttribute("aria-sort") ?? "none"];
            for (const head of all("thead th", list)) head.removeAttribute("aria-sort");
            if (state !== "none") for (const head of heads) head.setAttribute("aria-sort", state);
            sort(list, column, { none: 0, ascending: 1, descending: -1 }[state]);
            filter();
          }

          for (const list of all("[data-list]")) {
            for (const row of all("thead tr", list)) {
              [...row.cells].forEach((head, column) => {
                const button = document.createElement("button");
                button.type = "button";
                button.setAttribute("aria-label", `Sort by ${head.textContent}`);
                head.append(button);
                head.addEventListener("click", () => press(list, column));
              });
            }
          }

          // Filtering: a row is shown when all that was chosen holds of it.
          const form = document.getElementById("filter");
          if (!form) return;
          const lists = all("[data-list][data-counted]");
          const owners = new Map(all("option[data-owner]", form).map(option => [option.value, option.dataset.owner]));
          const counts = new Map();
          for (const list of lists) {
            const word = list.dataset.counted;
            counts.set(word, (counts.get(word) ?? 0) + dataRows(list).length);
          }

          // What the form asks of every row, worked out when it first asks: a long page opens without.
          const known = new Map();
          function entries(list) {
            if (!known.has(list)) known.set(list, keep(list).map(({ row, home }) => {
              const rules = (row.dataset.rule ?? "").split(" ");
              return {
                row, home, rules, owner: owners.get(rules[0]) ?? "",
                agency: row.dataset.agency ?? list.dataset.agency ?? "", text: null,
              };
            }));
            return known.get(list);
          }

          function words(entry, list) {
            entry.text ??= [entry.row.textContent, entry.home.querySelector(".group")?.textContent,
              list.dataset.agency, list.dataset.find].join(" ").toLowerCase();
            return entry.text;
          }

          function chosen() {
            const value = name => form.elements[name]?.value ?? "";
            return {
              owner: value("owner"), agency: value("agency"), rule: value("rule"),
              words: value("search").toLowerCase().split(/\s+/).filter(word => word !== ""),
            };
          }

          function filter() {
            const want = chosen();
            const shown = new Map();
            for (const list of lists) {
              for (const entry of entries(list)) {
                const fits = (want.owner === "" || entry.owner === want.owner)
                  && (want.agency === "" || entry.agency === want.agency)
                  && (want.rule === "" || entry.rules.includes(want.rule))
                  && want.words.every(word => words(entry, list).includes(word));
                entry.row.hidden = !fits;
                if (fits) shown.set(list.dataset.counted, (shown.get(list.dataset.counted) ?? 0) + 1);
              }
              const isFlat = list.classList.contains("flat");
              for (const body of all("tbody", list)) {
                body.hidden = !dataRows(body).some(row => !row.hidden);
                for (const head of all("tr.group", body)) head.hidden = isFlat;
              }
              for (const piece of all(".piece", list)) piece.hidden = !all("tbody", piece).some(body => !body.hidden);
              list.hidden = entries(list).length > 0 && !entries(list).some(entry => !entry.row.hidden);
            }
            tell(want, shown);
          }

          const grouped = number => number.toLocaleString("en-US");

          function tell(want, shown) {
            const parts = [...counts].map(
              ([word, count]) => `${grouped(shown.get(word) ?? 0)} of ${grouped(count)} ${word}`);
            const isFiltered = want.owner + want.agency + want.rule !== "" || want.words.length > 0;
            document.getElementById("shown").textContent = `${parts.join(", ")} shown`;
            const names = ["owner", "agency", "rule"].filter(name => want[name] !== "").map(name => {
              const field = form.elements[name];
              return `${name} ${field.selectedOptions[0].textContent.trim()}`;
            });
            if (want.words.length > 0) names.push(`search “${form.elements.search.value.trim()}”`);
            const note = document.getElementById("filtered");
            note.hidden = !isFiltered;
            note.textContent = isFiltered
              ? `The lists are filtered to ${names.join(", ")}. The figures above them count everything.` : "";
          }

          let waiting = 0;
          form.hidden = false;
          form.addEventListener("submit", event => event.preventDefault());
          form.addEventListener("change", filter);
          form.addEventListener("reset", () => setTimeout(filter));
          form.addEventListener("input", () => {
            clearTimeout(waiting);
            waiting = setTimeout(filter, 150);
          });
          document.addEventListener("click", event => {
            const link = event.target.closest("a[data-rule]");
            if (!link) return;
            form.reset();
            form.elements.rule.value = link.dataset.rule;
            filter();
          });
          tell(chosen(), counts);
        })();
        """#
}
