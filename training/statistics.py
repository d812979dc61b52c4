"""What the corpus holds, as the tables of its datasheet.

    python3 statistics.py ../corpus/train [--data DIR] [--others FOLDER ...]

With --data it also says how far the passages are from real news: length of sentences, words that open clauses and type-token ratio beside
PolNeAR train, of which as many sentences are drawn from one place of each article as a passage has (whole articles say the same words again), and
how well a linear classifier of words tells own from real passages (area under the curve, five-fold; 0.5 would be no better
than chance). --others are parts of the corpus with which no passage should share a run of words.
"""
import argparse
import collections
import json
import pathlib
import random
import re

import numpy

from layers import KINDS, MODALITIES, TYPES

RUN = 5  # words in common from which two passages are said to share a run
WORD = re.compile(r"[^\W\d_]+(?:['’-][^\W\d_]+)*")
CLAUSE = set("after although as because before but if once since that though unless until when where whether which while who whom whose".split())
SENTENCE = re.compile(r"(?<=[.!?])[\"”’)]*\s+(?=[\"“‘(]?[A-Z])|\n+")


def passages(folder):
    return [json.loads(line) for path in sorted(pathlib.Path(folder).glob("*.jsonl"))
            for line in path.read_text(encoding="utf-8").splitlines() if line.strip()]


def words(text):
    return [w.lower() for w in WORD.findall(text)]


def written(span):
    return span if isinstance(span, str) else span["span"]


def lemma(trigger):
    """A rough one: the first word without its ending, enough to count how many ways a type is told in."""
    word = (words(trigger) or [trigger.lower()])[0]
    for ending in ("ing", "ed", "es", "s", "d"):
        if word.endswith(ending) and len(word) - len(ending) >= 3:
            word = word[:-len(ending)]
            break
    return word.rstrip("e")


def shared_runs(own, others):
    """Share of passages that have a run of five words in common with another passage (of another id)."""
    where = collections.defaultdict(set)
    for passage in own + others:
        w = words(passage["text"])
        for i in range(len(w) - RUN + 1):
            where[tuple(w[i:i + RUN])].add(passage["id"])
    sharing = set()
    for ids in where.values():
        if len(ids) > 1:
            sharing |= ids
    return sum(p["id"] in sharing for p in own) / len(own)


def sentences(text):
    return [s for s in SENTENCE.split(text) if words(s)]


def drawn(articles, size, seed=1):
    """From each article `size` sentences that follow each other."""
    generator, out = random.Random(seed), []
    for article in map(sentences, articles):
        start = generator.randrange(max(1, len(article) - size + 1))
        out.append(" ".join(article[start:start + size]))
    return out


def likeness(texts):
    """Words a sentence, clauses a sentence (by the words that open one, and one more), distinct words among each thousand."""
    read = [words(s) for t in texts for s in sentences(t)]
    lengths = [len(s) for s in read]
    clauses = 1 + sum(w in CLAUSE for s in read for w in s) / len(read)
    running = [w for t in texts for w in words(t)]
    blocks = [len(set(running[i:i + 1000])) / 1000 for i in range(0, len(running) - 999, 1000)]
    return sum(lengths) / len(lengths), clauses, 1000 * sum(blocks) / max(1, len(blocks))


def area_under_curve(own, real, seed=1):
    """Five-fold, by logistic regression on word counts (hashed, square-rooted, of length one)."""
    texts, right = own + real, numpy.array([1] * len(own) + [0] * len(real))
    rows = numpy.zeros((len(texts), 4096), dtype=numpy.float32)
    for row, text in zip(rows, texts):
        for w, n in collections.Counter(words(text)).items():
            row[sum(ord(c) * 31**i for i, c in enumerate(w)) % 4096] += n**0.5
        row /= max(1e-6, numpy.linalg.norm(row))
    fold = numpy.random.default_rng(seed).integers(0, 5, len(texts))
    scores = numpy.zeros(len(texts))
    for k in range(5):
        x, y = rows[fold != k], right[fold != k].astype(numpy.float32)
        weight, bias = numpy.zeros(4096, dtype=numpy.float32), numpy.float32(0)
        share = numpy.where(y == 1, 0.5 / max(1, y.sum()), 0.5 / max(1, (1 - y).sum())).astype(numpy.float32)
        for _ in range(300):
            off = (1 / (1 + numpy.exp(-(x @ weight + bias))) - y) * share
            weight -= numpy.float32(30) * (off @ x + numpy.float32(1e-5) * weight)
            bias -= numpy.float32(30) * off.sum()
        scores[fold == k] = rows[fold == k] @ weight + bias
    order = scores.argsort().argsort() + 1
    positives, negatives = right.sum(), len(right) - right.sum()
    return (order[right == 1].sum() - positives * (positives + 1) / 2) / (positives * negatives)


def table(title, counter, order=None):
    print(f"\n| {title} | |\n| --- | --- |")
    for key in order or [k for k, _ in counter.most_common()]:
        print(f"| {key} | {counter[key]:,} |")


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folder")
    parser.add_argument("--data")
    parser.add_argument("--others", nargs="*", default=[])
    arguments = parser.parse_args()
    own = passages(arguments.folder)
    others = [p for folder in arguments.others for p in passages(folder)]
    events = [e for p in own for e in p.get("events", [])]
    statements = [s for p in own for s in p.get("statements", [])]
    mentions = [m for p in own for m in p.get("mentions", [])]
    ways = {t: {lemma(written(e["trigger"])) for e in events if e["eventType"] == t} for t in TYPES}
    table("in all", collections.Counter({
        "passages": len(own), "stories": len({p["story"] for p in own}), "mentions": len(mentions), "statements": len(statements),
        "inside another statement": sum("within" in s for s in statements),
        "without a source": sum(not s.get("source") for s in statements), "events": len(events),
        "of several actors": sum(len(e.get("actors") or []) > 1 for e in events),
        "without actor": sum(not e.get("actors") for e in events), "without recipient": sum(not e.get("recipients") for e in events),
        "passages without event": sum(not p.get("events") for p in own)}))
    counted = collections.Counter(e["eventType"] for e in events)
    print("\n| type | events | ways of telling it |\n| --- | --- | --- |")
    for t in TYPES:
        print(f"| {t} | {counted[t]} | {len(ways[t])} |")
    table("modality", collections.Counter(e["modality"] for e in events), MODALITIES)
    table("kind of statement", collections.Counter(s["kind"] for s in statements), KINDS)
    print(f"\nShare of passages with a run of {RUN} words in common with another: {shared_runs(own, others):.3f}")
    texts = [p["text"] for p in own]
    print("Words a sentence %.1f, clauses %.2f, distinct words a thousand %.0f" % likeness(texts))
    if arguments.data:
        folder = pathlib.Path(arguments.data)
        articles = [t.read_text(encoding="utf-8") for t in sorted((folder / "polnear/train/text").glob("*.txt"))]
        size = round(sum(len(sentences(t)) for t in texts) / len(texts))
        print("As many in PolNeAR train: %.1f, %.2f, %.0f" % likeness(drawn(articles, size)))
        real = [p["text"] for p in passages(folder / "real_coded")]
        print(f"Own against real coded passages, area under the curve: {area_under_curve(texts, real):.3f}")


if __name__ == "__main__":
    main()
