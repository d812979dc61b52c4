"""The same passage about other states: names, adjectives and capitals of the states in it give way to those of states drawn at random.

So the reader learns to lean on the sentence and not on who is in it.
"""
import json
import pathlib
import random
import re

from standoff import SPANS, placed

ACTORS = pathlib.Path(__file__).parent.parent / "rapport-record/src/main/resources/rapport/actor"
ARTICLE = re.compile(r"^(United|Netherlands|Philippines|Maldives|Bahamas|.*\b(Islands|Republic|Emirates|Union)$)")


def states():
    """id -> its words: [names, adjective and people words, capital]."""
    table, columns = {}, None
    for line in open(ACTORS / "states.tsv", encoding="utf-8"):
        cells = line.rstrip("\n").split("\t")
        if line.startswith("#") or not line.strip():
            continue
        if columns is None:
            columns = cells
            continue
        row = dict(zip(columns, cells))
        demonyms, capitals = (row.get(c, "").split(" | ") for c in ("demonyms", "metonyms"))
        if not ARTICLE.match(row["name"]) and len(demonyms) > 1 and capitals[0] not in ("", row["name"]):
            table[row["id"]] = (row["name"], *demonyms[:2], capitals[0])
    return table


def exchanged(passage, table, generator):
    """The passage (its spans are places) about other states; None if none of its states can be exchanged."""
    present = [a["id"] for a in passage.get("actors", []) if a["id"] in table]
    if not present:
        return None
    words, taken = {}, set(present)
    for state in present:
        old = table[state]
        alike = [i for i in table if i not in taken and all((a[0] in "AEIOU") == (b[0] in "AEIOU") for a, b in zip(old[:2], table[i]))]
        other = generator.choice(sorted(alike))
        taken.add(other)
        words.update({o: n for o, n in zip(old, table[other])})
    found = re.compile(r"\b(" + "|".join(map(re.escape, sorted(words, key=len, reverse=True))) + r")\b")
    text, changes, last = "", [], 0
    for m in found.finditer(passage["text"]):
        text += passage["text"][last:m.start()]
        changes.append((m.start(), m.end(), len(text), len(text) + len(words[m.group()])))
        text += words[m.group()]
        last = m.end()
    text += passage["text"][last:]

    def moved(at):
        shift = 0
        for start, end, new_start, new_end in changes:
            if at <= start:
                break
            if at < end:
                raise ValueError("inside a name")
            shift = new_end - end
        return at + shift

    out = dict(passage, text=text)
    try:
        for kind, fields in SPANS.items():
            out[kind] = []
            for row in passage[kind]:
                new = dict(row)
                for field in fields:
                    if field == "span":
                        new[field] = tuple(map(moved, row[field]))
                    elif row.get(field):
                        new[field] = [tuple(map(moved, s)) for s in row[field]]
                out[kind].append(new)
    except ValueError:
        return None
    return out if changes else None


def variants(paths, seed):
    """One exchanged passage for each of the files' that allows it."""
    table, generator = states(), random.Random(seed)
    for path in paths:
        for line in open(path, encoding="utf-8"):
            if line.strip():
                new = exchanged(placed(json.loads(line)), table, generator)
                if new:
                    yield new
