"""The place where the benchmark works: its Python, its peers, its data, and what is missing of them."""
import hashlib
import os
import pathlib
import shutil
import subprocess
import sys

HERE = pathlib.Path(__file__).resolve().parent.parent
PACKAGES = ["numpy", "polars", "duckdb"]


class Workshop:
    def __init__(self, folder, scale, program):
        self.folder = pathlib.Path(folder).resolve()
        self.scale = scale
        self.program = str(pathlib.Path(program).resolve())
        self.folder.mkdir(parents=True, exist_ok=True)
        self.python = str(self.folder / "python/bin/python")
        self.missing = []

    def set_up(self):
        """Gets the peers from PyPI and says what is not to be had."""
        if not os.access(self.program, os.X_OK):
            sys.exit(f"bench: there is no program {self.program}; make it with: make build")
        if not os.path.exists(self.python):
            subprocess.run([sys.executable, "-m", "venv", str(self.folder / "python")], check=True)
            subprocess.run([self.python, "-m", "pip", "install", "--quiet", "-r", str(HERE / "requirements.txt")])
        for package in PACKAGES:
            if subprocess.run([self.python, "-c", f"import {package}"], capture_output=True).returncode:
                self.missing.append(f"{package} (PyPI)")
        for needed in ("numpy", "polars"):
            if f"{needed} (PyPI)" in self.missing:
                sys.exit(f"bench: {needed} is missing, and without it there is no data. It comes from PyPI.")
        for tool, package in (("xmllint", "libxml2-utils"), ("sqlite3", "sqlite3"), ("wc", "coreutils"),
                              ("openssl", "openssl")):
            if not shutil.which(tool):
                self.missing.append(f"{tool} (Debian: {package})")
        self.sax_count = self._compiled("sax_count")

    def has(self, name):
        return not any(missing.split()[0] == name for missing in self.missing)

    def _compiled(self, name):
        compiler = shutil.which("cc") or shutil.which("clang")
        target = self.folder / name
        flags = subprocess.run(["pkg-config", "--cflags", "--libs", "libxml-2.0"], capture_output=True, text=True)
        command = [compiler or "cc", "-O2", "-o", str(target), str(HERE / f"peers/{name}.c"), *flags.stdout.split()]
        if not compiler or flags.returncode or subprocess.run(command).returncode:
            self.missing.append(f"{name} (a C compiler and libxml2-dev)")
        return str(target)

    def peer(self, name):
        return str(HERE / "peers" / name)

    def data(self, name, lines, agreement_lines, options):
        """A workload's folders, made where it isn't there yet: the generator's files, and the converted ones."""
        raw, converted = self.folder / f"generated-{name}", self.folder / f"data-{name}"
        if not (converted / "whole").exists():
            print(f"making {lines:,} lines in {converted}", file=sys.stderr, flush=True)
            self._script("generate", raw, "--lines", lines, "--agreement-lines", agreement_lines)
            self._script("convert", raw, converted, *options)
            (converted / "whole").touch()
        return raw, converted

    def _script(self, name, *arguments):
        subprocess.run([self.python, str(HERE / name), *map(str, arguments)], check=True)

    def mark(self, lines):
        """What tells a store of this program and these lines from another's."""
        with open(self.program, "rb") as program:
            return f"{hashlib.file_digest(program, 'sha256').hexdigest()} {lines}"

    def place(self, name):
        """An empty folder."""
        folder = self.folder / name
        self.set_aside(folder)
        folder.mkdir()
        return folder

    def set_aside(self, folder):
        """Puts a folder where it is in nobody's way, and takes what is large out of its files.

        Nothing is removed while there are programs to time: for minutes after it removed thousands of files, ext4 goes
        over their numbers again and again for every file that is made.
        """
        if not folder.exists():
            return
        aside = self.folder / "aside"
        aside.mkdir(exist_ok=True)
        target = aside / str(sum(1 for _ in aside.iterdir()))
        folder.rename(target)
        for path in target.rglob("*"):
            if path.is_file() and not path.is_symlink() and path.stat().st_size > 1 << 16:
                os.truncate(path, 0)

    def clear(self):
        """Removes what was set aside."""
        shutil.rmtree(self.folder / "aside", ignore_errors=True)
