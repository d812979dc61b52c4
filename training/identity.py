"""Fits the weights of event identity: logistic regression over pairs of event mentions, written by

    ./rapport evaluate identity DIR --part Train --pairs pairs.tsv
    python3 identity.py pairs.tsv

A line is a pair: 1 if both tell one event, the topic, then the features. Prints the weights of the features as they stand, and last
the constant; then the same fitted on four fifths of the topics and scored on the fifth, as a check.
"""
import sys

import numpy


def fit(x, y, penalty=1.0, steps=30):
    middle, spread = x.mean(0), x.std(0) + 1e-9
    z = numpy.c_[(x - middle) / spread, numpy.ones(len(x))]
    b = numpy.zeros(z.shape[1])
    for _ in range(steps):
        p = 1 / (1 + numpy.exp(-z @ b))
        curvature = (z * (p * (1 - p))[:, None]).T @ z + penalty * numpy.eye(len(b))
        b -= numpy.linalg.solve(curvature, z.T @ (p - y) + penalty * b)
    weights = b[:-1] / spread
    return numpy.r_[weights, b[-1] - (weights * middle).sum()]


def log_loss(weights, x, y):
    logit = x @ weights[:-1] + weights[-1]
    return float(numpy.mean(numpy.logaddexp(0, logit) - y * logit))


if __name__ == "__main__":
    with open(sys.argv[1], encoding="utf-8") as lines:
        names = next(lines).rstrip("\n").split("\t")[2:]
        rows = [line.rstrip("\n").split("\t") for line in lines]
    y = numpy.array([float(r[0]) for r in rows])
    x = numpy.array([[float(v) for v in r[2:]] for r in rows])
    topic = numpy.array([int(r[1]) % 5 for r in rows])
    weights = fit(x, y)
    for name, weight in zip(names + ["(constant)"], weights):
        print(f"{weight:8.3f}  {name}")
    print("loss on topics kept aside:", [round(log_loss(fit(x[topic != k], y[topic != k]), x[topic == k], y[topic == k]), 4) for k in range(5)],
          "of all:", round(log_loss(weights, x, y), 4))
