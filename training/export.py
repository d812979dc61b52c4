"""Writes the reader as ONNX, weights in eight bits, with its vocabulary and tables inside the file.

    python3 export.py CHECKPOINT model.onnx --name "reader 1"

One passage is one run, so a scale that is taken from the run's activations never depends on a neighbour. Linear weights are
stored per column and multiplied as integers; the word table is stored per row.
"""
import argparse
import io
import json

import numpy
import onnx
import torch
from onnx import TensorProto, helper, numpy_helper

import base
from layers import LINK_LAYERS, WORD_LAYERS
from reader import Reader


class Graph(torch.nn.Module):
    """ids, cases [1, pieces] and first [words] to scores [words, all classes] and links [kinds, words, words]."""

    def __init__(self, reader):
        super().__init__()
        self.reader = reader

    def forward(self, ids, cases, first):
        words = self.reader.encoder(ids, cases)[0].index_select(0, first)
        return self.reader.score_words(words), self.reader.score_links(words)


def quantized(weight):
    """Eight-bit rows with one scale for each column of a [in, out] matrix."""
    scale = numpy.maximum(numpy.abs(weight).max(axis=0), 1e-8) / 127
    return numpy.clip(numpy.rint(weight / scale), -127, 127).astype(numpy.int8), scale.astype(numpy.float32)


def in_eight_bits(model):
    graph = model.graph
    weights = {i.name: i for i in graph.initializer}
    nodes, made, dropped = [], {}, set()

    def add(op, inputs, name, **attributes):
        nodes.append(helper.make_node(op, inputs, [name], name=name, **attributes))
        return name

    def constant(name, array):
        graph.initializer.append(numpy_helper.from_array(array, name))
        return name

    for node in graph.node:
        if node.op_type == "MatMul" and node.input[1] in weights:
            weight = numpy_helper.to_array(weights[node.input[1]])
            source = node.input[0]
            if source not in made:
                outputs = [source + suffix for suffix in ("_q", "_scale", "_zero")]
                nodes.append(helper.make_node("DynamicQuantizeLinear", [source], outputs, name=source + "_quantize"))
                made[source] = outputs
            q, scale, zero = made[source]
            values, scales = quantized(weight)
            name = node.output[0]
            constant(name + "_w", values)
            constant(name + "_s", scales)
            constant(name + "_z", numpy.zeros((), numpy.int8))
            product = add("MatMulInteger", [q, name + "_w", zero, name + "_z"], name + "_i")
            product = add("Cast", [product], name + "_f", to=TensorProto.FLOAT)
            both = add("Mul", [scale, name + "_s"], name + "_both")
            add("Mul", [product, both], name)
            dropped.add(node.input[1])
        elif node.op_type == "Gather" and node.input[0] in weights and len(weights[node.input[0]].dims) == 2 \
                and weights[node.input[0]].dims[0] > 5000:
            values, scales = quantized(numpy_helper.to_array(weights[node.input[0]]).T)
            name = node.output[0]
            constant(name + "_w", numpy.ascontiguousarray(values.T))
            constant(name + "_s", scales.reshape(-1, 1))
            rows = add("Gather", [name + "_w", node.input[1]], name + "_g")
            rows = add("Cast", [rows], name + "_f", to=TensorProto.FLOAT)
            row_scales = add("Gather", [name + "_s", node.input[1]], name + "_gs")
            add("Mul", [rows, row_scales], name)
            dropped.add(node.input[0])
        else:
            nodes.append(node)
    del graph.node[:]
    graph.node.extend(nodes)
    used = {i for n in nodes for i in n.input}
    kept = [i for i in graph.initializer if i.name not in dropped or i.name in used]
    del graph.initializer[:]
    graph.initializer.extend(kept)
    return model


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("checkpoint")
    parser.add_argument("out")
    parser.add_argument("--name", required=True)
    parser.add_argument("--base", default=base.BASE, choices=base.BASES, help="the base that the checkpoint began from")
    parser.add_argument("--full", action="store_true", help="keep 32-bit weights, for comparison")
    arguments = parser.parse_args()
    _, vocabulary = base.artifact(arguments.base)
    reader = Reader(len(vocabulary), base=arguments.base)
    reader.load_state_dict(torch.load(arguments.checkpoint))
    reader.eval()
    ids = torch.tensor([[101, 2003, 2000, 2001, 2002, 102]])
    buffer = io.BytesIO()
    with torch.no_grad():
        torch.onnx.export(
            Graph(reader), (ids, torch.zeros_like(ids), torch.tensor([1, 2, 4])), buffer, opset_version=14,
            do_constant_folding=True, input_names=["ids", "cases", "first"], output_names=["scores", "links"],
            dynamic_axes={"ids": {1: "pieces"}, "cases": {1: "pieces"}, "first": {0: "words"}, "scores": {0: "words"},
                          "links": {1: "words", 2: "words"}})
    model = onnx.load_from_string(buffer.getvalue())
    if not arguments.full:
        model = in_eight_bits(model)
    for key, value in (("name", arguments.name), ("wordLayers", json.dumps(WORD_LAYERS)), ("linkLayers", json.dumps(LINK_LAYERS)),
                       ("vocabulary", "\n".join(vocabulary))):
        entry = model.metadata_props.add()
        entry.key, entry.value = key, value
    onnx.checker.check_model(model)
    onnx.save(model, arguments.out)
    print(arguments.out, len(model.SerializeToString()) // 1000, "kB")


if __name__ == "__main__":
    main()
