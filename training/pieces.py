"""Word pieces, as the base encoder's uncased vocabulary has them, with their place in the text and the case that they lost.

The program has the same in Java (rapport.analysis.reader.WordPieces). Run as a program this writes the cases that a test of
the Java side reads:

    python3 pieces.py > ../rapport-analysis/src/test/resources/rapport/analysis/reader/pieces.tsv
"""
import unicodedata

CLS, SEP, UNKNOWN, MASK = 101, 102, 100, 103
LOWER, CAPITAL, CAPITALS, MIXED, NUMBER, SIGN, BREAK, OTHER = range(8)


def case_of(word):
    """How a word is written: the case class that goes to the encoder beside its pieces."""
    letters = [c for c in word if c.isalpha()]
    if not letters:
        return NUMBER if any(c.isdecimal() for c in word) else SIGN
    upper = [c.isupper() for c in letters]
    if not any(upper):
        return LOWER
    if all(upper):
        return CAPITALS if len(letters) > 1 else CAPITAL
    return CAPITAL if upper[0] and not any(upper[1:]) else MIXED


def is_sign(c):
    code = ord(c)
    if 33 <= code <= 47 or 58 <= code <= 64 or 91 <= code <= 96 or 123 <= code <= 126:
        return True
    return unicodedata.category(c).startswith("P")


def is_ideograph(c):
    code = ord(c)
    return 0x4E00 <= code <= 0x9FFF or 0x3400 <= code <= 0x4DBF or 0x20000 <= code <= 0x2FA1F or 0xF900 <= code <= 0xFAFF


def folded(c):
    return "".join(d for d in unicodedata.normalize("NFD", c.lower()) if unicodedata.category(d) != "Mn")


def words(text):
    """(start, end) of each word or sign, and None for each break between lines; positions in code points."""
    found, start = [], None
    i = 0
    while i < len(text):
        c = text[i]
        category = unicodedata.category(c)
        plain = not (c.isspace() or category in ("Cc", "Cf", "Cs", "Zs", "Zl", "Zp") or is_sign(c) or is_ideograph(c))
        if plain:
            if start is None:
                start = i
            i += 1
            continue
        if start is not None:
            found.append((start, i))
            start = None
        if c == "\n":
            if found and found[-1] is not None:
                found.append(None)
        elif is_sign(c) or is_ideograph(c):
            double = text[i:i + 2] in ("``", "''")
            found.append((i, i + 2 if double else i + 1))
            i += double
        i += 1
    if start is not None:
        found.append((start, len(text)))
    while found and found[-1] is None:
        found.pop()
    return found


class Pieces:
    def __init__(self, vocabulary, stand_ins=None):
        self.ids = {piece: i for i, piece in enumerate(vocabulary)}
        self.stand_ins = stand_ins  # what is read in the place of some words

    def split(self, word):
        """Ids of one word's pieces: the longest that fit, from the left; unknown as a whole if one does not."""
        if word in ("``", "''"):
            word = '"'
        word = "".join(folded(c) for c in word)
        if not word:
            return []
        if len(word) > 100:
            return [UNKNOWN]
        ids, start = [], 0
        while start < len(word):
            for end in range(len(word), start, -1):
                piece = ("##" if start else "") + word[start:end]
                if piece in self.ids:
                    ids.append(self.ids[piece])
                    start = end
                    break
            else:
                return [UNKNOWN]
        return ids

    def read(self, text):
        """{ids, cases, words, first}: `words` are (start, end); `first` the position of each word's first piece."""
        ids, cases, spans, first = [CLS], [OTHER], [], []
        others, replaced = self.stand_ins.of(text) if self.stand_ins else {}, 0
        for span in words(text):
            if span is None:
                ids.append(SEP)
                cases.append(BREAK)
                continue
            if span[0] < replaced:
                continue
            word = text[span[0]:span[1]]
            if span[0] in others:
                replaced, word = others[span[0]]
                span = (span[0], replaced)
            pieces = self.split(word)
            if not pieces:
                continue
            spans.append(span)
            first.append(len(ids))
            ids += pieces
            cases += [case_of(word)] * len(pieces)
        ids.append(SEP)
        cases.append(OTHER)
        return {"ids": ids, "cases": cases, "words": spans, "first": first}


CASES_THAT_AGREE = [
    "Graustark’s envoy (62) said: “No.”",
    "The U.S. and U.N. told us: US troops leave Izmir, IZMIR and İzmir.",
    "Café Müller naïvely co‑operated—twice—on 3/4 of 1,000.5 points",
    "``We stay '', he said ; -- she left ...",
    "Ελληνικά Стрельсау العربية עברית हिन्दी 斯特 한국",
    "a no-break\u00a0space, a zero-width\u200bjoiner, a soft\u00adhyphen, emoji \U0001F600 and \U0001F1F7\U0001F1FA",
    "Lt. Gen. J. R. Roe’s @handle #tag http://example.org/a?b=c&d",
    "aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa x",
    "ﬁnancial ½ ² № ™ straße STRASSE ǆ",
]


if __name__ == "__main__":
    import base

    _, vocabulary = base.artifact()
    for text in CASES_THAT_AGREE:
        read = Pieces(vocabulary).read(text)
        print(text, *(",".join(map(str, read[part])) for part in ("ids", "cases", "first")), sep="\t")
