/// JavaScript that looks at a page as its readers do.
enum Probes {
    /// Figures that say which of run.json's totals they are; the sums above the groups of rules.
    static let figures = """
        const text = node => node.textContent.trim();
        const figures = page => [...page.document.querySelectorAll("[data-total]")].map(
          node => [node.dataset.total, text(node)]);
        """

    /// Faults against the people who can't see, can't tell colours apart, or use the keyboard alone.
    static let access = """
        const channels = color => (color.match(/[0-9.]+/g) ?? []).map(Number);
        const luminance = ([r, g, b]) => [r, g, b].map(c => c / 255)
          .map(c => c <= 0.03928 ? c / 12.92 : ((c + 0.055) / 1.055) ** 2.4)
          .reduce((sum, c, i) => sum + c * [0.2126, 0.7152, 0.0722][i], 0);
        const contrast = (a, b) => {
          const [light, dark] = [luminance(a), luminance(b)].sort((x, y) => y - x);
          return (light + 0.05) / (dark + 0.05);
        };
        function ground(page, node) {
          for (let at = node; at; at = at.parentElement) {
            const color = channels(page.getComputedStyle(at).backgroundColor);
            if (color.length === 3 || color[3] === 1) return color.slice(0, 3);
          }
          return [255, 255, 255];
        }
        function faults(page) {
          const found = new Set();
          const all = selector => [...page.document.querySelectorAll(selector)];
          for (const node of all("body *")) {
            const own = [...node.childNodes].some(child => child.nodeType === 3 && child.data.trim() !== "");
            if (!own || ["SCRIPT", "STYLE", "TITLE", "title", "desc"].includes(node.tagName)) continue;
            const style = page.getComputedStyle(node);
            const ink = channels(node.namespaceURI.endsWith("svg") ? style.fill : style.color).slice(0, 3);
            const ratio = contrast(ink, ground(page, node));
            if (ratio < 4.5) found.add(`contrast ${ratio.toFixed(2)} of ${node.tagName} ${node.className}`);
          }
          for (const rect of all("svg rect:not(.track)")) {
            const ratio = contrast(channels(page.getComputedStyle(rect).fill).slice(0, 3), [230, 234, 238]);
            if (ratio < 3) found.add(`contrast ${ratio.toFixed(2)} of bar ${rect.getAttribute("class")}`);
          }
          let level = 0;
          for (const head of all("h1, h2, h3, h4")) {
            const next = Number(head.tagName[1]);
            if (next > level + 1) found.add(`heading ${next} below ${level}: ${head.textContent}`);
            level = next;
          }
          for (const th of all("th:not([scope])")) found.add(`no scope: ${th.textContent}`);
          for (const svg of all("svg:not([aria-hidden])")) {
            const names = (svg.getAttribute("aria-labelledby") ?? "").split(" ");
            const isTold = names.every(id => page.document.getElementById(id)?.textContent);
            if (svg.getAttribute("role") !== "img" || !isTold) found.add("a picture without words");
          }
          for (const field of all("input, select")) if (!field.closest("label")) found.add(`no label: ${field.name}`);
          const ids = all("[id]").map(node => node.id);
          for (const id of ids) if (ids.indexOf(id) !== ids.lastIndexOf(id)) found.add(`twice: #${id}`);
          for (const link of all("a[href^='#']")) {
            const target = page.document.getElementById(link.getAttribute("href").slice(1));
            if (!target) found.add(`leads nowhere: ${link.href}`);
          }
          if (page.document.documentElement.lang !== "en") found.add("no language");
          if (all("main").length !== 1 || all("a.skip").length !== 1) found.add("no main part, or no way to it");
          return [...found];
        }
        """

    /// How far a page reaches beyond its frame.
    static let overflow = """
        function overflow(page) {
          const width = page.innerWidth;
          const wide = [...page.document.querySelectorAll("body *")]
            .filter(node => node.checkVisibility() && !node.matches(".skip"))
            .filter(node => node.getBoundingClientRect().right > width + 1)
            .map(node => `${node.tagName} ${node.className} ${node.textContent.slice(0, 40)}`);
          return [...new Set(wide)].slice(0, 5)
            .concat(page.document.documentElement.scrollWidth > width ? ["the page scrolls sideways"] : []);
        }
        """
}
