"""The reader: one encoder pass over a passage, a score for each word in each layer, a score for each ordered pair of words in
each kind of link. Losses are here too, so that what is trained and what is decoded stand side by side.
"""
import torch
from torch import nn
from torch.nn import functional as F

from base import BASE, BASES, WIDTH, Dropout, Encoder
from layers import LINK_LAYERS, MODALITIES, PLV, SIDE_LINK_LAYERS, SIDE_WORD_LAYERS, TYPES, WORD_LAYERS, fold
from pieces import MASK

LINK_WIDTH = 128
SLICES, _start = {}, 0
for _layer, _classes in (WORD_LAYERS | SIDE_WORD_LAYERS).items():
    SLICES[_layer] = (_start, _start + len(_classes))
    _start += len(_classes)
SIDE_SCORES = sum(map(len, SIDE_WORD_LAYERS.values()))
SCORES = _start - SIDE_SCORES
LINKS = LINK_LAYERS + SIDE_LINK_LAYERS
FOLD = torch.zeros(len(TYPES) * len(MODALITIES), len(PLV))
for _t, _type in enumerate(TYPES):
    for _m, _modality in enumerate(MODALITIES):
        FOLD[_t * len(MODALITIES) + _m, PLV.index(fold(_type, _modality))] = 1


def linked(sender, receiver, far):
    """[kinds, words, words]: products of what sends and what receives, and by distance."""
    words, kinds = sender.shape[0], far.shape[0]
    a = sender.view(words, kinds, LINK_WIDTH).transpose(0, 1)
    b = receiver.view(words, kinds, LINK_WIDTH).transpose(0, 1)
    at = torch.arange(words)
    step = torch.clamp(torch.div(at[None] - at[:, None], 4, rounding_mode="floor"), -16, 16) + 16
    return a @ b.transpose(1, 2) / LINK_WIDTH**0.5 + far[:, step]


class Reader(nn.Module):
    def __init__(self, vocabulary_size, masked=0.0, base=BASE):
        super().__init__()
        self.masked = masked  # share of the pieces that are hidden while it learns, so that no passage is known by its words
        self.encoder = Encoder(vocabulary_size, BASES[base])
        self.dropout = Dropout(0.1)
        self.inner = nn.Linear(WIDTH, 2 * WIDTH)
        self.scores = nn.Linear(2 * WIDTH, SCORES)
        self.sender_inner, self.receiver_inner = nn.Linear(WIDTH, WIDTH), nn.Linear(WIDTH, WIDTH)
        self.sender = nn.Linear(WIDTH, LINK_WIDTH * len(LINK_LAYERS))
        self.receiver = nn.Linear(WIDTH, LINK_WIDTH * len(LINK_LAYERS))
        # by distance in words, in steps of 4; most pairs are no link, so it starts low
        self.far = nn.Parameter(torch.full((len(LINK_LAYERS), 33), -2.0))
        self.side_scores = nn.Linear(2 * WIDTH, SIDE_SCORES)
        self.side_sender = nn.Linear(WIDTH, LINK_WIDTH * len(SIDE_LINK_LAYERS))
        self.side_receiver = nn.Linear(WIDTH, LINK_WIDTH * len(SIDE_LINK_LAYERS))
        self.side_far = nn.Parameter(torch.full((len(SIDE_LINK_LAYERS), 33), -2.0))

    def hidden(self, ids, cases, mask=None):
        return self.dropout(self.encoder(ids, cases, mask))

    def score_words(self, x, side=False):
        """[words, SCORES], and the scores that are learned on the side after them."""
        inner = self.dropout(F.gelu(self.inner(x)))
        scores = self.scores(inner)
        return torch.cat([scores, self.side_scores(inner)], -1) if side else scores

    def score_links(self, x, side=False):
        """[links, words, words] of one passage; x is [words, width]."""
        a = self.dropout(F.gelu(self.sender_inner(x)))
        b = self.dropout(F.gelu(self.receiver_inner(x)))
        links = linked(self.sender(a), self.receiver(b), self.far)
        return torch.cat([links, linked(self.side_sender(a), self.side_receiver(b), self.side_far)]) if side else links

    def read(self, examples):
        """For each example (word scores [words, classes], link scores [kinds, words, words]), with those on the side."""
        longest = max(len(e.read["ids"]) for e in examples)
        ids = torch.zeros(len(examples), longest, dtype=torch.long)
        cases = torch.zeros(len(examples), longest, dtype=torch.long)
        mask = torch.full((len(examples), 1, 1, longest), -10000.0)
        for i, e in enumerate(examples):
            n = len(e.read["ids"])
            ids[i, :n] = torch.tensor(e.read["ids"])
            if self.training and self.masked:
                ids[i, 1:n - 1][torch.rand(n - 2) < self.masked] = MASK
            cases[i, :n] = torch.tensor(e.read["cases"])
            mask[i, :, :, :n] = 0
        hidden = self.hidden(ids, cases, mask)
        firsts = [hidden[i, e.read["first"]] for i, e in enumerate(examples)]
        words = self.score_words(torch.cat(firsts), side=True).split([len(f) for f in firsts])
        return [(w, self.score_links(f, side=True)) for w, f in zip(words, firsts)]


def part(scores, layer):
    return scores[..., SLICES[layer][0]:SLICES[layer][1]]


def over(scores, span):
    """The mean over a span of words. Links are bilinear, so the mean of scores is the score of the mean."""
    return scores[span[0]:span[1]].mean(0)


def mean_over(scores, spans):
    return torch.stack([over(scores, s) for s in spans]).mean(0)


def link(links, name, start, span):
    block = links[LINKS.index(name)][start[0]:start[1], span[0]:span[1]]
    return block.mean()


def pair_scores(words, links, source, target):
    """Log chance of each PLV class for an ordered pair: a mixture over the words that can be its trigger."""
    trigger = F.log_softmax(part(words, "trigger"), -1)[:, 1:].logsumexp(-1)
    weight = trigger
    kind, modality = part(words, "type"), part(words, "modality")
    if source is not None:
        weight = weight + links[0][:, source[0]:source[1]].mean(1)
        kind = kind + over(part(words, "typeOfActor"), source)
        modality = modality + over(part(words, "modalityOfActor"), source)
    if target is not None:
        both = torch.stack([links[1][:, target[0]:target[1]].mean(1), links[0][:, target[0]:target[1]].mean(1)])
        weight = weight + both.logsumexp(0)
        kind = kind + over(part(words, "typeOfRecipient"), target)
        modality = modality + over(part(words, "modalityOfRecipient"), target)
    joint = F.log_softmax(weight, 0)[:, None, None] + F.log_softmax(kind, -1)[:, :, None] + F.log_softmax(modality, -1)[:, None]
    flat = joint.flatten(1).logsumexp(0)
    return torch.stack([flat[FOLD[:, c] > 0].logsumexp(0) for c in range(len(PLV))])


def cross(scores, index, smoothing=0.0):
    return F.cross_entropy(scores[None], torch.tensor([index]), label_smoothing=smoothing)


TAUGHT_LAYERS = ("mention", "innerMention", "source", "cue", "content", "innerContent", "trigger")


def soft(scores, right, weight=None):
    """Cross-entropy against another reader's chances, a mean over rows that may be weighed."""
    each = -(torch.softmax(right, -1) * F.log_softmax(scores, -1)).sum(-1)
    return each.mean() if weight is None else (each * weight).sum() / weight.sum()


def likely(scores, layer):
    """For each word the chance that it is in a span of the layer."""
    return 1 - torch.softmax(part(scores, layer), -1)[:, 0]


def imitation(example, words, links):
    """{layer: loss} against the scores that other readers gave the same words; layers coded by hand in it are left out."""
    right, right_links = example.taught
    found = {l: soft(part(words, l), part(right, l)) for l in TAUGHT_LAYERS if l not in example.labels}
    beings = torch.maximum(likely(right, "mention"), likely(right, "innerMention"))
    sides = {"actor": beings, "recipient": beings, "sourceOf": likely(right, "source"), "contentOf": likely(right, "content")}
    heads = {"trigger": likely(right, "trigger"), "cue": likely(right, "cue")}
    for name, receiving in sides.items():
        sending = heads["trigger" if name in ("actor", "recipient") else "cue"]
        rows, columns = torch.nonzero(sending > 0.05).flatten(), torch.nonzero(receiving > 0.1).flatten()
        if name in example.links or not len(rows) or not len(columns):
            continue
        k, weight = LINK_LAYERS.index(name), sending[rows]
        target = torch.sigmoid(right_links[k][rows][:, columns])
        each = F.binary_cross_entropy_with_logits(links[k][rows][:, columns], target, reduction="none") * receiving[columns]
        spans = 12.0 if name == "contentOf" else 2.5  # words of a usual candidate: the sum is over candidates, as with coded text
        found[name] = (each.sum(1) * weight).sum() / weight.sum() / spans
    rows = torch.nonzero(heads["trigger"] > 0.05).flatten()
    if len(rows):
        chosen = {side: right_links[LINK_LAYERS.index(side)][rows].masked_fill(beings[None] < 0.3, -99.0).max(-1)
                  for side in ("actor", "recipient")}
        for layer in ("type", "modality"):
            mine, theirs = part(words, layer)[rows], part(right, layer)[rows]
            for side, suffix in (("actor", "OfActor"), ("recipient", "OfRecipient")):
                there = (chosen[side].values > -1.0).float()[:, None] * (torch.rand(len(rows), 1) < 0.5)
                at = chosen[side].indices
                mine = mine + there * part(words, layer + suffix)[at]
                theirs = theirs + there * part(right, layer + suffix)[at]
            found[layer] = soft(mine, theirs, heads["trigger"][rows])
    rows = torch.nonzero(heads["cue"] > 0.1).flatten()
    if len(rows):
        inside = torch.sigmoid(right_links[LINK_LAYERS.index("contentOf")][rows]) * (sides["contentOf"] > 0.5)
        inside = (inside > 0.5).float()
        inside = inside / inside.sum(1, keepdim=True).clamp(min=1)
        for layer in ("kind", "negated"):
            mine = part(words, layer)[rows] + inside @ part(words, layer + "OfContent")
            theirs = part(right, layer)[rows] + inside @ part(right, layer + "OfContent")
            found[layer] = soft(mine, theirs, heads["cue"][rows])
    return found


def losses(example, words, links, generator):
    """{layer: loss} of one example; each is a mean over its cases, so that layers can be weighed against each other."""
    found = imitation(example, words, links) if example.taught else {}
    for layer, labels in example.labels.items():
        found[layer] = F.cross_entropy(part(words, layer), torch.tensor(labels))
    for name, cases in example.links.items():
        if not cases:
            continue
        # the sum over candidates, the mean over cues or triggers: each has to find its own among all
        block, scores, right = links[LINKS.index(name)], [], []
        for start, candidates, truth in cases:
            row = block[start[0]:start[1]].mean(0)
            scores += [row[c[0]:c[1]].mean() for c in candidates]
            right += truth
        found[name] = F.binary_cross_entropy_with_logits(
            torch.stack(scores), torch.tensor(right, dtype=torch.float), reduction="sum") / len(cases)
    for name, cases in example.arguments.items():
        if cases:
            rows = links[LINKS.index(name)][[predicate for predicate, _ in cases]]
            right = torch.zeros_like(rows)
            for i, (_, heads) in enumerate(cases):
                right[i, heads] = 1
            found[name] = F.binary_cross_entropy_with_logits(rows, right, reduction="sum") / len(cases)
    kinds, modalities = [], []
    for e in example.events:
        kind, modality = over(part(words, "type"), e["trigger"]), over(part(words, "modality"), e["trigger"])
        # the sides are left out half of the time, so that the trigger alone can carry the type
        for side, suffix in (("actor", "OfActor"), ("recipient", "OfRecipient")):
            if e[side] and torch.rand((), generator=generator) < 0.5:
                kind = kind + mean_over(part(words, "type" + suffix), e[side])
                modality = modality + mean_over(part(words, "modality" + suffix), e[side])
        kinds.append(cross(kind, e["type"], 0.05))
        modalities.append(cross(modality, e["modality"], 0.05))
    if kinds:
        found["type"], found["modality"] = torch.stack(kinds).mean(), torch.stack(modalities).mean()
    statement_kinds, negations = [], []
    for s in example.statements:
        if s["kind"] is None:
            continue
        kind, negated = over(part(words, "kind"), s["cue"]), over(part(words, "negated"), s["cue"])
        if s["content"]:
            kind = kind + mean_over(part(words, "kindOfContent"), s["content"])
            negated = negated + mean_over(part(words, "negatedOfContent"), s["content"])
        statement_kinds.append(cross(kind, s["kind"], 0.05))
        negations.append(cross(negated, s["negated"], 0.05))
    if statement_kinds:
        found["kind"], found["negated"] = torch.stack(statement_kinds).mean(), torch.stack(negations).mean()
    if example.plv:
        source, target, right = example.plv
        log_chances = pair_scores(words, links, source, target)
        found["plv"] = -0.93 * log_chances[right] - 0.07 * log_chances.mean()
    return found


WEIGHTS = {"mention": 2.0, "innerMention": 1.0, "source": 1.5, "cue": 1.5, "content": 3.0, "innerContent": 1.0, "trigger": 3.0,
           "type": 1.0, "modality": 0.7, "actor": 1.5, "recipient": 1.5, "sourceOf": 0.3, "contentOf": 0.3, "antecedent": 0.4,
           "kind": 0.4, "negated": 0.2, "plv": 1.0, "being": 1.0, "ARG0": 0.7, "ARG1": 0.7, "ARG2": 0.7}
