"""How invoice-batch is started: nights on stores, and what they leave."""
import csv
import itertools
import subprocess

from .measuring import Contestant

AS_OF = "2026-07-12"
NEXT_AS_OF = "2026-07-13"


def check(workshop, name, files):
    """`check` finds something, so it ends with 1."""
    command = [workshop.program, "check", "--as-of", AS_OF, *map(str, files)]
    return Contestant(name, command, list(files), accepts=(0, 1), is_ours=True)


def night(workshop, name, data, inbox, place, dry=False, as_of=AS_OF, store=None):
    """A night of its own on an empty store, or on a copy of `store`."""
    folder = workshop.folder / place

    def prepare():
        workshop.place(place)
        if store:
            copy(store, folder / "store.sqlite")
    command = [workshop.program, "run", "--registers", str(data / "registers"), "--inbox", str(inbox),
               "--out", str(folder / "out"), "--store", str(folder / "store.sqlite"), "--as-of", as_of, "--no-progress"]
    reads = [data / "registers", inbox] + ([folder / "store.sqlite"] if store else [])
    return Contestant(name, command + ["--dry-run"] * dry, reads, prepare, is_ours=True)


def copy(store, target):
    """A copy of a store that no run has open; where the file system can, it shares the blocks."""
    for ending in ("", "-wal"):
        if (store.parent / (store.name + ending)).exists():
            subprocess.run(["cp", "--reflink=auto", f"{store}{ending}", f"{target}{ending}"], check=True)


def posted_invoice(folder):
    """Provider and number of one of the invoices that a night paid, not the first."""
    with open(folder / f"out/{AS_OF}-0001/payments.csv", newline="") as file:
        row = list(itertools.islice(csv.DictReader(file), 500))[-1]
    return row["provider_id"], row["invoice_number"]
