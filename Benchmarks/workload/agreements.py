"""The agreements: the generator's, made into agreements of the Permanency Placement Services Program."""
import dataclasses

import numpy as np
import polars as pl

from . import calendar
from .chance import draw, happens

# Services of the department's own agreements; the n-th service of an agreement is so many steps on from its first.
SERVICES = ["placement-planning", "recruitment-screening", "home-study", "post-placement-supervision",
            "reunification", "supervision-after-reunification", "post-finalization"]
OWN = 6
POST_FINALIZATION = 6
SUPERVISION = 5
GENERATOR_SERVICES = ["EVAL", "DEVT", "SPCH", "OCCT", "PHYT", "SOCW", "FAMT"]
RATE = 7063
CHILD_CAP = 132 * 4
# A second child of an agreement, and one that the generator counts on another agreement too, get numbers of their own.
OWN_CHILD = 300_000
SIBLING = 600_000


@dataclasses.dataclass
class Agreements:
    """Columns, one entry an agreement, and the services bought, one entry an agreement and service."""
    provider: np.ndarray
    child: np.ndarray
    siblings: np.ndarray
    is_aap: np.ndarray
    has_own_end: np.ndarray
    is_old: np.ndarray
    start: np.ndarray
    end: np.ndarray
    generator_start: np.ndarray
    generator_end: np.ndarray
    service_count: np.ndarray
    place_of_service: np.ndarray
    bought_of: np.ndarray
    bought_place: np.ndarray
    bought_quarters: np.ndarray

    @property
    def count(self):
        return len(self.provider)

    def service(self, agreement, place):
        """Number in SERVICES of an agreement's service at a place (0 is its first; its count is one that it lacks)."""
        own = (agreement + place) % OWN
        return np.where(self.is_aap[agreement] & (place == 0), POST_FINALIZATION, own)


def read(path):
    """The agreements of the generator's agreements.csv."""
    rows = pl.read_csv(path, infer_schema=False)
    bought_of = rows["agreement_id"].str.slice(2).cast(pl.Int64).to_numpy() - 1
    count = int(bought_of.max()) + 1
    first = np.searchsorted(bought_of, np.arange(count))
    service_count = np.bincount(bought_of, minlength=count)
    bought_place = np.arange(len(bought_of)) - first[bought_of]
    quarters = _quarters(rows["max_hours"], service_count[bought_of])
    child = _children(_number(rows["child_id"])[first])
    generator_start = calendar.days(rows["start_date"])[first]
    generator_end = calendar.days(rows["end_date"])[first]
    has_own_end = generator_end != 364
    is_old = ~has_own_end & happens(np.arange(count), 1, 30)
    start, end = _term(generator_start, generator_end, has_own_end, is_old)
    hours = np.bincount(bought_of, weights=quarters, minlength=count).astype(np.int64)
    return Agreements(
        provider=_number(rows["provider_id"])[first], child=child, siblings=(hours - 1) // CHILD_CAP,
        is_aap=draw(child, 2, 8) == 0, has_own_end=has_own_end, is_old=is_old, start=start, end=end,
        generator_start=generator_start, generator_end=generator_end, service_count=service_count,
        place_of_service=_places(rows["service_code"], bought_of, bought_place, count),
        bought_of=bought_of, bought_place=bought_place, bought_quarters=quarters)


def _number(ids):
    return ids.str.slice(1).cast(pl.Int64).to_numpy()


def _quarters(hours, service_count):
    """The maximum hours. The generator spreads an agreement's lines over its services and gives each the same hours, so
    that those of one or two services run out early; here they have more, and nine lines of ten can be paid."""
    quarters = (hours.cast(pl.Float64) * 4).round().cast(pl.Int64).to_numpy()
    return np.where(service_count == 1, quarters * 2, np.where(service_count == 2, quarters * 5 // 4, quarters))


def _children(generator_child):
    """Most agreements have a child of their own, as the generator's children with several would all be over the cap."""
    order = np.argsort(generator_child, kind="stable")
    is_first = np.empty(len(order), dtype=bool)
    is_first[order] = np.diff(generator_child[order], prepend=-1) != 0
    numbers = np.arange(len(order))
    return np.where(is_first | happens(numbers, 3, 60), generator_child, OWN_CHILD + numbers)


def _term(generator_start, generator_end, has_own_end, is_old):
    """First and last day. The generator's year becomes the month; what runs to its end runs on into the next year."""
    start = np.where(has_own_end, generator_start // 10, 0)
    end = np.where(has_own_end, start + 8 + (generator_end - generator_start - 60) // 20, calendar.FAR_END)
    return np.where(is_old, -92, start), end


def _places(codes, bought_of, bought_place, count):
    """For each agreement and generator's service the service's place on it; its count where it isn't bought."""
    table = np.repeat(np.bincount(bought_of, minlength=count)[:, None], len(GENERATOR_SERVICES), axis=1)
    table[bought_of, service_numbers(codes)] = bought_place
    return table


def service_numbers(codes):
    """Numbers in GENERATOR_SERVICES of a column of its codes."""
    return codes.replace_strict(GENERATOR_SERVICES, list(range(len(GENERATOR_SERVICES))),
                                return_dtype=pl.Int64).to_numpy()
