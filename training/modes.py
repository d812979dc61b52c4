"""Learns by which words the mode of an act is told, and writes the table that the program reads.

    python3 modes.py ../corpus/train [--data DIR] [--check FOLDER ...] > ../rapport-analysis/src/main/resources/rapport/analysis/event/modes.tsv

One linear model over clues for all types (multinomial logistic regression with an absolute penalty, by Adam): a mode has one weight for a
clue whatever the type, and a constant for each type; having none is an outcome like the others. A clue is a piece of a word and where it
stands: `4` and `6`, first letters of the trigger's words; `<` and `>`, first five of the four words before and behind it; `~`, of any
word of the sentence outside the trigger. With --data also codings of real passages are learned from. What is written is rounded, and scored on
--check and on the real coded passages kept aside, on standard error.
"""
import argparse
import collections
import json
import pathlib
import random
import re
import sys

import torch

import passages
import standoff

MODES = {name: modes.split() for name, modes in {
    "CONSULT": "visit third-party multilateral phone",
    "RETREAT": "withdraw release disarm ceasefire access resign",
    "REQUEST": "assist change yield meet",
    "REJECT": "assist change yield meet",
    "ACCUSE": "disapprove investigate allege",
    "THREATEN": "restrict arrest relations expel territory violence",
    "PROTEST": "demo riot strike hunger boycott obstruct vandalize",
    "SANCTION": "convict expel withdraw discontinue",
    "MOBILIZE": "troops weapons police militia",
    "COERCE": "seize restrict censor curfew martial-law arrest deport withhold misinformation cyber",
    "ASSAULT": "abduct beat torture sexual targeted destroy primitive firearms explosives suicide-attack aerial drone heavy-weapons"
               " crowd-control unconventional",
}.items()}
TYPES = sorted(MODES)
CODES = sorted({mode for modes in MODES.values() for mode in modes})
WORD = re.compile(r"[^\W_]+")
BREAK = re.compile(r"(?<=[.!?]) (?=[A-Z“\"‘'(])|(?<=[.!?][”\"’']) (?=[A-Z“\"‘'(])|\n")
NEAR = 4  # words
LEAST = 3  # events that have a clue
ROUNDS, RATE, PENALTY, BATCH = 12, 0.02, 1e-4, 256
SMALLEST = 0.15  # weight that is written


def clues(text, start, end, trigger):
    """Of the trigger [start, end) in its sentence."""
    words = [(m.start(), m.end(), "0" if m.group().isdecimal() else m.group().lower()) for m in WORD.finditer(text, start, end)]
    inside = [i for i, (s, e, _) in enumerate(words) if s < trigger[1] and e > trigger[0]]
    found = set()
    for i, (_, _, word) in enumerate(words):
        if not inside:
            break
        if inside[0] <= i <= inside[-1]:
            found |= {"4" + word[:4], "6" + word[:6]}
        else:
            found.add("~" + word[:5])
            if inside[0] - NEAR <= i < inside[0]:
                found.add("<" + word[:5])
            elif inside[-1] < i <= inside[-1] + NEAR:
                found.add(">" + word[:5])
    return sorted(found)


def acts(read):
    """(clues, type, modes) of each event whose type has modes."""
    for passage in read:
        text = passage["text"]
        for event in passage.get("events", []):
            triggers = [t for t in (passages.place(text, s) for s in passages.listed(event["trigger"])) if t]
            if event["eventType"] not in MODES or not triggers:
                continue
            trigger = triggers[0][0], triggers[-1][1]
            breaks = [m.span() for m in BREAK.finditer(text)]
            start = max((e for _, e in breaks if e <= trigger[0]), default=0)
            end = min((s for s, _ in breaks if s >= triggers[0][1]), default=len(text))
            allowed = MODES[event["eventType"]]
            modes = [m for listed in passages.listed(event.get("mode")) for m in listed.split(",") if m in allowed]
            yield clues(text, start, end, trigger), event["eventType"], modes


def coded(*paths):
    for path in paths:
        for file in sorted(pathlib.Path(path).glob("*.jsonl")):
            yield from map(json.loads, open(file, encoding="utf-8"))


class Weights(torch.nn.Module):
    """Logits of all modes, minus infinity where the type has them not, and 0 for none."""

    def __init__(self, vocabulary):
        super().__init__()
        self.vocabulary = vocabulary
        self.table = torch.nn.EmbeddingBag(len(vocabulary), len(CODES), mode="sum")
        torch.nn.init.zeros_(self.table.weight)
        self.constants = torch.nn.Parameter(torch.zeros(len(TYPES), len(CODES)))
        self.register_buffer("allowed", torch.tensor([[0.0 if code in MODES[name] else -1e9 for code in CODES] for name in TYPES]))

    def forward(self, group):
        numbers = [torch.tensor([self.vocabulary[c] for c in found if c in self.vocabulary]) for found, _, _ in group]
        offsets = torch.tensor([0] + [len(n) for n in numbers][:-1]).cumsum(0)
        types = torch.tensor([TYPES.index(name) for _, name, _ in group])
        used = torch.cat(numbers).long()
        logits = self.table(used, offsets) + self.constants[types] + self.allowed[types]
        return torch.cat([logits, torch.zeros(len(group), 1)], 1), used


def fit(learned):
    torch.manual_seed(1)
    draw = random.Random(1)
    counts = collections.Counter(clue for found, _, _ in learned for clue in found)
    weights = Weights({clue: i for i, clue in enumerate(sorted(c for c, n in counts.items() if n >= LEAST))})
    adam = torch.optim.Adam(weights.parameters(), lr=RATE)
    order = list(learned)
    for round_ in range(ROUNDS):
        draw.shuffle(order)
        for group in adam.param_groups:
            group["lr"] = RATE * (1 - round_ / ROUNDS)
        for start in range(0, len(order), BATCH):
            group = order[start:start + BATCH]
            wanted = torch.zeros(len(group), len(CODES) + 1)
            for row, (_, _, modes) in enumerate(group):
                for mode in modes:
                    wanted[row, CODES.index(mode)] = 1 / len(modes)
                if not modes:
                    wanted[row, -1] = 1
            logits, used = weights(group)
            loss = -(torch.log_softmax(logits, 1) * wanted).sum(1).mean()
            loss = loss + PENALTY * weights.table.weight[torch.unique(used)].abs().sum()
            adam.zero_grad()
            loss.backward()
            adam.step()
    with torch.no_grad():
        for values in (weights.table.weight, weights.constants):
            values.copy_(torch.where(values.abs() < SMALLEST, 0, (values * 10).round() / 10))
    return weights


def score(name, weights, kept):
    with torch.no_grad():
        chances = torch.softmax(weights(kept)[0], 1)
    right = found = wanted = exact = 0
    for row, (_, _, modes) in zip(chances, kept):
        best = int(row.argmax())
        guess = {CODES[best]} if best < len(CODES) and row[best] >= 0.5 else set()
        right += len(guess & set(modes))
        found += len(guess)
        wanted += len(modes)
        exact += guess == set(modes)
    print(f"{name}: {len(kept)} acts, right {exact / len(kept):.3f}; precision {right / found:.3f} of {found},"
          f" recall {right / wanted:.3f} of {wanted}", file=sys.stderr)


def written(values):
    return "\t".join(f"{code} {value:.1f}" for code, value in zip(CODES, values.tolist()) if value)


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("corpus")
    parser.add_argument("--data")
    parser.add_argument("--standoff", default="../corpus/real")
    parser.add_argument("--check", nargs="*", default=[])
    arguments = parser.parse_args()
    torch.set_num_threads(1)
    learned, kept = list(acts(coded(arguments.corpus))), []
    if arguments.data:
        real = list(coded(pathlib.Path(arguments.data) / "real_coded"))
        learned += acts(p for p in real if passages.half_of(p.get("story", p["id"])) == 0)
        kept = list(acts(p for p in real if passages.half_of(p.get("story", p["id"])) == 1))
        for path in sorted(pathlib.Path(arguments.standoff).glob("*.jsonl")):
            learned += acts(standoff.joined(path, arguments.data))
    weights = fit(learned)
    print("# which words tell the mode of an act; made by training/modes.py; CC BY 4.0")
    for name, row in zip(TYPES, weights.constants):
        print(f"{name}\t{written(row)}")
    for clue, row in zip(sorted(weights.vocabulary), weights.table.weight):
        if written(row):
            print(f"{clue}\t{written(row)}")
    if kept:
        score("real passages kept aside", weights, kept)
    for folder in arguments.check:
        score(folder, weights, list(acts(coded(folder))))
