"""Trains the reader from a seed. One command; see README.md beside this file.

    python3 train.py --out reader.pt --corpus ../corpus/train [--data DIR] [--from reader.pt] [--epochs N] ...

With --processes N it starts itself N times; each takes its share of a batch, and all take the same steps.
"""
import argparse
import collections
import json
import os
import pathlib
import random
import time

import torch
from torch import distributed

import base
import exchange
import passages
import restore
import standoff
import taught
from pieces import Pieces
from reader import Reader, WEIGHTS, losses
from stand_ins import StandIns


def batches(examples, generator, pieces_a_batch):
    """Batches of like length, in random order."""
    order = sorted(examples, key=lambda e: len(e.read["ids"]) + generator.random() * 16)
    groups, group = [], []
    for e in order:
        if group and (len(group) + 1) * len(e.read["ids"]) > pieces_a_batch:
            groups.append(group)
            group = []
        group.append(e)
    if group:
        groups.append(group)
    generator.shuffle(groups)
    return groups


def rates(model, encoder_rate, head_rate, frozen=0):
    """Parameter groups: deeper layers learn slower (0.9 a layer); the word table stays as it is, and so do `frozen` layers."""
    layers = len(model.encoder.layers)
    still = {"encoder.words", *(f"encoder.layers.{i}" for i in range(frozen))}
    if frozen:
        still |= {"encoder.positions", "encoder.cases", "encoder.norm"}
    groups = []
    for name, parameter in model.named_parameters():
        if any(name.startswith(s + ".") for s in still):
            parameter.requires_grad_(False)
            continue
        if name.startswith("encoder.layers."):
            rate = encoder_rate * 0.9 ** (layers - 1 - int(name.split(".")[2]))
        elif name == "encoder.cases.weight":
            rate = encoder_rate * 5
        elif name == "far":
            rate = head_rate * 10
        elif name.startswith("encoder."):
            rate = encoder_rate * 0.9**layers
        else:
            rate = head_rate
        decay = 0.0 if parameter.dim() < 2 else 0.01
        groups.append({"params": [parameter], "lr": rate, "weight_decay": decay})
    return groups


def data(arguments, pieces):
    """Examples by set, for one epoch each."""
    sets = collections.OrderedDict()
    files = [f for folder in arguments.corpus for f in sorted(pathlib.Path(folder).glob("*.jsonl"))]
    sets["own"] = [e for f in files for e in passages.coded(f, pieces) if passages.share_of(e.story) < arguments.stories]
    if "exchanged" in arguments.sets:
        sets["exchanged"] = [e for passage in exchange.variants(files, arguments.seed)
                             for e in passages.coded_windows(passage, pieces)]
    if arguments.data:
        folder = pathlib.Path(arguments.data)
        real = [e for f in sorted((folder / "real_coded").glob("*.jsonl")) for e in passages.coded(f, pieces)]
        sets["real"] = [e for e in real if arguments.all_real or passages.half_of(e.story) == 0]
        if "standoff" in arguments.sets:
            sets["standoff"] = [e for f in sorted(pathlib.Path(arguments.standoff).glob("*.jsonl"))
                                for passage in standoff.joined(f, folder) for e in passages.coded_windows(passage, pieces)]
        if "polnear" in arguments.sets:
            sets["polnear"] = list(passages.polnear(folder / "polnear" / "train", pieces))
            sets["lines"] = list(passages.polnear(folder / "polnear" / "train", pieces, longest=1))
        if "gum" in arguments.sets:
            sets["gum"] = list(passages.gum(folder / "gum" / "train", pieces))
        if "propbank" in arguments.sets:
            sets["propbank"] = list(passages.propbank(folder / "up_ewt" / "en_ewt-up-dev.conllu", pieces))
        if "plv" in arguments.sets:
            sets["plv"] = [e for e in passages.plv(folder / "plv" / "PLV_train.tsv", pieces) if e.fold != arguments.without_fold]
        if arguments.taught:
            sets["taught"] = list(taught.examples(arguments.taught, folder, pieces))
    return sets


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--out", required=True)
    parser.add_argument("--from", dest="start", help="a checkpoint, or a model file, to go on from")
    parser.add_argument("--new-heads", action="store_true", help="the checkpoint may lack heads, which start afresh")
    parser.add_argument("--corpus", nargs="*", default=[], help="folders of passages coded by the guide")
    parser.add_argument("--stories", type=float, default=1.0, help="share of the stories in these folders that it learns from")
    parser.add_argument("--data", help="folder with real_coded, polnear and plv")
    parser.add_argument("--base", default=base.BASE, choices=base.BASES)
    parser.add_argument("--layers", nargs="*", help="losses that it learns by; without it all (a comparison: one reader for each task)")
    parser.add_argument("--stand-ins", action="store_true", help="other states in the place of those of a text, as the program reads it")
    parser.add_argument("--standoff", default="../corpus/real", help="codings of texts in the data folder")
    parser.add_argument("--sets", nargs="*", default=["polnear", "plv", "gum", "propbank"])
    parser.add_argument("--repeat", nargs="*", default=[], help="NAME=N: a set is seen N times an epoch, or a share of it")
    parser.add_argument("--taught", help="folder of texts with the scores that other readers gave them")
    parser.add_argument("--all-real", action="store_true")
    parser.add_argument("--without-fold", type=int, default=-1)
    parser.add_argument("--epochs", type=int, default=1)
    parser.add_argument("--encoder-rate", type=float, default=1.5e-4)
    parser.add_argument("--head-rate", type=float, default=1e-3)
    parser.add_argument("--frozen", type=int, default=0, help="layers from the bottom that stay as they are")
    parser.add_argument("--pieces", type=int, default=1200, help="pieces a batch")
    parser.add_argument("--masked", type=float, default=0.0, help="share of the pieces that are hidden from the reader while it learns")
    parser.add_argument("--resume", action="store_true", help="go on where a run with the same arguments was broken off, from OUT.part")
    parser.add_argument("--until", type=int, default=0, help="stop after this batch; the schedule stays that of the whole run")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--processes", type=int, default=1)
    arguments = parser.parse_args()
    if arguments.processes == 1:
        train(arguments, 0)
    else:
        os.environ.setdefault("MASTER_ADDR", "127.0.0.1")
        os.environ.setdefault("MASTER_PORT", str(20000 + os.getpid() % 20000))
        torch.multiprocessing.spawn(member, (arguments,), arguments.processes)


def member(rank, arguments):
    distributed.init_process_group("gloo", rank=rank, world_size=arguments.processes)
    train(arguments, rank)


def add_up(parameters, processes):
    """The sum of all processes' gradients, in each of them."""
    gradients = [p.grad if p.grad is not None else torch.zeros_like(p) for p in parameters]
    flat = torch.cat([g.flatten() for g in gradients])
    distributed.all_reduce(flat)
    start = 0
    for p, g in zip(parameters, gradients):
        p.grad = flat[start:start + g.numel()].view_as(g)
        start += g.numel()


def train(arguments, rank):
    torch.set_num_threads(1)
    generator = random.Random(arguments.seed)
    torch_generator = torch.Generator().manual_seed(arguments.seed + 1000 * rank)
    say = print if rank == 0 else (lambda *_, **__: None)
    encoder, vocabulary = base.load(arguments.base)
    torch.manual_seed(arguments.seed)
    model = Reader(len(vocabulary), arguments.masked, arguments.base)
    torch.manual_seed(arguments.seed + 1000 * rank)
    model.encoder.load_state_dict(encoder.state_dict())
    if arguments.start:
        restore.load(model, arguments.start, arguments.new_heads)
    pieces = Pieces(vocabulary, StandIns() if arguments.stand_ins else None)
    sets = data(arguments, pieces)
    repeat = dict(r.split("=") for r in arguments.repeat)
    epoch = []
    for name, examples in sets.items():
        times = float(repeat.get(name, 1))
        epoch += examples * int(times) + generator.sample(examples, round(len(examples) * (times % 1)))
    say({n: len(s) for n, s in sets.items()}, f"{sum(len(e.read['ids']) for e in epoch)} pieces an epoch", flush=True)

    optimizer = torch.optim.AdamW(rates(model, arguments.encoder_rate, arguments.head_rate, arguments.frozen))
    learning = [p for p in model.parameters() if p.requires_grad]
    plan = [b for _ in range(arguments.epochs) for b in batches(epoch, generator, arguments.pieces)]
    warm = max(1, len(plan) // 10)
    done, part = 0, arguments.out + ".part"
    if arguments.resume:
        kept = torch.load(part)
        model.load_state_dict(kept["model"])
        optimizer.load_state_dict(kept["optimizer"])
        done = kept["done"]
        torch.manual_seed(arguments.seed + 1000 * rank + done)
        torch_generator.manual_seed(arguments.seed + 1000 * rank + done)
    schedule = torch.optim.lr_scheduler.LambdaLR(
        optimizer, lambda step: (step + 1) / warm if step < warm else (len(plan) - step) / (len(plan) - warm), last_epoch=done - 1)
    model.train()
    begun, seen, sums = time.time(), 0, collections.Counter()
    counts = collections.Counter()
    for step, batch in list(enumerate(plan))[done:]:
        total, own = torch.zeros(()), batch[rank::arguments.processes]
        for example, (words, links) in zip(own, model.read(own) if own else []):
            for layer, loss in losses(example, words, links, torch_generator).items():
                if arguments.layers and layer not in arguments.layers:
                    continue
                total = total + WEIGHTS[layer] * loss
                sums[layer] += loss.item()
                counts[layer] += 1
        optimizer.zero_grad()
        if own:
            (total / len(batch)).backward()
        if arguments.processes > 1:
            add_up(learning, arguments.processes)
        torch.nn.utils.clip_grad_norm_(model.parameters(), 1.0)
        optimizer.step()
        schedule.step()
        seen += sum(len(e.read["ids"]) for e in batch)
        if step % 50 == 49 or step == len(plan) - 1:
            shown = {k: round(sums[k] / counts[k], 3) for k in sorted(sums)}
            say(f"{step + 1}/{len(plan)} {time.time() - begun:.0f} s, {seen} pieces, {json.dumps(shown)}", flush=True)
            sums.clear()
            counts.clear()
        if step % 250 == 249 and rank == 0:
            torch.save({"model": model.state_dict(), "optimizer": optimizer.state_dict(), "done": step + 1}, part + ".new")
            os.replace(part + ".new", part)
        if step + 1 == arguments.until:
            break
    if rank == 0:
        torch.save(model.state_dict(), arguments.out)


if __name__ == "__main__":
    main()
