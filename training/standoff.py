"""Codings of real passages kept without their texts: spans are [start, end) in characters, and the text is fetched from the data folder.

A line says where its text stands: `source`, a path under the data folder and, after "#", the document in it (of a folder of texts the first
twelve hexadecimal digits of the SHA-256 of the file's name, since names hold headlines); `start` and `end` in that
document; `breaks`, ranges of the piece that become one line break; `capitals`, letters of it that are written large (MUC-4 comes in
small letters); `sha256` of the text that comes out, so that a coding is never laid over another text.

    python3 standoff.py DATA CODED.jsonl ORIGINS.json > corpus/real/NAME.jsonl      (from passages with texts to stand-off)
"""
import functools
import hashlib
import html
import json
import pathlib
import re
import sys

from passages import listed, place

SPANS = {"mentions": ("span",), "statements": ("source", "cue", "content"), "events": ("trigger", "actors", "recipients", "place")}


def digest(text, digits=12):
    return hashlib.sha256(text.encode("utf-8")).hexdigest()[:digits]


@functools.lru_cache(maxsize=None)
def documents(data, path):
    """The texts of a file, or of a folder of texts, by document; of a lone text under ""."""
    file = pathlib.Path(data) / path
    if file.is_dir():
        return {digest(f.name): f.read_text(encoding="utf-8") for f in file.glob("*.txt")}
    if path.endswith(".tml"):
        return {"": html.unescape(re.sub(r"<[^>]+>", "", file.read_text(encoding="utf-8")))}
    if path.startswith("ecbplus"):
        return ecb(file)
    found = {}
    for line in open(file, encoding="utf-8"):
        if line.strip():
            row = json.loads(line)
            found[row.get("docid") or row["_id"]] = row.get("doctext") or row["text"]
    return found


def ecb(file):
    """Sentences of each document, a line each, with signs drawn to their words."""
    sentences = {}
    for line in open(file, encoding="utf-8"):
        columns = line.rstrip("\n").split("\t")
        if len(columns) > 3:
            sentences.setdefault(columns[0], {}).setdefault(int(columns[1]), []).append(columns[3])
    def drawn(words):
        text = re.sub(r" ([.,;:!?%)\]])", r"\1", " ".join(words))
        text = re.sub(r"([(\[$]) ", r"\1", text)
        return re.sub(r" ('s|n't|'re|'ve|'ll|'d|'m|' )", r"\1", text)
    return {name: "\n".join(map(drawn, by.values())) for name, by in sentences.items()}


def text_of(data, line):
    path, _, document = line["source"].partition("#")
    raw = documents(str(data), path)[document][line["start"]:line["end"]]
    large = set(line.get("capitals", ()))
    raw = "".join(c.upper() if i in large else c for i, c in enumerate(raw))
    text, last = "", 0
    for start, end in line.get("breaks", ()):
        text += raw[last:start] + "\n"
        last = end
    text += raw[last:]
    if digest(text, 16) != line["sha256"]:
        raise ValueError(f"{line['id']}: {line['source']} has another text than the one that was coded")
    return text


def joined(path, data):
    """The passages of a stand-off file, each with its text."""
    for written in open(path, encoding="utf-8"):
        line = json.loads(written)
        line["text"] = text_of(data, line)
        yield line


def placed(passage):
    """The passage with each span as [start, end)."""
    text, out = passage["text"], dict(passage)
    for kind, fields in SPANS.items():
        out[kind] = []
        for row in passage.get(kind, []):
            new = {k: v for k, v in row.items() if k != "nth"}
            for field in fields:
                if field == "span":
                    new["span"] = list(place(text, row if "nth" in row else row["span"]))
                elif row.get(field):
                    new[field] = [list(place(text, s)) for s in listed(row[field])]
            out[kind].append(new)
    return out


def apart(passage, origin, data):
    """A passage with its text as a stand-off line."""
    text = passage["text"]
    line = {k: passage[k] for k in ("id", "day") if passage.get(k) not in (None, "-")}
    path, _, document = origin["src"].partition("#")
    raw = documents(str(data), path)[document][origin["start"]:origin["end"]]
    breaks, capitals, i, j = [], [], 0, 0
    while i < len(raw):
        if j < len(text) and raw[i].lower() == text[j].lower() and not (text[j] == "\n" and raw[i:i + 2].isspace()):
            if raw[i] != text[j]:
                capitals.append(i)
            i, j = i + 1, j + 1
        elif raw[i].isspace() and j < len(text) and text[j] == "\n":
            start = i
            while i < len(raw) and raw[i].isspace():
                i += 1
            breaks.append([start, i])
            j += 1
        else:
            raise ValueError(f"{passage['id']}: {raw[i:i + 20]!r} is not {text[j:j + 20]!r}")
    line |= {"source": origin["src"], "start": origin["start"], "end": origin["end"],
             "sha256": digest(text, 16)}
    if breaks:
        line["breaks"] = breaks
    if capitals:
        line["capitals"] = capitals
    line["actors"] = [{k: a[k] for k in ("id", "kind", "partOf") if k in a} for a in passage.get("actors", [])]
    spans = placed(passage)
    for kind in SPANS:
        rows = [{k: v for k, v in row.items() if k not in ("when", "quantities")} for row in spans[kind]]
        if rows:
            line[kind] = rows
    if text_of(data, line) != text:
        raise ValueError(f"{passage['id']}: the text does not come back")
    return line


if __name__ == "__main__":
    folder, coded, origins = sys.argv[1:]
    origins = json.load(open(origins, encoding="utf-8"))
    for written in open(coded, encoding="utf-8"):
        passage = json.loads(written)
        print(json.dumps(apart(passage, origins[passage["id"]], folder), ensure_ascii=False, separators=(",", ":")))
