"""The scenarios: who does the work, and what is to be reached."""
import dataclasses
import filecmp
import sys

from . import nights
from .measuring import Contestant, interleave, run

THREADS = 2


@dataclasses.dataclass
class Goal:
    """A figure, what it should be, and whether it is."""
    scenario: str
    what: str
    figure: str
    wanted: str
    is_reached: bool


class Scenarios:
    """Every scenario is a method that runs its contestants, keeps them in `rows`, and adds its goals."""

    def __init__(self, workshop, scale, rounds, letters, with_slow, log):
        self.workshop, self.scale, self.rounds, self.log = workshop, scale, rounds, log
        self.letters, self.with_slow = letters, with_slow
        self.rows, self.goals, self.notes = [], [], []
        self.raw, self.data = workshop.data(f"{scale.lines}", scale.lines, scale.agreement_lines, [
            "--xml-lines", scale.xml_lines, "--night-lines", scale.night_lines, "--night-files", scale.night_files])
        self.csv = self.data / "csv/invoices-0001.csv"
        self.xml = self.data / "xml/invoices.xml"

    def run(self, tell):
        """Runs what was asked for, and tells after each, so that a run that is ended leaves what it had."""
        for letter in self.letters:
            print(f"scenario {letter}", file=sys.stderr, flush=True)
            getattr(self, letter)()
            tell(self)

    def a(self):
        """`check` of the lines as CSV."""
        reads = self._peer("DuckDB reads every column", "duckdb_read", [self.csv], THREADS)
        counts = Contestant("wc -l", ["wc", "-l", str(self.csv)], [self.csv])
        ours = nights.check(self.workshop, "invoice-batch check", [self.csv])
        self._hold("a", [counts, *reads, ours])
        self._faster("a", reads, ours, 1)

    def b(self):
        """The night as a dry run: every rule, every report. With c, both run beside the same peers."""
        dry = nights.night(self.workshop, "invoice-batch run --dry-run", self.data, self.data / "csv", "dry", dry=True)
        posted = [self._posted()] if "c" in self.letters else []
        duckdb = self._reconcile("b", [dry, *posted])
        self._keep_big(posted)
        self._night("b", duckdb, dry, 4, 0.8e9)
        if posted:
            self._night("c", duckdb, *posted, 1.5, 1e9)
        self.workshop.set_aside(self.workshop.folder / "dry")

    def c(self):
        """The night posted."""
        if "b" in self.letters:
            return
        posted = self._posted()
        duckdb = self._reconcile("c", [posted])
        self._keep_big([posted])
        self._night("c", duckdb, posted, 1.5, 1e9)

    def d(self):
        """A million lines as XML: decoded and checked, and posted."""
        lint = ["xmllint", "--stream", "--noout"]
        schema = ["--schema", self.workshop.peer("../../docs/schema/invoice-1.xsd")]
        reads = [Contestant("xmllint --stream", [*lint, str(self.xml)], [self.xml])]
        strict = [Contestant("xmllint --stream --schema", [*lint, *schema, str(self.xml)], [self.xml])]
        if not self.workshop.has("xmllint"):
            reads, strict = [], []
        counts = [Contestant("bare SAX2 in C", [self.workshop.sax_count, str(self.xml)], [self.xml])]
        ours = nights.check(self.workshop, "invoice-batch check", [self.xml])
        posted = nights.night(self.workshop, "invoice-batch run", self.data, self.data / "xml", "xml")
        self._hold("d", [*reads, *strict, *(counts if self.workshop.has("sax_count") else []), ours, posted])
        self._faster("d", reads, ours, 1)
        self.workshop.set_aside(self.workshop.folder / "xml")

    def e(self):
        """A usual night on the big store, and the same on one that only ran an empty night."""
        big = self._big() / "store.sqlite"
        self.workshop.place("empty-inbox")
        first = nights.night(self.workshop, "", self.data, self.workshop.folder / "empty-inbox", "empty")
        run(first, self.log)
        pair = [nights.night(self.workshop, f"usual night on {name} store", self.data, self.data / "night", "usual",
                             as_of=nights.NEXT_AS_OF, store=store)
                for name, store in (("the big", big), ("an empty", self.workshop.folder / "empty/store.sqlite"))]
        self._hold("e", pair)
        on_big, on_empty = pair
        self._reach("e", "wall time", f"{on_big.wall:.2f} s", "under 1.5 s", on_big.wall < 1.5)
        ratio = on_big.wall / on_empty.wall
        self._reach("e", "big store to empty store", f"{ratio:.2f}", "at most 1.3", ratio <= 1.3)
        for place in ("usual", "empty", "empty-inbox"):
            self.workshop.set_aside(self.workshop.folder / place)

    def f(self):
        """Nights of more and more lines."""
        scale = self.scale
        parts = [scale.most_lines // 8, scale.most_lines // 4, scale.most_lines // 2]
        _, data = self.workshop.data(f"{scale.most_lines}", scale.most_lines, scale.most_lines // 25,
                                     ["--lines", *parts, "--xml-lines", 1000, "--night-lines", 1000])
        inboxes = [(lines, data / f"csv-{lines}") for lines in parts] + [(scale.most_lines, data / "csv")]
        growing = [nights.night(self.workshop, f"invoice-batch run, {lines:,} lines", data, inbox, "growing")
                   for lines, inbox in inboxes]
        self._hold("f", growing)
        for what, of in (("time", lambda night: night.wall), ("memory", lambda night: night.memory)):
            growth = [of(after) / of(before) / 2 for before, after in zip(growing, growing[1:])]
            self._reach("f", f"{what} for twice the lines, by twice", ", ".join(f"{step:.2f}" for step in growth),
                        "at most 1.10", max(growth) <= 1.1)
        self.workshop.set_aside(self.workshop.folder / "growing")

    def g(self):
        """What is asked of the big store."""
        big = self._big()
        store = ["--store", str(big / "store.sqlite")]
        program = self.workshop.program
        explain = Contestant("invoice-batch explain (an invoice)",
                             [program, "explain", *nights.posted_invoice(big), *store], [big / "store.sqlite"],
                             is_ours=True)
        verify = Contestant("invoice-batch verify", [program, "verify", *store], [big], is_ours=True)
        self._hold("g", [explain, verify])
        self._reach("g", "explain", f"{explain.wall * 1000:.0f} ms", "under 100 ms", explain.wall < 0.1)
        speed = self.scale.lines / verify.wall / 1e6
        self._reach("g", "verify, million lines a second", f"{speed:.2f}", "at least 1", speed >= 1)

    def h(self):
        """What b and c cannot do without, done by others and by itself: their limit on this machine."""
        big = self._big()
        reports = big / f"out/{nights.AS_OF}-0001"
        target = self.workshop.folder / "parts"
        checked = self._of("a", "invoice-batch check")
        parts = [Contestant("cp copies the reports", ["cp", "-r", str(reports), str(target / "reports")], [reports],
                            lambda: self.workshop.place("parts"))]
        if self.workshop.has("openssl"):
            hashing = ["find", str(reports), "-type", "f", "-exec", "openssl", "dgst", "-sha256", "{}", "+"]
            parts.append(Contestant("openssl hashes the reports", hashing, [reports]))
        of_dry_run = [*checked, *parts]
        if self.workshop.has("sqlite3"):
            rows = [f"ATTACH '{big / 'store.sqlite'}' AS big", "PRAGMA synchronous = OFF", "PRAGMA journal_mode = OFF",
                    "BEGIN", "CREATE TABLE lines AS SELECT * FROM big.lines",
                    "CREATE TABLE decisions AS SELECT * FROM big.decisions", "COMMIT"]
            parts.append(Contestant("sqlite3 copies the rows, without keys, checks and log",
                                    ["sqlite3", str(target / "rows.sqlite"), "; ".join(rows)],
                                    [big / "store.sqlite"], lambda: self.workshop.place("parts")))
        self._hold("h", parts)
        self._limit("b", 4, of_dry_run)
        self._limit("c", 1.5, [*checked, *parts])
        self.workshop.set_aside(target)

    def _limit(self, letter, times, parts):
        """What a goal leaves, and what its parts take if two cores share them evenly."""
        for duckdb in self._of("b", "DuckDB reconciles"):
            least = sum(part.processor for part in parts) / THREADS
            self.notes.append(
                f"The goal of {letter} was {duckdb.wall / times:.1f} s in this run. "
                + ", ".join(f"{part.name}: {part.processor:.1f}" for part in parts)
                + f" seconds of CPU, on {THREADS} cores at least {least:.1f} s.")

    def _of(self, letter, name):
        """A contestant of this run, where it took part."""
        return [contestant for of, contestant in self.rows if of == letter and contestant.name == name]

    def _posted(self):
        return nights.night(self.workshop, "invoice-batch run", self.data, self.data / "csv", "big")

    def _reconcile(self, letter, ours):
        """Our nights beside DuckDB, polars, and where asked for the slow ones. DuckDB is returned."""
        duckdb = self._peer("DuckDB reconciles", "duckdb_reconcile", self._inputs(), self._out("duckdb"),
                            THREADS)
        peers = duckdb + self._peer("polars reconciles", "polars_reconcile", self._inputs(), self._out("polars"))
        if self.with_slow:
            peers += self._slow()
        self._hold(letter, [*peers, *ours])
        self._agree(peers)
        return duckdb

    def _slow(self):
        python = [self.workshop.python, self.workshop.peer("python_reconcile"), str(self.raw), self._out("python")]
        slow = [Contestant("Python reconciles", python, self._inputs(), is_slow=True)]
        if self.workshop.has("sqlite3"):
            shell = [self.workshop.peer("sqlite_reconcile"), str(self.raw), self._out("sqlite3")]
            slow.append(Contestant("sqlite3 reconciles", shell, self._inputs(), is_slow=True))
        return slow

    def _night(self, letter, peers, ours, times, memory):
        self._faster(letter, peers, ours, times)
        self._reach(letter, "peak memory", f"{ours.memory / 1e9:.2f} GB", f"under {memory / 1e9:.1f} GB",
                    ours.memory < memory)

    def _agree(self, peers):
        """The peers must have done the same work."""
        for name in ("payments.csv", "exceptions.csv"):
            paths = [self.workshop.folder / f"out-{peer.name.split()[0].lower()}" / name for peer in peers]
            if any(not filecmp.cmp(paths[0], path, shallow=False) for path in paths[1:]):
                self.notes.append(f"The peers do not agree in {name}: " + ", ".join(peer.name for peer in peers))

    def _keep_big(self, posted):
        """The posted night's store serves e and g, in a later run of the benchmark too."""
        if posted:
            (self.workshop.folder / "big/mark").write_text(self.workshop.mark(self.scale.lines))

    def _big(self):
        """The folder of the posted night, made now where this program has not made it yet."""
        mark = self.workshop.folder / "big/mark"
        if not mark.exists() or mark.read_text() != self.workshop.mark(self.scale.lines):
            posted = self._posted()
            run(posted, self.log)
            self._keep_big([posted])
        return mark.parent

    def _inputs(self):
        """What the reconciling peers read: the generator's own files."""
        return [self.raw / "agreements.csv", self.raw / "invoices.csv"]

    def _peer(self, name, script, reads, *arguments):
        """A peer in Python that is given the place of what it reads, or none where its package is missing."""
        package = name.split()[0].lower()
        if not self.workshop.has(package):
            return []
        place = reads[0] if len(reads) == 1 else reads[0].parent
        command = [self.workshop.python, self.workshop.peer(script), str(place), *map(str, arguments)]
        return [Contestant(name, command, reads, environment={"POLARS_MAX_THREADS": str(THREADS)})]

    def _out(self, name):
        return str(self.workshop.folder / f"out-{name}")

    def _hold(self, letter, contestants):
        interleave(contestants, self.rounds, self.log)
        self.rows += [(letter, contestant) for contestant in contestants]

    def _faster(self, letter, peers, ours, times):
        for peer in peers:
            ratio = peer.wall / ours.wall
            self._reach(letter, f"{peer.name}, by {ours.name}", f"{ratio:.2f}", f"at least {times}", ratio >= times)

    def _reach(self, letter, what, figure, wanted, is_reached):
        self.goals.append(Goal(letter, what, figure, wanted, is_reached))
