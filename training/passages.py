"""Coded text as the reader learns it: pieces, a label for each word in each layer that was coded, and links between spans.

Five forms are read: passages coded by the guide ("One passage, coded"), PolNeAR articles (attribution only), PLV rows
(the class of one marked pair), GUM documents (persons, organizations and places, and who is meant again) and PropBank sentences
(predicates and their arguments). A layer that a set does not code is left out of the example, so that nothing is learned there.
"""
import csv
import hashlib
import json
import pathlib
import random
import re

from layers import KINDS, MODALITIES, PLV, SIDE_LINK_LAYERS, SIDE_WORD_LAYERS, TYPES, WORD_LAYERS

LONGEST = 384  # pieces of one window


def place(text, span):
    """[start, end) of a span given by its place, by its words, or by {"span", "nth"}; None if it is not there."""
    if isinstance(span, (tuple, list)):
        return tuple(span)
    words, nth = (span, 1) if isinstance(span, str) else (span["span"], span.get("nth", 1))
    start = -1
    for _ in range(nth):
        start = text.find(words, start + 1)
        if start < 0:
            return None
    return start, start + len(words)


def listed(value):
    return [] if value is None else value if isinstance(value, list) else [value]


class Example:
    """One window. `labels`: layer -> list of class indexes by word (-100: not scored). `links`: see `add`."""

    def __init__(self, read, text):
        self.read, self.text = read, text
        self.labels, self.links, self.events, self.statements, self.plv = {}, {}, [], [], None
        self.taught = None  # (word scores, link scores) of other readers
        self.arguments = {}  # layer -> [(predicate's word, [heads' words])]

    def at(self, span):
        """Word indexes [first, end) that a span of characters touches; None if none."""
        if span is None:
            return None
        inside = [i for i, (s, e) in enumerate(self.read["words"]) if s < span[1] and e > span[0]]
        return (inside[0], inside[-1] + 1) if inside else None

    def tag(self, layer, spans):
        """Writes BIO labels; `spans` are (word span, label). A span that meets one already there is left out."""
        classes = WORD_LAYERS.get(layer) or SIDE_WORD_LAYERS[layer]
        row = self.labels.setdefault(layer, [0] * len(self.read["words"]))
        left_out = []
        for span, label in spans:
            if any(row[i] for i in range(*span)):
                left_out.append((span, label))
                continue
            for i in range(*span):
                row[i] = classes.index(("B-" if i == span[0] else "I-") + label)
        return left_out


def longest_first(spans):
    return sorted(set(spans), key=lambda s: (-(s[0][1] - s[0][0]), s))


def coded(path, pieces):
    for line in open(path, encoding="utf-8"):
        if line.strip():
            yield from coded_windows(json.loads(line), pieces)


def coded_windows(passage, pieces):
    """The example(s) of a coded passage; a long one is cut between lines into windows."""
    text = passage["text"]
    read = pieces.read(text)
    if len(read["ids"]) <= LONGEST:
        yield coded_example(passage, text, 0, pieces)
        return
    cuts, start = [], 0
    ends = [i + 1 for i, c in enumerate(text) if c == "\n"] + [len(text)]
    last = 0
    for end in ends:
        if len(pieces.read(text[start:end])["ids"]) > LONGEST and last > start:
            cuts.append((start, last))
            start = last
        last = end
    cuts.append((start, len(text)))
    for start, end in cuts:
        yield coded_example(passage, text[start:end], start, pieces)


def coded_example(passage, text, offset, pieces):
    whole = passage["text"]
    example = Example(pieces.read(text), text)
    example.id, example.story = passage["id"], passage.get("story", passage["id"])

    def at(span):
        found = place(whole, span)
        if found is None or found[0] < offset or found[1] > offset + len(text):
            return None
        return example.at((found[0] - offset, found[1] - offset))

    mentions = {}
    for m in passage.get("mentions", []):
        span = at(m if "nth" in m else m["span"])
        if span:
            mentions.setdefault(span, (m["form"], m.get("actor")))
    for layer in WORD_LAYERS:
        if layer.startswith(("mention", "innerMention", "source", "cue", "content", "innerContent", "trigger")):
            example.labels[layer] = [0] * len(example.read["words"])
    left = example.tag("mention", longest_first([(s, f) for s, (f, _) in mentions.items()]))
    example.tag("innerMention", longest_first(left))
    cues, sources, contents = {}, {}, {}
    for s in passage.get("statements", []):
        cue, source = (next((x for x in map(at, listed(s.get(part))) if x), None) for part in ("cue", "source"))
        parts = [p for p in (at(c) for c in listed(s.get("content"))) if p]
        for p in parts:
            contents.setdefault(p, []).append(s["id"])
        if source:
            sources.setdefault(source, []).append(s["id"])
        if cue:
            cues.setdefault(cue, []).append(s["id"])
            example.statements.append({"cue": cue, "content": parts, "kind": KINDS.index(s["kind"]),
                                       "negated": int(bool(s.get("negated"))), "source": source})
    example.tag("source", longest_first([(s, "source") for s in sources]))
    example.tag("cue", longest_first([(s, "cue") for s in cues]))
    left = example.tag("content", longest_first([(s, "content") for s in contents]))
    example.tag("innerContent", longest_first(left))
    triggers = []
    for e in passage.get("events", []):
        trigger = next((x for x in map(at, listed(e["trigger"])) if x), None)
        if not trigger:
            continue
        triggers.append((trigger, "trigger"))
        example.events.append({
            "trigger": trigger, "type": TYPES.index(e["eventType"]), "modality": MODALITIES.index(e["modality"]),
            "actor": [x for x in (at(a) for a in listed(e.get("actors"))) if x],
            "recipient": [x for x in (at(a) for a in listed(e.get("recipients"))) if x]})
    example.tag("trigger", longest_first(triggers))
    spans = sorted(mentions)
    by_trigger = {}
    for e in example.events:
        entry = by_trigger.setdefault(e["trigger"], (set(), set()))
        entry[0].update(e["actor"])
        entry[1].update(e["recipient"])
    for name, side in (("actor", 0), ("recipient", 1)):
        example.links[name] = [(t, spans, [s in roles[side] for s in spans]) for t, roles in sorted(by_trigger.items()) if spans]
    statement_links(example, sorted(sources), sorted(contents))
    first_of, antecedent = {}, []
    for i, span in enumerate(spans):
        actor = mentions[span][1]
        if i and actor is not None:
            right = [mentions[earlier][1] == actor for earlier in spans[:i]]
            antecedent.append((span, spans[:i], right))
    example.links["antecedent"] = antecedent
    return example


def statement_links(example, sources, contents):
    by_cue = {}
    for s in example.statements:
        entry = by_cue.setdefault(s["cue"], (set(), set()))
        if s["source"]:
            entry[0].add(s["source"])
        entry[1].update(s["content"])
    for name, candidates, side in (("sourceOf", sources, 0), ("contentOf", contents, 1)):
        example.links[name] = [(cue, candidates, [c in entry[side] for c in candidates])
                               for cue, entry in sorted(by_cue.items()) if candidates]


def brat(path):
    """Attributions of a PolNeAR .ann file: (sources, cues, contents), each a list of (start, end) in characters."""
    spans, found = {}, []
    for line in open(path, encoding="utf-8"):
        parts = line.rstrip("\n").split("\t")
        if len(parts) > 1 and re.fullmatch(r"T\d+", parts[0]):  # the words of a span may run over lines: those are passed by
            role, positions = parts[1].split(" ", 1)
            spans[parts[0]] = [tuple(map(int, p.split())) for p in positions.split(";")]
        elif len(parts) > 1 and re.fullmatch(r"E\d+", parts[0]):
            entry = {"Source": [], "Cue": [], "Content": []}
            for argument in parts[1].split():
                role, _, target = argument.partition(":")
                role = role.rstrip("0123456789")
                if role in entry:
                    entry[role] += [target]
            found.append(entry)
    return [tuple([s for t in entry[r] for s in spans.get(t, [])] for r in ("Source", "Cue", "Content")) for entry in found]


def polnear(folder, pieces, longest=224):
    """Windows of whole lines from the articles of a folder with text/ and attributions/."""
    folder = pathlib.Path(folder)
    first = {}
    for ann in sorted((folder / "attributions").glob("*.ann")):
        first.setdefault(article_of(ann.stem, folder), ann)
    for name, ann in sorted(first.items()):
        text = (folder / "text" / (name + ".txt")).read_text(encoding="utf-8")
        attributions = brat(ann)
        start, last = 0, 0
        ends = [i + 1 for i, c in enumerate(text) if c == "\n"] + [len(text)]
        cuts = []
        for end in ends:
            if last > start and len(pieces.read(text[start:end])["ids"]) > longest:
                cuts.append((start, last))
                start = last
            last = end
        cuts.append((start, len(text)))
        for start, end in cuts:
            example = polnear_example(text, start, end, attributions, pieces)
            if example and len(example.read["ids"]) <= 512:
                example.id = example.story = name
                yield example


def article_of(stem, folder):
    """The text that an .ann file belongs to; several annotators may have coded one article."""
    while not (folder / "text" / (stem + ".txt")).exists():
        stem, joint, _ = stem.rpartition("_")  # the last part names the annotator
        if not joint:
            raise FileNotFoundError(f"no text for {stem} in {folder}")
    return stem


def polnear_example(text, start, end, attributions, pieces):
    example = Example(pieces.read(text[start:end]), text[start:end])
    if not example.read["words"]:
        return None
    for layer in ("source", "cue", "content"):
        example.labels[layer] = [0] * len(example.read["words"])

    def at(span):
        if span[1] <= start or span[0] >= end:
            return None
        return example.at((max(span[0], start) - start, min(span[1], end) - start))

    tags = {"source": [], "cue": [], "content": []}
    for source, cue, content in attributions:
        found = [[x for x in map(at, spans) if x] for spans in (source, cue, content)]
        for layer, spans in zip(tags, found):
            tags[layer] += [(s, layer) for s in spans]
        if found[1]:
            example.statements.append({"cue": found[1][0], "content": found[2], "kind": None, "negated": None,
                                       "source": found[0][0] if found[0] else None})
    for layer, spans in tags.items():
        example.tag(layer, longest_first(spans))
    statement_links(example, sorted({s for s, _ in tags["source"]}), sorted({s for s, _ in tags["content"]}))
    return example


def sentences(path):
    """Sentences of a CoNLL-U file as (text, [(start, end)] of its words, rows of columns)."""
    text, words, rows = "", [], []
    for line in open(path, encoding="utf-8"):
        columns = line.rstrip("\n").split("\t")
        if len(columns) == 1:
            if not columns[0] and rows:
                yield text, words, rows
                text, words, rows = "", [], []
        elif columns[0].isdecimal():
            words.append((len(text), len(text) + len(columns[1])))
            rows.append(columns)
            text += columns[1] + ("" if "SpaceAfter=No" in columns[9] else " ")
    if rows:
        yield text, words, rows


def propbank(path, pieces):
    """One example a sentence with a predicate: links from predicates to the heads of their first three arguments."""
    for number, (text, words, rows) in enumerate(sentences(path)):
        example = Example(pieces.read(text), text)
        example.id, example.story = f"propbank-{number}", "propbank"
        at = [example.at(w) for w in words]
        predicates = [i for i, r in enumerate(rows) if r[10] != "_"]
        if any(len(r) != 11 + len(predicates) for r in rows):  # a few lines lack a column
            continue
        for layer in SIDE_LINK_LAYERS:
            cases = []
            for column, predicate in enumerate(predicates, 11):
                if at[predicate]:
                    heads = [at[i][0] for i, r in enumerate(rows) if r[column] == layer and at[i]]
                    cases.append((at[predicate][0], heads))
            example.arguments[layer] = cases
        if predicates and len(example.read["ids"]) <= 512:
            yield example


def gum(folder, pieces, longest=224):
    """Windows of whole sentences: persons, organizations and places by their outermost words, and who is meant again."""
    for path in sorted(pathlib.Path(folder).glob("*.conllu")):
        window, size = [], 0
        for sentence in sentences(path):
            length = len(pieces.read(sentence[0])["ids"])
            if window and size + length > longest:
                yield gum_example(path.stem, window, pieces)
                window, size = [], 0
            window.append(sentence)
            size += length
        if window:
            yield gum_example(path.stem, window, pieces)


def gum_example(name, window, pieces):
    text, found, open_ = "", [], []
    for sentence, words, rows in window:
        for (start, end), row in zip(words, rows):
            entity = next((v[7:] for v in row[9].split("|") if v.startswith("Entity=")), "")
            for bracket in re.findall(r"\([^()]*\)?|[^()]+\)", entity):
                if bracket[0] == "(":
                    group, kind = bracket.strip("()").split("-")[:2]
                    open_.append((group, kind, len(text) + start))
                if bracket[-1] == ")":
                    group = bracket.strip("()").split("-")[0]
                    i = max((i for i, o in enumerate(open_) if o[0] == group), default=None)
                    if i is not None:
                        group, kind, begun = open_.pop(i)
                        found.append(((begun, len(text) + end), group, kind))
        text += sentence
    example = Example(pieces.read(text), text)
    example.id = example.story = name
    beings = {}
    for span, group, kind in found:
        at = example.at(span)
        if at and kind in ("person", "organization", "place"):
            beings.setdefault(at, (group, kind))
    example.tag("being", longest_first([(s, k) for s, (_, k) in beings.items()]))
    spans = sorted(s for s, (_, k) in beings.items() if k != "place")
    example.links["antecedent"] = [
        (span, spans[:i], [beings[earlier][0] == beings[span][0] for earlier in spans[:i]]) for i, span in enumerate(spans) if i]
    return example


def fold_of(sentence):
    return int(hashlib.sha256(sentence.encode("utf-8")).hexdigest()[:8], 16) % 5


def plv(path, pieces):
    """One example a row: the pair's word spans and its class."""
    for number, row in enumerate(csv.DictReader(open(path, encoding="utf-8"), delimiter="\t")):
        marked, text, at = row["marked_sentence"], "", {}
        i = 0
        while i < len(marked):
            for tag in ("<s>", "</s>", "<t>", "</t>"):
                if marked.startswith(tag, i):
                    at[tag] = len(text)
                    i += len(tag)
                    break
            else:
                text += marked[i]
                i += 1
        example = Example(pieces.read(text), text)
        example.id, example.story, example.fold = str(number), "plv", fold_of(row["sentence"])
        span = {k: example.at((at[f"<{k}>"], at[f"</{k}>"])) if f"<{k}>" in at and f"</{k}>" in at else None for k in "st"}
        example.plv = (span["s"], span["t"], PLV.index(row["gold_root"]))
        yield example


def number_of(story):
    """A number of 32 bits that depends on the story's name alone."""
    return int(hashlib.sha256(story.encode("utf-8")).hexdigest()[:8], 16)


def half_of(story):
    """Which half of the real coded passages a story is in: 0 is trained on, 1 is kept for checking."""
    return number_of(story) % 2


def share_of(story):
    """Where a story stands in [0, 1): those below a half are a half of all stories, and hold those below a quarter."""
    return number_of(story) / 2**32


def shuffled(examples, seed):
    examples = list(examples)
    random.Random(seed).shuffle(examples)
    return examples
