"""The department's registers that go with the agreements and the lines."""
import pathlib

import numpy as np
import polars as pl

from . import agreements as agreed
from . import calendar, text
from .chance import draw, happens
from .lines import UNKNOWN, sibling

# A companion agency, with which some children live; it bills nothing.
COMPANIONS = 40
FIRST_COMPANION = 80_001
_NONE = pl.lit(None, pl.String)


def write(folder, agreements, lines, invoices):
    """Writes all sixteen registers. `invoices`: the headers of the lines' invoices, which AAP reviewed."""
    folder = pathlib.Path(folder)
    folder.mkdir(parents=True, exist_ok=True)
    children = _children_on(agreements)
    strangers = np.setdiff1d(lines.child[lines.agreement >= UNKNOWN], children["child"])
    registers = {**_agencies(agreements), **_child_registers(agreements, children, strangers),
                 **_agreement_registers(agreements, children), **_papers(agreements),
                 "aap_reviews": _reviews(invoices), "opening_balances": _opening_balances(agreements)}
    for name, register in registers.items():
        register.write_csv(folder / f"{name}.csv")


def _day(number):
    return pl.lit(str(calendar.FIRST + number))


def _agreement_ids(numbers):
    return text.numbered("SA", np.asarray(numbers) + 1, 7)


def _agencies(agreements):
    numbers = np.concatenate([np.unique(agreements.provider), np.arange(FIRST_COMPANION, FIRST_COMPANION + COMPANIONS)])
    ids = text.numbered("P", numbers, 5)
    providers = pl.DataFrame({"provider_id": ids}).with_columns(
        legal_name="Family Services of Region " + pl.Series(numbers).cast(pl.String) + ", Inc.",
        fein=text.numbered("06-", numbers, 7), kind=pl.lit("child_placing_agency"), state=pl.lit("CT"),
        supplier_id=text.numbered("S-", numbers, 6))
    licences = pl.DataFrame({"provider_id": ids}).with_columns(
        license_number=text.numbered("CPA-", numbers, 5), state=pl.lit("CT"), valid_from=_day(-700),
        valid_to=pl.lit("2027-12-31"))
    contracts = pl.DataFrame({"contract_id": text.numbered("K", numbers, 5), "provider_id": ids}).with_columns(
        start_date=_day(-700), end_date=pl.lit("2028-06-30"), suspended_from=_NONE, suspended_to=_NONE)
    rates = pl.concat([
        contracts.select("contract_id", effective_from=_day(day), hourly_rate=pl.lit(f"{cents / 100:.2f}"))
        for day, cents in ((-700, agreed.RATE - 200), (-335, agreed.RATE))])
    return {"providers": providers, "licenses": licences, "contracts": contracts, "rates": rates}


def _children_on(agreements):
    """A row for every child on every agreement."""
    numbers = np.arange(agreements.count)
    parts = [pl.DataFrame({"agreement": numbers, "child": agreements.child})]
    for which in range(1, int(agreements.siblings.max()) + 1):
        having = numbers[agreements.siblings >= which]
        parts.append(pl.DataFrame({"agreement": having, "child": sibling(having, which)}))
    return pl.concat(parts).sort("agreement", "child")


def _child_registers(agreements, children, strangers):
    """Children, what befell them, and where they live; strangers are billed for and on no agreement."""
    numbers = np.union1d(children["child"].to_numpy(), strangers)
    ids = text.numbered("C", numbers, 7)
    births = calendar.written(-16 * 365 + draw(numbers, 31, 14 * 365))
    adopted = np.unique(children["child"].to_numpy()[agreements.is_aap[children["agreement"].to_numpy()]])
    home = np.unique(children["child"].to_numpy()[_supervises(agreements)[children["agreement"].to_numpy()]])
    events = pl.concat([_events(numbers, "opened", -600), _events(adopted, "adoption_finalized", -250),
                        _events(home, "reunified", -100)])
    return {"children": pl.DataFrame({"child_id": ids, "date_of_birth": births}), "child_events": events,
            "placements": _placements(numbers[happens(numbers, 32, 300)])}


def _supervises(agreements):
    """Whether an agreement buys, or is wrongly billed for, supervision after a reunification."""
    numbers = np.arange(agreements.count)
    return np.logical_or.reduce([
        (agreements.service(numbers, place) == agreed.SUPERVISION) & (place <= agreements.service_count)
        for place in range(5)])


def _events(children, event, day):
    dates = calendar.written(day + draw(children, 33, 90))
    return pl.DataFrame({"child_id": text.numbered("C", children, 7), "date": dates}).select(
        "child_id", event=pl.lit(event), date="date")


def _placements(children):
    """Where some children live: with companion agencies, which are never those that bill."""
    setting = pl.Series(["residential", "foster_care", "adoptive"]).gather(pl.Series(draw(children, 34, 3)))
    return pl.DataFrame({"child_id": text.numbered("C", children, 7)}).with_columns(
        provider_id=text.numbered("P", FIRST_COMPANION + draw(children, 35, COMPANIONS), 5), setting=setting,
        family_id=pl.when(setting != "residential").then(text.numbered("H", children, 7)),
        start_date=calendar.written(-200 + draw(children, 36, 150)), end_date=_NONE, foster_rate_paid_to=_NONE)


def _versions(agreements):
    """A row for every version: of every agreement the original, of one in four an amendment with more hours."""
    numbers = np.arange(agreements.count)
    amended = numbers[happens(numbers, 41, 250)]
    agreement = np.concatenate([numbers, amended])
    version = np.concatenate([np.zeros_like(numbers), np.ones_like(amended)])
    order = np.lexsort((version, agreement))
    return agreement[order], version[order]


def _agreement_registers(agreements, children):
    agreement, version = _versions(agreements)
    effective = calendar.written(agreements.start[agreement] + 2 * version)
    table = pl.DataFrame({"agreement_id": _agreement_ids(agreement), "version": version}).with_columns(
        provider_id=text.numbered("P", agreements.provider[agreement], 5),
        contract_id=text.numbered("K", agreements.provider[agreement], 5),
        start_date=calendar.written(agreements.start[agreement]),
        expected_end_date=calendar.written(agreements.end[agreement]), effective_date=effective,
        additional_home_studies=pl.Series(happens(agreement, 42, 100)).cast(pl.Int64),
        reason=pl.when(pl.col("version") > 0).then(pl.lit("more hours are needed")))
    on = children.select(agreement_id=_agreement_ids(children["agreement"].to_numpy()),
                         child_id=text.numbered("C", children["child"].to_numpy(), 7))
    return {"agreements": table, "agreement_children": on, "agreement_services": _services(agreements),
            "agreement_signatures": _signatures(agreements, agreement, version)}


def _services(agreements):
    """What each version buys. An amended agreement's original has a tenth less; a twentieth has a low ceiling."""
    amended = happens(np.arange(agreements.count), 41, 250)[agreements.bought_of]
    original = np.where(amended, agreements.bought_quarters * 9 // 10, agreements.bought_quarters)
    place = np.concatenate([np.arange(len(original)), np.flatnonzero(amended)])
    version = np.repeat([0, 1], [len(original), int(amended.sum())])
    quarters = np.concatenate([original, agreements.bought_quarters[amended]])
    order = np.lexsort((agreements.bought_place[place], version, agreements.bought_of[place]))
    place, version, quarters = place[order], version[order], quarters[order]
    agreement = agreements.bought_of[place]
    ceiling = np.where(happens(place, 43, 50), text.cost(quarters, agreed.RATE) * 17 // 20,
                       text.cost(quarters, agreed.RATE))
    service = agreements.service(agreement, agreements.bought_place[place])
    return pl.DataFrame({"agreement_id": _agreement_ids(agreement), "version": version}).with_columns(
        service=pl.Series(agreed.SERVICES).gather(pl.Series(service)), max_hours=text.quarters(quarters),
        ceiling=text.money(ceiling))


def _signatures(agreements, agreement, version):
    """The four of the department's own agreements or the two of AAP's, before the version takes effect; three of a
    thousand originals are signed some days into the term."""
    is_aap = agreements.is_aap[agreement]
    late = happens(agreement, 44, 3) & (version == 0)
    parts = []
    for place, role in enumerate(["provider", "social_worker", "supervisor", "regional_administrator", "aap"]):
        signs = np.where(is_aap, role in ("provider", "aap"), role != "aap")
        day = agreements.start[agreement] - 25 + 5 * place + np.where(late, 40, 0)
        parts.append(pl.DataFrame({"agreement": agreement[signs], "version": version[signs]}).with_columns(
            role=pl.lit(role), signed_date=calendar.written(day[signs])))
    table = pl.concat(parts).sort("agreement", "version", maintain_order=True)
    return table.select(agreement_id=_agreement_ids(table["agreement"].to_numpy()),
                        version="version", role="role", signed_date="signed_date")


def _papers(agreements):
    """Terminations, explanations and progress reports; a few of the reports never came."""
    numbers = np.arange(agreements.count)
    ended = numbers[happens(numbers, 51, 10)]
    day = np.where(happens(ended, 52, 100), 24, 60)
    terminations = pl.DataFrame({"agreement_id": _agreement_ids(ended)}).with_columns(
        notice_date=calendar.written(day - 35), termination_date=calendar.written(day), by=pl.lit("DCF"))
    short = numbers[agreements.has_own_end]
    explained = [("partial_completion", short[happens(short, 53, 950)]),
                 ("late_completion", short[happens(short, 54, 80)])]
    explanations = pl.concat([pl.DataFrame({"agreement_id": _agreement_ids(of)}).with_columns(
        kind=pl.lit(kind), received_date=_day(35)) for kind, of in explained])
    reported = numbers[happens(numbers, 55, 970)]
    aap = agreements.is_aap[reported]
    reports = [("monthly", reported[~aap]), ("quarterly", reported[aap]), ("service_plan", reported[aap])]
    progress = pl.concat([pl.DataFrame({"agreement_id": _agreement_ids(of)}).with_columns(
        kind=pl.lit(kind), period=pl.lit(calendar.BILLING_MONTH), received_date=_day(36)) for kind, of in reports])
    return {"terminations": terminations, "explanations": explanations, "progress_reports": progress}


def _reviews(invoices):
    """AAP's word on its invoices: nearly all approved, some returned, some not reviewed yet."""
    aap = invoices.filter(pl.col("form") == "AAP").select("provider_id", "invoice_number")
    places = np.arange(len(aap))
    decision = pl.Series(np.where(happens(places, 61, 5), "returned", "approved"))
    reviewed = ~happens(places, 62, 20)
    return aap.with_columns(received_date=_day(38), review_date=_day(40), decision=decision,
                            reviewer=text.numbered("AAP-", draw(places, 63, 9), 1)).filter(pl.Series(reviewed))


def _opening_balances(agreements):
    """What agreements that are older than the program were paid before it."""
    old = np.flatnonzero(agreements.is_old)
    return pl.DataFrame({"agreement_id": _agreement_ids(old)}).with_columns(
        service=pl.Series(agreed.SERVICES).gather(pl.Series(agreements.service(old, np.zeros_like(old)))),
        child_id=text.numbered("C", agreements.child[old], 7),
        form=pl.Series(["DCF-2106", "AAP"]).gather(pl.Series(agreements.is_aap[old].astype(np.int64))),
        hours=pl.lit("4.00"), amount=pl.lit("282.52"), through_date=_day(-1))
