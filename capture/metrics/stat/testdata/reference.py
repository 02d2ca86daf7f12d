"""Figures of a second implementation for stat's tests.

Run once with Debian's python3-scipy: python3 reference.py > reference.json
"""
import json
import sys

import numpy as np
import scipy
from scipy import stats

rng = np.random.default_rng(20251016)
out = {"scipy": scipy.__version__, "numpy": np.__version__}

out["clopper_pearson"] = []
for x, n in [(0, 1), (1, 1), (0, 12), (3, 12), (12, 12), (1, 297), (2, 297), (1, 21600), (8, 21600), (357, 4900), (999, 1000), (50, 100)]:
    ci = stats.binomtest(x, n).proportion_ci(0.95, method="exact")
    out["clopper_pearson"].append({"x": x, "n": n, "low": ci.low, "high": ci.high})

out["fisher_and_n1"] = []
for x1, n1, x2, n2 in [(11, 12, 5, 10), (0, 5, 5, 5), (3, 8, 3, 8), (46, 54, 40, 52), (1, 20, 0, 3), (7, 7, 7, 9), (120, 400, 90, 380)]:
    table = [[x1, n1 - x1], [x2, n2 - x2]]
    big = n1 + n2
    chi2 = stats.chi2_contingency(table, correction=False)[0] * (big - 1) / big
    z = np.sign(x1 / n1 - x2 / n2) * np.sqrt(chi2)
    out["fisher_and_n1"].append({
        "x1": x1, "n1": n1, "x2": x2, "n2": n2,
        "fisher": stats.fisher_exact(table)[1], "z": z, "p": stats.chi2.sf(chi2, 1),
    })

out["mcnemar"] = []
for b, c in [(0, 0), (1, 0), (5, 1), (7, 7), (12, 3), (30, 18)]:
    p = 1.0 if b + c == 0 else stats.binomtest(b, b + c, 0.5).pvalue
    out["mcnemar"].append({"b": b, "c": c, "p": p})

out["geometric"] = []
for size in (2, 5, 6, 24):
    t = np.round(rng.lognormal(4, 0.6, size), 3)
    ln = np.log(t)
    low, high = stats.t.interval(0.95, size - 1, ln.mean(), stats.sem(ln))
    out["geometric"].append({"times": t.tolist(), "mean": stats.gmean(t), "low": np.exp(low), "high": np.exp(high), "median": float(np.median(t))})

out["log_t"] = []
for na, nb in ((6, 6), (12, 12), (5, 9)):
    a, b = np.round(rng.lognormal(4, 0.5, na), 3), np.round(rng.lognormal(4.3, 0.7, nb), 3)
    la, lb = np.log(a), np.log(b)
    welch = stats.ttest_ind(la, lb, equal_var=False)
    va, vb = la.var(ddof=1) / na, lb.var(ddof=1) / nb
    df = (va + vb) ** 2 / (va**2 / (na - 1) + vb**2 / (nb - 1))
    half = stats.t.ppf(0.975, df) * np.sqrt(va + vb)
    d = la.mean() - lb.mean()
    row = {"a": a.tolist(), "b": b.tolist(),
           "welch": {"ratio": np.exp(d), "t": welch.statistic, "p": welch.pvalue, "freedom": df, "low": np.exp(d - half), "high": np.exp(d + half)}}
    if na == nb:
        paired = stats.ttest_rel(la, lb)
        ci = paired.confidence_interval(0.95)
        row["paired"] = {"ratio": np.exp(d), "t": paired.statistic, "p": paired.pvalue, "freedom": na - 1, "low": np.exp(ci.low), "high": np.exp(ci.high)}
    out["log_t"].append(row)

out["welch"] = []
for na, nb in ((6, 6), (12, 9)):
    a, b = np.round(rng.normal(70, 12, na) * 0.4) * 2.5, np.round(rng.normal(62, 20, nb) * 0.4) * 2.5
    test = stats.ttest_ind(a, b, equal_var=False)
    va, vb = a.var(ddof=1) / na, b.var(ddof=1) / nb
    df = (va + vb) ** 2 / (va**2 / (na - 1) + vb**2 / (nb - 1))
    half = stats.t.ppf(0.975, df) * np.sqrt(va + vb)
    d = a.mean() - b.mean()
    out["welch"].append({"a": a.tolist(), "b": b.tolist(), "difference": d, "t": test.statistic, "p": test.pvalue, "freedom": df, "low": d - half, "high": d + half})

# Adjusted Wald as the Agresti-Coull paper has it: add z²/2 successes and failures.
out["adjusted_wald"] = []
z = 1.96
for x, n in [(0, 5), (4, 5), (5, 5), (7, 10), (11, 12), (23, 24), (40, 97)]:
    p = (x + z * z / 2) / (n + z * z)
    se = np.sqrt(p * (1 - p) / (n + z * z))
    low, high = stats.norm.interval(2 * stats.norm.cdf(z) - 1, p, se)
    out["adjusted_wald"].append({"x": x, "n": n, "mid": p, "low": max(0, low), "high": min(1, high)})

# Holm by its closed form: of the ordered chances, the greatest of (m-j)p up to each.
out["holm"] = []
for m in (1, 3, 6):
    p = np.round(rng.uniform(0, 0.2, m), 4)
    rank = p.argsort(kind="stable").argsort(kind="stable")
    adjusted = [min(1.0, max((m - rank[j]) * p[j] for j in range(m) if rank[j] <= rank[i])) for i in range(m)]
    out["holm"].append({"p": p.tolist(), "adjusted": adjusted})

out["cohen"] = []
for _ in range(3):
    table = rng.integers(0, 20, (3, 3))
    pairs = np.array([(i, j) for i in range(3) for j in range(3) for _ in range(table[i, j])])
    observed = float((pairs[:, 0] == pairs[:, 1]).mean())
    chance = float(sum((pairs[:, 0] == k).mean() * (pairs[:, 1] == k).mean() for k in range(3)))
    out["cohen"].append({"table": table.tolist(), "kappa": (observed - chance) / (1 - chance)})

out["fleiss"] = []
for raters in (3, 6):
    ratings = rng.integers(0, 4, (12, raters))
    ratings[:, 1] = ratings[:, 0]
    counts = np.stack([(ratings == k).sum(axis=1) for k in range(4)], axis=1)
    # Agreement as the share of equal pairs of raters, counted one by one.
    equal = [np.mean([r[i] == r[j] for i in range(raters) for j in range(raters) if i != j]) for r in ratings]
    chance = float(((counts.sum(axis=0) / counts.sum()) ** 2).sum())
    out["fleiss"].append({"counts": counts.tolist(), "kappa": (float(np.mean(equal)) - chance) / (1 - chance)})

json.dump(out, sys.stdout, indent=1, default=float)
print()
