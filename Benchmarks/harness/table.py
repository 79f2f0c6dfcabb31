"""The tables in markdown."""


def results(rows):
    """A row per scenario and contestant. Beside what isn't ours stands what it took as a multiple of ours."""
    lines = ["| | | wall s | CPU s | peak MB | wall by ours | CPU by ours |", "|---|---|--:|--:|--:|--:|--:|"]
    for letter, contestant in rows:
        ours = next((other for of, other in rows if of == letter and other.is_ours), contestant)
        wall, processor = (f"{contestant.wall / ours.wall:.2f}", f"{contestant.processor / ours.processor:.2f}")
        if ours is contestant or contestant.is_ours:
            wall = processor = ""
        lines.append(f"| {letter} | {contestant.name} | {contestant.wall:.2f} | {contestant.processor:.2f} | "
                     f"{contestant.memory / 1e6:.0f} | {wall} | {processor} |")
    return "\n".join(lines)


def goals(reached):
    lines = ["| | | figure | goal | |", "|---|---|--:|--:|---|"]
    for goal in reached:
        lines.append(f"| {goal.scenario} | {goal.what} | {goal.figure} | {goal.wanted} | "
                     f"{'reached' if goal.is_reached else '**not reached**'} |")
    return "\n".join(lines)
