"""The base encoder: a BERT, 384 wide, with the weights of the ONNX file in a Maven artifact.

The artifact (dev.langchain4j:langchain4j-embeddings-BASE) holds the graph and its tokenizer.json. Embeddings,
biases and layer norms keep their names in the graph; linear weights are unnamed MatMul constants, found through the Add
that takes the named bias.
"""
import json
import math
import pathlib
import zipfile

import numpy
import torch
from torch import nn

BASES = {"bge-small-en-v15": 12, "all-minilm-l6-v2": 6}  # layers; the first makes the shipped reader, the second is for comparison
BASE = "bge-small-en-v15"
WIDTH, HEADS, INNER = 384, 12, 1536
CASES = 8  # kinds of writing of a word, see pieces.py; they go in through the segment embedding


class Dropout(nn.Module):
    """Ordinary dropout with masks cut from one long strip of chances, since drawing each mask anew took a fifth of a run."""

    strip = torch.empty(0)

    def __init__(self, share):
        super().__init__()
        self.share = share

    def forward(self, x):
        if not self.training or not self.share:
            return x
        if Dropout.strip.numel() < 2 * x.numel():
            Dropout.strip = (torch.rand(max(1 << 22, 2 * x.numel())) >= self.share) / (1 - self.share)
        start = int(torch.randint(Dropout.strip.numel() - x.numel(), ()))
        return x * Dropout.strip[start:start + x.numel()].view(x.shape)


class Layer(nn.Module):
    def __init__(self):
        super().__init__()
        self.query, self.key, self.value = (nn.Linear(WIDTH, WIDTH) for _ in range(3))
        self.attended = nn.Linear(WIDTH, WIDTH)
        self.attended_norm = nn.LayerNorm(WIDTH, eps=1e-12)
        self.inner = nn.Linear(WIDTH, INNER)
        self.outer = nn.Linear(INNER, WIDTH)
        self.outer_norm = nn.LayerNorm(WIDTH, eps=1e-12)
        self.dropout = Dropout(0.1)

    def forward(self, x, mask):
        batch, length, _ = x.shape

        def split(y):
            return y.view(batch, length, HEADS, WIDTH // HEADS).transpose(1, 2)

        scores = split(self.query(x) / math.sqrt(WIDTH // HEADS)) @ split(self.key(x)).transpose(-1, -2)
        if mask is not None:
            scores = scores + mask
        weights = torch.softmax(scores, -1)
        mixed = (weights @ split(self.value(x))).transpose(1, 2).reshape(batch, length, WIDTH)
        x = self.attended_norm(x + self.dropout(self.attended(mixed)))
        return self.outer_norm(x + self.dropout(self.outer(nn.functional.gelu(self.inner(x)))))


class Encoder(nn.Module):
    """Hidden states of every piece. `mask` is added to attention scores (0 or a large negative); None for no padding."""

    def __init__(self, vocabulary_size, layers):
        super().__init__()
        self.words = nn.Embedding(vocabulary_size, WIDTH)
        self.positions = nn.Embedding(512, WIDTH)
        self.cases = nn.Embedding(CASES, WIDTH)
        self.norm = nn.LayerNorm(WIDTH, eps=1e-12)
        self.layers = nn.ModuleList(Layer() for _ in range(layers))
        self.dropout = Dropout(0.1)

    def forward(self, ids, cases, mask=None):
        positions = torch.arange(ids.shape[1], device=ids.device)
        x = self.words(ids) + self.positions(positions)[None] + self.cases(cases)
        x = self.dropout(self.norm(x))
        for layer in self.layers:
            x = layer(x, mask)
        return x


def artifact(name=BASE):
    """(ONNX model, vocabulary in order of id) of a base."""
    import onnx

    with zipfile.ZipFile(fetch(name)) as jar:
        names = jar.namelist()
        model = onnx.load_from_string(jar.read(next(n for n in names if n.endswith(".onnx"))))
        tokenizer = json.loads(jar.read(next(n for n in names if n.endswith("tokenizer.json"))))
    vocabulary = tokenizer["model"]["vocab"]
    return model, sorted(vocabulary, key=vocabulary.get)


def load(name=BASE):
    """(encoder with the weights of that base, vocabulary)."""
    from onnx import numpy_helper

    model, vocabulary = artifact(name)
    values = {i.name: numpy_helper.to_array(i) for i in model.graph.initializer}
    for node in model.graph.node:
        if node.op_type == "Constant":
            for a in node.attribute:
                if a.name == "value":
                    values[node.output[0]] = numpy_helper.to_array(a.t)
    made_by = {o: n for n in model.graph.node for o in n.output}

    def find(suffix):
        return next(v for k, v in values.items() if k.endswith(suffix))

    def linear(layer, name):
        bias_name = next(k for k in values if k.endswith(f"layer.{layer}.{name}.bias"))
        add = next(n for n in model.graph.node if n.op_type == "Add" and bias_name in n.input)
        product = made_by[next(i for i in add.input if i != bias_name)]
        weight = next(values[i] for i in product.input if i in values)
        return torch.tensor(numpy.array(weight.T)), torch.tensor(numpy.array(values[bias_name]))

    encoder = Encoder(len(vocabulary), BASES[name])
    with torch.no_grad():
        encoder.words.weight.copy_(torch.tensor(numpy.array(find("embeddings.word_embeddings.weight"))))
        encoder.positions.weight.copy_(torch.tensor(numpy.array(find("embeddings.position_embeddings.weight"))))
        segment = torch.tensor(numpy.array(find("embeddings.token_type_embeddings.weight")))[0]
        encoder.cases.weight.copy_(segment.expand(CASES, WIDTH))

        def norm(module, prefix):
            module.weight.copy_(torch.tensor(numpy.array(find(prefix + ".weight"))))
            module.bias.copy_(torch.tensor(numpy.array(find(prefix + ".bias"))))

        norm(encoder.norm, "embeddings.LayerNorm")
        for i, layer in enumerate(encoder.layers):
            for module, name in (
                (layer.query, "attention.self.query"),
                (layer.key, "attention.self.key"),
                (layer.value, "attention.self.value"),
                (layer.attended, "attention.output.dense"),
                (layer.inner, "intermediate.dense"),
                (layer.outer, "output.dense"),
            ):
                weight, bias = linear(i, name)
                module.weight.copy_(weight)
                module.bias.copy_(bias)
            norm(layer.attended_norm, f"layer.{i}.attention.output.LayerNorm")
            norm(layer.outer_norm, f"layer.{i}.output.LayerNorm")
    return encoder, vocabulary


def fetch(base, version="1.20.0-beta30", home=pathlib.Path.home()):
    """The artifact's jar in the local Maven repository; `mvn dependency:get` brings it there."""
    name = f"langchain4j-embeddings-{base}"
    jar = home / ".m2/repository/dev/langchain4j" / name / version / f"{name}-{version}.jar"
    if not jar.exists():
        import subprocess

        subprocess.run(["mvn", "-q", "-B", "dependency:get", f"-Dartifact=dev.langchain4j:{name}:{version}",
                        "-Dtransitive=false"], check=True)
    return jar
