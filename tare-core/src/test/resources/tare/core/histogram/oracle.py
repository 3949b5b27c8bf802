"""Writes fills.csv, golden.csv and lookup.csv: histogram statistics in exact rational arithmetic.

Run in this folder: python3 oracle.py. Written from the definitions (ROOT's TH1, TH2, TProfile), not
from the Java code: no sums are kept while filling, every figure is computed from the list of fills.
"""

import math
import random
from bisect import bisect_right
from fractions import Fraction as F

ORIGIN = "# origin: oracle.py beside this file (Python fractions, seed 20250711)\n"
rng = random.Random(20250711)


def place(edges, value):
    return bisect_right(edges, value)  # 0 underflow, len(edges) overflow


def centre(edges, i):
    return (edges[i - 1] + edges[i]) / 2


def root(value):
    return math.sqrt(float(max(value, 0)))


class Sample:
    """Pairs (x, w) and what follows from them."""

    def __init__(self, pairs):
        self.pairs = pairs
        self.w = sum((w for _, w, _ in pairs), F(0))
        self.w2 = sum((w2 for _, _, w2 in pairs), F(0))
        self.mean = sum((x * w for x, w, _ in pairs), F(0)) / self.w
        self.variance = sum((w * x * x for x, w, _ in pairs), F(0)) / self.w - self.mean**2
        self.neff = self.w**2 / self.w2

    def rows(self, case, suffix=""):
        yield case, "mean" + suffix, 0, float(self.mean)
        yield case, "standardDeviation" + suffix, 0, root(self.variance)
        yield case, "meanError" + suffix, 0, root(self.variance / self.neff)
        yield case, "standardDeviationError" + suffix, 0, root(self.variance / (2 * self.neff))
        yield case, "effectiveEntries" + suffix, 0, float(self.neff)


def shape(case, suffix, binned, sample):
    total = sum(w for _, w, _ in binned)
    third = sum(w * (x - sample.mean) ** 3 for x, w, _ in binned) / total
    fourth = sum(w * (x - sample.mean) ** 4 for x, w, _ in binned) / total
    yield case, "skewness" + suffix, 0, float(third) / float(sample.variance) ** 1.5
    yield case, "kurtosis" + suffix, 0, float(fourth / sample.variance**2) - 3
    yield case, "skewnessError" + suffix, 0, root(6 / sample.neff)
    yield case, "kurtosisError" + suffix, 0, root(24 / sample.neff)


def one(case, edges, fills):
    n = len(edges) - 1
    cells = [[w for x, _, w in fills if place(edges, x) == i] for i in range(n + 2)]
    for i, ws in enumerate(cells):
        yield case, "content", i, float(sum(ws))
        yield case, "error", i, root(sum(w * w for w in ws))
    binned = [(centre(edges, i), sum(cells[i]), sum(w * w for w in cells[i])) for i in range(1, n + 1)]
    inside = Sample([(x, w, w * w) for x, _, w in fills if 1 <= place(edges, x) <= n])
    yield case, "integral", 0, float(inside.w)
    yield case, "integralFrom3To8", 0, float(sum(sum(c) for c in cells[3:8]))
    yield from inside.rows(case)
    yield from shape(case, "", binned, inside)
    part = Sample(binned[2:7])
    yield from part.rows(case, "From3To8")
    yield from shape(case, "From3To8", binned[2:7], part)


def two(case, xs, ys, fills):
    nx, ny = len(xs) - 1, len(ys) - 1
    cells = {}
    for x, y, w in fills:
        cells.setdefault((place(xs, x), place(ys, y)), []).append(w)
    for j in range(ny + 2):
        for i in range(nx + 2):
            yield case, "content", i + (nx + 2) * j, float(sum(cells.get((i, j), [])))
    inside = [f for f in fills if 1 <= place(xs, f[0]) <= nx and 1 <= place(ys, f[1]) <= ny]
    binned = [
        (centre(xs, i), centre(ys, j), sum(c), sum(w * w for w in c))
        for (i, j), c in cells.items()
        if 1 <= i <= nx and 1 <= j <= ny
    ]
    sx = Sample([(x, w, w * w) for x, _, w in inside])
    sy = Sample([(y, w, w * w) for _, y, w in inside])
    yield from sx.rows(case, "X")
    yield from sy.rows(case, "Y")
    cov = sum(w * x * y for x, y, w in inside) / sx.w - sx.mean * sy.mean
    yield case, "covariance", 0, float(cov)
    yield case, "correlation", 0, float(cov) / root(sx.variance) / root(sy.variance)
    yield from shape(case, "X", [(x, w, v) for x, _, w, v in binned], sx)
    yield from shape(case, "Y", [(y, w, v) for _, y, w, v in binned], sy)
    part = [b for b in binned if place(xs, b[0]) in (2, 3) and place(ys, b[1]) in (1, 2)]
    yield case, "integralOfPart", 0, float(sum(b[2] for b in part))
    yield from Sample([(x, w, v) for x, _, w, v in part]).rows(case, "XOfPart")


def profile(case, edges, fills):
    n = len(edges) - 1
    for i in range(n + 2):
        cell = [(y, w, w * w) for x, y, w in fills if place(edges, x) == i]
        if not cell:
            continue
        s = Sample(cell)
        yield case, "mean", i, float(s.mean)
        yield case, "spread", i, root(s.variance)
        yield case, "error", i, root(s.variance / s.neff)
        yield case, "effectiveEntries", i, float(s.neff)
    inside = [f for f in fills if 1 <= place(edges, f[0]) <= n]
    yield from Sample([(x, w, w * w) for x, _, w in inside]).rows(case, "X")
    yield from Sample([(y, w, w * w) for _, y, w in inside]).rows(case, "Y")


def lookups():
    """ROOT's arithmetic in IEEE doubles, at and one rounding beside every edge."""
    for n, low, high in [(10, 0.0, 1.0), (3, -0.1, 0.2), (40, 0.0, 80.0), (7, -1e-3, 1e6), (49, 0.3, 0.7)]:
        points = {low, high, -0.0, 0.0}
        for i in range(n + 1):
            edge = low + i * ((high - low) / n)
            points |= {edge, math.nextafter(edge, -math.inf), math.nextafter(edge, math.inf)}
        points.add(math.nextafter(high, -math.inf))
        for x in sorted(points):
            inside = 1 + int(n * (x - low) / (high - low))
            yield n, low, high, x, 0 if x < low else n + 1 if not x < high else inside


def number(value):
    return repr(value)


# decimals of three places, so that no value lies where rounding decides; weights of two
fills = [
    (F(round(1000 * rng.gauss(0.4, 1.5)), 1000), F(round(1000 * rng.gauss(1, 2)), 1000), F(rng.randint(10, 300), 100))
    for _ in range(60)
]
with open("fills.csv", "w") as out:
    out.write(ORIGIN + "# x,y,weight\n")
    out.writelines(f"{float(x)},{float(y)},{float(w)}\n" for x, y, w in fills)

unit = [(x, y, F(1)) for x, y, _ in fills]
uniform = [F(-2) + F(i, 2) for i in range(11)]
variable = [F(v) for v in ("-2.0005", "-1.2505", "-0.5005", "-0.2505", "0.0005", "0.3005", "0.8005", "1.7505", "2.9995")]
coarse = [F(-2) + F(5 * i, 4) for i in range(5)]
rows = [
    *one("uniform", uniform, unit),
    *one("uniform weighted", uniform, fills),
    *one("variable", variable, unit),
    *one("variable weighted", variable, fills),
    *two("two", coarse, [F(-3), F(0), F(1), F(4)], unit),
    *two("two weighted", coarse, [F(-3), F(0), F(1), F(4)], fills),
    *profile("profile", coarse, unit),
    *profile("profile weighted", coarse, fills),
]
with open("golden.csv", "w") as out:
    out.write(ORIGIN + "# case,quantity,bin,expected\n")
    out.writelines(f"{c},{q},{b},{number(v)}\n" for c, q, b, v in rows)
with open("lookup.csv", "w") as out:
    out.write("# origin: oracle.py beside this file (ROOT's TAxis::FindFixBin in Python doubles)\n")
    out.write("# bins,min,max,x,bin\n")
    out.writelines(",".join(map(number, row)) + "\n" for row in lookups())
