"""How common words are in news: the share of passages of the own training corpus that hold each. Prints words.tsv of the storyline module.

    python3 words.py ../corpus/train > ../rapport-storyline/src/main/resources/rapport/storyline/words.tsv
"""
import collections
import json
import pathlib
import re
import sys

LEAST = 5  # passages

if __name__ == "__main__":
    count, passages = collections.Counter(), 0
    for path in sorted(pathlib.Path(sys.argv[1]).glob("*.jsonl")):
        for line in open(path, encoding="utf-8"):
            passages += 1
            count.update(set(re.findall(r"[^\W\d_]{2,}", json.loads(line)["text"].lower())))
    print(f"# share of {passages} passages of the training corpus that hold the word; made by training/words.py; CC BY 4.0")
    for word, n in sorted(count.items()):
        if n >= LEAST:
            print(f"{word}\t{n / passages:.5f}")
