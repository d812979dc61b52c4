"""A reader to go on from: a checkpoint, or a shipped model file, whose eight-bit weights become 32-bit ones again.

What is learned on the side is not in a model file, so those heads start afresh.
"""
import numpy
import onnx
import torch
from onnx import numpy_helper


def state(path):
    graph = onnx.load(path).graph
    values = {i.name: numpy_helper.to_array(i) for i in graph.initializer}
    found = {k.removeprefix("reader."): v for k, v in values.items() if k.startswith("reader.")}
    for node in graph.node:
        if node.op_type == "Add":
            bias = next((i for i in node.input if i.endswith(".bias") and i in values), None)
            product = next((i for i in node.input if i + "_w" in values), None)
            if bias and product:
                weight = values[product + "_w"].astype(numpy.float32) * values[product + "_s"]
                found[bias.removeprefix("reader.").removesuffix("bias") + "weight"] = weight.T
    words = next(k for k, v in values.items() if k.endswith("_w") and v.dtype == numpy.int8 and v.shape[0] > 5000)
    found["encoder.words.weight"] = values[words] * values[words[:-1] + "s"]
    return {k: torch.tensor(numpy.array(v, dtype=numpy.float32)) for k, v in found.items()}


def load(reader, path, new_heads=False):
    """Gives the reader the weights of a checkpoint or a model file; with `new_heads` the checkpoint may lack some."""
    if path.endswith(".onnx"):
        reader.load_state_dict(state(path), strict=False)
    else:
        reader.load_state_dict(torch.load(path), strict=not new_heads)
    return reader
