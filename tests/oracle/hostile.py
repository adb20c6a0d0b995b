"""Plans whose names break careless writers and readers, the same each time."""

import random

from plans import ROLES, plan_of

NAMES = [
    "plain", '"quoted"', "'single'", "a<b>&c;", "&amp;", "ends with \\", '\\n \\" \\\\', "two\nlines",
    "cr\r\nlf", "tab\tin", "\ttab first", " blank around ", "=1+1", "+1", "-1", "@x", "'=1+1",
    "a,b;c|d", "*Vertices", "% comment", "# hash", "]]>", "<!-- -->", "</graph>", "{json: [1]}",
    "财政局", "各乡镇（街道）", "区“智慧”中心", "مرحبا", "\u202egnp.exe", "😀", "e\u0301", "NaN",
    "null", "0", "\x01\x1b[31m", "\ufffe", "\u2028", "x" * 300]
KINDS = ["organ", "group", "person"]


def hostile_plan(number, rng):
    names = rng.sample(NAMES, len(NAMES))
    units, tasks = names[:rng.randint(2, 12)], names[-rng.randint(2, 12):]
    titles = [rng.choice(["", *NAMES]) for _ in tasks]
    document = {
        "schema": "respnet-network/1",
        "title": rng.choice(NAMES),
        "tasks": [{"id": task, "title": title} for task, title in zip(tasks, titles)],
        "units": [{"id": f"u{i + 1}", "name": name, "kind": rng.choice(KINDS)}
                  for i, name in enumerate(units)],
        "assignments": [
            {"task": task, "unit": f"u{u + 1}", "order": order + 1,
             "role": rng.choice(ROLES)}
            for task in tasks
            for order, u in enumerate(rng.sample(range(len(units)), rng.randint(0, len(units))))],
    }
    return plan_of(f"hostile-{number}", document)


def hostile_plans(count, seed):
    rng = random.Random(seed)
    return [hostile_plan(number, rng) for number in range(count)]
