"""Other states in the place of those of a text, as the program gives them to the model (rapport.analysis.reader.StandIns, decision 22).

The words for states are found here by their form alone: name, adjective, people, capital. The program also looks at whose name they are
part of ("Michael Jordan") and whether a noun follows ("Chinese"), so a few words of what is learned differ from what will be read.
"""
import pathlib
import re

ROOT = pathlib.Path(__file__).parent.parent
STATES = ROOT / "rapport-record/src/main/resources/rapport/actor/states.tsv"
OTHERS = ROOT / "rapport-analysis/src/main/resources/rapport/analysis/reader/stand-ins.tsv"
NAME, ADJECTIVE, PEOPLE, CAPITAL = range(4)
WANTS_ARTICLE = re.compile(r"(?:[A-Z]\.?){2,6}$|United|Netherlands|Philippines|Maldives|Bahamas|Gambia|Comoros|Seychelles|Vatican|Holy See"
                           r"|.*\b(?:Islands|Republic|Kingdom|State|States|Union|Emirates|Commonwealth|Principality|Sultanate)\b")
SHOUTED = 4  # letters from which a name in capitals is not taken for an acronym


def rows(path):
    return [line.split("\t") for line in path.read_text(encoding="utf-8").splitlines() if line.strip() and not line.startswith("#")]


def words_for_states():
    """word -> (state, sort, whether it is shouted); what two states are called is no word for either."""
    head, *table = rows(STATES)
    found, twice = {}, set()
    for cells in table:
        state = dict(zip(head, cells))
        if state["kind"] != "state":
            continue

        def listed(column):
            return [w for w in state.get(column, "").split(" | ") if w]

        people = [w for w in listed("demonyms") if w.endswith("s")]
        sorts = [(w, NAME) for w in [state["name"], *listed("names")]]
        sorts += [(w, PEOPLE if w in people else ADJECTIVE) for w in listed("demonyms")]
        sorts += [(w, CAPITAL) for w in listed("metonyms")]
        for word, sort in sorts:
            for written in {word, word.upper()} if len(word) >= SHOUTED else {word}:
                is_shouted = written != word
                if found.setdefault(written, (state["id"], sort, is_shouted))[0] != state["id"]:
                    twice.add(written)
    return {w: s for w, s in found.items() if w not in twice}


class StandIns:
    def __init__(self):
        self.words, self.others = words_for_states(), rows(OTHERS)
        longest_first = sorted(self.words, key=lambda w: (-len(w), w))
        self.found = re.compile(r"(?<!\w)(?:(?P<article>[Aa]n|[Tt]he) )?(?P<word>" + "|".join(map(re.escape, longest_first)) + r")(?!\w)")

    def of(self, text):
        """start -> (end, words) of what is read otherwise. "The" goes with a name, "an" becomes "a"."""
        places, out = {}, {}
        for m in self.found.finditer(text):
            word, article = m["word"], m["article"]
            state, sort, is_shouted = self.words[word]
            place = places.setdefault(state, len(places))
            if place >= len(self.others):
                continue
            other = self.others[place][sort]
            if is_shouted:
                other = other.upper()
            start = m.start("word")
            if article and article.lower() == "an":
                out[m.start()] = (m.end("article"), article[0])
            elif article and sort == NAME and WANTS_ARTICLE.match(word):
                start = m.start()
            out[start] = (m.end(), other)
        return out
