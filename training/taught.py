"""Texts that nobody coded, with the scores that several readers gave them: what one reader cannot be, another learns from their mean.

    python3 taught.py OUT --data DIR --readers 10.pt 11.pt 12.pt 13.pt       (writes texts.jsonl and scores.bin; some 40 minutes)

Texts that share words with the half of `real_coded` that is kept for checking are left out. MUC-4 comes in small letters and gets its
capitals back by how the words are written in the other sets.
"""
import argparse
import collections
import json
import pathlib
import random
import re
import struct
import xml.etree.ElementTree

import numpy
import torch

import base
import passages
import restore
import standoff
from layers import LINK_LAYERS
from pieces import Pieces
from reader import SCORES, Reader
from stand_ins import StandIns

LONGEST = 224  # pieces of one text
TENTHS = 10  # a score is kept in tenths, a byte each


def letters(text):
    return re.sub("[^a-z0-9]", "", text.lower())


class Kept:
    """What may not be learned from: text of the passages that readers are compared on."""

    def __init__(self, data):
        self.runs = set()
        for path in sorted((data / "real_coded").glob("*.jsonl")):
            for passage in map(json.loads, open(path, encoding="utf-8")):
                if passages.half_of(passage.get("story", passage["id"])):
                    text = letters(passage["text"])
                    self.runs.update(text[i:i + 20] for i in range(0, len(text) - 20, 20))

    def shares(self, text):
        text = letters(text)
        return sum(text[i:i + 20] in self.runs for i in range(len(text) - 19)) > 3


class Capitals:
    """Writes words large that other texts nearly always write large within a sentence."""

    def __init__(self, texts):
        self.large, self.small = collections.Counter(), collections.Counter()
        for text in texts:
            for word in re.findall("(?<=[a-z,] )([A-Za-z][a-z]+)", text):
                (self.large if word[0].isupper() else self.small)[word.lower()] += 1

    def of(self, text):
        text = re.sub(r"\s+", " ", text)
        text = re.sub(r"\b[a-z][a-z']+\b", lambda m: m[0].capitalize() if self.large[m[0]] > max(1, 4 * self.small[m[0]]) else m[0], text)
        text = re.sub(r"\([a-z]{2,6}\)", lambda m: m[0].upper(), text)
        return re.sub(r"(^|[.?!][\"']? +[\"\[]*)([a-z])", lambda m: m[1] + m[2].upper(), text)


def windows(text, pieces):
    """Whole lines, or whole sentences of long ones, up to so many pieces."""
    window = ""
    for line in filter(None, map(str.strip, text.split("\n"))):
        long = len(pieces.read(line)["ids"]) > LONGEST
        for i, part in enumerate(re.split(r"(?<=[a-z0-9”\"')]{2}[.!?]) +(?=[A-Z“\"])", line) if long else [line]):
            joined = window + (" " if i else "\n") + part if window else part
            if window and len(pieces.read(joined)["ids"]) > LONGEST:
                yield window
                joined = part
            window = joined
    if window:
        yield window


def texts(data, pieces, seed):
    """(id, text): half of the windows of PolNeAR train, 520 documents of MUC-4, and all of the smaller sets."""
    chance, kept = random.Random(seed), Kept(data)
    for number, example in enumerate(passages.polnear(data / "polnear" / "train", pieces)):
        if chance.random() < 0.5 and not kept.shares(example.text):
            yield f"polnear-{number}", example.text
    wars = [standoff.documents(str(data), f"wikiwars/tml/{f.name}")[""] for f in sorted((data / "wikiwars" / "tml").glob("*.tml"))]
    news = [f.read_text(encoding="utf-8") for f in sorted((data / "polnear" / "train" / "text").glob("*.txt"))]
    capitals = Capitals(news + wars)
    muc = [capitals.of(json.loads(line)["doctext"]) for line in open(data / "muc4" / "train.json", encoding="utf-8")]
    sets = {
        "muc4": chance.sample(muc, 520),
        "wars": wars,
        "geo": [a.findtext("text") for a in xml.etree.ElementTree.parse(data / "geovirus" / "GeoVirus.xml").getroot()],
        "ecb": standoff.documents(str(data), "ecbplus/ECB_Train_corpus.txt").values(),
        "re3d": [json.loads(line)["text"] for f in sorted((data / "re3d").glob("*/documents.json")) for line in open(f, encoding="utf-8")],
        "plv": sorted({e.text for e in passages.plv(data / "plv" / "PLV_train.tsv", pieces)}),
    }
    for name, documents in sets.items():
        for i, document in enumerate(documents):
            for j, window in enumerate(windows(document, pieces)):
                if len(window) >= 60 and not kept.shares(window) and len(pieces.read(window)["ids"]) <= passages.LONGEST:
                    yield f"{name}-{i}-{j}", window


class Scores:
    """(word scores, link scores) of one text; turned into tensors when they are asked for, since together they are large."""

    def __init__(self, tenths, words):
        self.tenths, self.words = tenths, words

    def __iter__(self):
        n = self.words
        both = torch.from_numpy(numpy.array(self.tenths)).float() / TENTHS
        yield both[:n * SCORES].view(n, SCORES)
        yield both[n * SCORES:].view(len(LINK_LAYERS), n, n)


def examples(folder, data, pieces):
    """What `main` wrote; PolNeAR keeps the attributions that people coded."""
    folder = pathlib.Path(folder)
    polnear = dict(enumerate(passages.polnear(data / "polnear" / "train", pieces)))
    scores, at = numpy.memmap(folder / "scores.bin", numpy.int8, "r"), 0
    for row in map(json.loads, open(folder / "texts.jsonl", encoding="utf-8")):
        words, = struct.unpack(">i", scores[at:at + 4].tobytes())
        end = at + 4 + words * SCORES + len(LINK_LAYERS) * words * words
        kind, number, *_ = row["id"].split("-")
        example = polnear[int(number)] if kind == "polnear" else passages.Example(pieces.read(row["text"]), row["text"])
        example.id = example.story = row["id"]
        if len(example.read["words"]) != words:
            raise SystemExit(f"{folder}: found scores of {words} words for {row['id']}, expected {len(example.read['words'])}."
                             " They were made with other pieces or stand-ins; run taught.py again.")
        example.taught = Scores(scores[at + 4:end], words)
        yield example
        at = end


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("out")
    parser.add_argument("--data", required=True)
    parser.add_argument("--readers", nargs="+", required=True)
    parser.add_argument("--stand-ins", action="store_true", help="as in train.py, which has to be told the same")
    parser.add_argument("--seed", type=int, default=5)
    arguments = parser.parse_args()
    out = pathlib.Path(arguments.out)
    out.mkdir(parents=True, exist_ok=True)
    _, vocabulary = base.artifact()
    pieces = Pieces(vocabulary, StandIns() if arguments.stand_ins else None)
    readers = [restore.load(Reader(len(vocabulary)), path).eval() for path in arguments.readers]
    with open(out / "texts.jsonl", "w", encoding="utf-8") as lines, open(out / "scores.bin", "wb") as scores, torch.no_grad():
        for name, text in texts(pathlib.Path(arguments.data), pieces, arguments.seed):
            example = passages.Example(pieces.read(text), text)
            read = [reader.read([example])[0] for reader in readers]
            words = torch.stack([w[:, :SCORES] for w, _ in read]).mean(0)
            links = torch.stack([l[:len(LINK_LAYERS)] for _, l in read]).mean(0)
            tenths = torch.cat([words.flatten(), links.flatten()]).mul(TENTHS).round().clamp(-127, 127).to(torch.int8)
            lines.write(json.dumps({"id": name, "text": text}, ensure_ascii=False) + "\n")
            scores.write(struct.pack(">i", len(words)) + tenths.numpy().tobytes())


if __name__ == "__main__":
    main()
