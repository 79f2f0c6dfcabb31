"""Wall time, processor time and peak memory of programs that are run in turn."""
import dataclasses
import os
import shlex
import statistics
import subprocess
import sys
import time


@dataclasses.dataclass
class Measure:
    """What one run took: seconds, processor seconds (user and system, children too), and peak memory in bytes."""
    wall: float
    processor: float
    memory: int


@dataclasses.dataclass
class Contestant:
    """A program that does a scenario's work.

    `prepare` makes the place ready, outside of the time taken. `reads` are files and folders that are read once before
    it, so that everybody finds them in the system's cache. A slow one runs in the first round alone, and only where it
    is asked for. Those that are not ours are peers.
    """
    name: str
    command: list
    reads: list = dataclasses.field(default_factory=list)
    prepare: object = None
    accepts: tuple = (0,)
    is_slow: bool = False
    is_ours: bool = False
    environment: dict = dataclasses.field(default_factory=dict)
    measures: list = dataclasses.field(default_factory=list)

    @property
    def wall(self):
        return statistics.median(measure.wall for measure in self.measures)

    @property
    def processor(self):
        return statistics.median(measure.processor for measure in self.measures)

    @property
    def memory(self):
        return max(measure.memory for measure in self.measures)


class Failure(Exception):
    """A contestant did not do its work."""


def warm(path):
    """Reads a file, or the files of a folder, for the cache's sake."""
    if os.path.isdir(path):
        for name in os.listdir(path):
            warm(os.path.join(path, name))
        return
    with open(path, "rb", buffering=0) as file:
        while file.read(1 << 20):
            pass


def run(contestant, log):
    """Runs it once and measures it. What it complains of goes to the log."""
    if contestant.prepare:
        contestant.prepare()
    for path in contestant.reads:
        warm(path)
    # What the one before wrote is on the disk before this one's time begins.
    os.sync()
    environment = {**os.environ, **contestant.environment}
    begun = time.monotonic()
    process = subprocess.Popen(contestant.command, stdout=subprocess.DEVNULL, stderr=log, env=environment)
    _, status, usage = os.wait4(process.pid, 0)
    wall = time.monotonic() - begun
    process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode not in contestant.accepts:
        raise Failure(f"{contestant.name} ended with {process.returncode}: {shlex.join(contestant.command)}\n"
                      f"What it complained of is at the end of {log.name}.")
    return Measure(wall, usage.ru_utime + usage.ru_stime, usage.ru_maxrss * 1024)


def interleave(contestants, rounds, log):
    """Runs every contestant once a round: on a machine that others use too, only what ran side by side compares."""
    for number in range(rounds):
        for contestant in contestants:
            if contestant.is_slow and number > 0:
                continue
            measure = run(contestant, log)
            contestant.measures.append(measure)
            print(f"  round {number + 1}  {contestant.name:44s} {measure.wall:9.2f} s {measure.processor:9.2f} s "
                  f"{measure.memory / 1e6:7.0f} MB  load {os.getloadavg()[0]:.1f}", file=sys.stderr, flush=True)
