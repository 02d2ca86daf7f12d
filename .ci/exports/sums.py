#!/usr/bin/python3
"""Sums of an export, made by another program than ours.

usage: sums.py pandas|sqlite|libreoffice FOLDER    prints the sums as JSON
       sums.py time FOLDER                         prints how long pandas takes

FOLDER holds answers.csv and audit.csv. Every way must come to the same sums.
"""
import csv
import json
import os
import subprocess
import sys
import tempfile
import time
import xml.etree.ElementTree as ET

TABLES = ("answers", "audit")


def by_pandas(folder):
    import pandas as pd

    answers = pd.read_csv(os.path.join(folder, "answers.csv"), keep_default_na=False, dtype={"answer": str, "entity_number": str})
    audit = pd.read_csv(os.path.join(folder, "audit.csv"), keep_default_na=False, na_values={"end": [""]}, dtype={"end": "Int64"})
    asked = audit[audit["event"] == "question"]
    spent = (asked["end"] - asked["start"]).astype("int64")
    return {
        "answers": len(answers),
        "letters": int(answers["answer"].str.len().sum()),
        "key": {k: int(n) for k, n in answers[answers["key_result"] != ""].groupby("key_result").size().items()},
        "states": {k: int(n) for k, n in answers.groupby("state").size().items()},
        "numbers": int(pd.to_numeric(answers["entity_number"], errors="coerce").fillna(0).sum()),
        "events": {k: int(n) for k, n in audit.groupby("event").size().items()},
        "milliseconds": int(spent.sum()),
        "records": int(audit["instance ID"].nunique()),
        "slowest": asked.assign(spent=spent).groupby("node")["spent"].sum().sort_values(ascending=False, kind="stable").index[0],
    }


def by_sqlite(folder):
    with tempfile.TemporaryDirectory() as made:
        path = os.path.join(made, "exports.db")
        for table in TABLES:
            subprocess.run(["sqlite3", path, f".import --csv {os.path.join(folder, table + '.csv')} {table}"], check=True)

        def ask(query):
            out = subprocess.run(["sqlite3", "-json", path, query], check=True, capture_output=True, text=True).stdout
            return json.loads(out or "[]")

        def groups(column, table, where="1"):
            return {r["k"]: r["n"] for r in ask(f'SELECT "{column}" k, count(*) n FROM {table} WHERE {where} GROUP BY 1')}

        one = ask("SELECT count(*) a, sum(length(answer)) l, sum(CAST(entity_number AS INTEGER)) n FROM answers")[0]
        asked = "event = 'question'"
        return {
            "answers": one["a"], "letters": one["l"], "key": groups("key_result", "answers", "key_result <> ''"),
            "states": groups("state", "answers"), "numbers": one["n"], "events": groups("event", "audit"),
            "milliseconds": ask(f'SELECT sum("end" - start) s FROM audit WHERE {asked}')[0]["s"],
            "records": ask('SELECT count(DISTINCT "instance ID") n FROM audit')[0]["n"],
            "slowest": ask(f'SELECT node FROM audit WHERE {asked} GROUP BY node ORDER BY sum("end" - start) DESC LIMIT 1')[0]["node"],
        }


TABLE = "{urn:oasis:names:tc:opendocument:xmlns:table:1.0}"
TEXT = "{urn:oasis:names:tc:opendocument:xmlns:text:1.0}"
OFFICE = "{urn:oasis:names:tc:opendocument:xmlns:office:1.0}"


def spreadsheet(folder, table, made):
    """The rows of a table as LibreOffice Calc has them: what it takes for a number is one."""
    subprocess.run(
        ["soffice", "--headless", f"-env:UserInstallation=file://{made}/profile", "--infilter=CSV:44,34,76,1", "--convert-to", "fods",
         "--outdir", made, os.path.join(folder, table + ".csv")],
        check=True, capture_output=True)
    rows, head = [], None
    for row in ET.parse(os.path.join(made, table + ".fods")).getroot().iter(TABLE + "table-row"):
        cells = []
        for cell in row:
            if cell.get(TABLE + "formula"):
                raise SystemExit(f"{table}: a cell became a formula: {cell.get(TABLE + 'formula')}")
            kind, value = cell.get(OFFICE + "value-type"), ""
            if kind == "float":
                value = float(cell.get(OFFICE + "value"))
            elif kind is not None:
                # A line break within a cell is a paragraph of its own.
                value = "\n".join("".join(spaces(p)) for p in cell.findall(TEXT + "p"))
            cells += [value] * (1 if kind is None and len(cells) > 40 else int(cell.get(TABLE + "number-columns-repeated", 1)))
        if head is None:
            head = [c for c in cells if c != ""]
        elif any(c != "" for c in cells[: len(head)]):
            rows.append(dict(zip(head, cells + [""] * len(head))))
    return rows


def spaces(p):
    yield p.text or ""
    for part in p:
        yield " " * int(part.get(TEXT + "c", 1)) if part.tag == TEXT + "s" else "".join(spaces(part))
        yield part.tail or ""


def by_libreoffice(folder):
    with tempfile.TemporaryDirectory() as made:
        answers, audit = (spreadsheet(folder, t, made) for t in TABLES)

    def groups(rows, column):
        out = {}
        for r in rows:
            out[r[column]] = out.get(r[column], 0) + 1
        return {k: v for k, v in sorted(out.items()) if k != ""}

    spent = {}
    for r in audit:
        if r["event"] == "question":
            spent[r["node"]] = spent.get(r["node"], 0) + int(r["end"]) - int(r["start"])
    return {
        "answers": len(answers), "key": groups(answers, "key_result"), "states": groups(answers, "state"),
        "numbers": sum(int(r["entity_number"] or 0) for r in answers), "events": groups(audit, "event"),
        "milliseconds": sum(spent.values()), "records": len({r["instance ID"] for r in audit}), "slowest": max(spent, key=spent.get),
    }


WAYS = {"pandas": by_pandas, "sqlite": by_sqlite, "libreoffice": by_libreoffice}

if __name__ == "__main__":
    if len(sys.argv) != 3 or sys.argv[1] not in (*WAYS, "time"):
        sys.exit(__doc__)
    csv.field_size_limit(sys.maxsize)
    if sys.argv[1] == "time":
        try:
            import pandas  # noqa: F401  its own start is not what is timed
        except ImportError:
            print("pandas is not installed")
            sys.exit()
        began = time.perf_counter()
        by_pandas(sys.argv[2])
        print(f"{time.perf_counter() - began:.3f}")
    else:
        json.dump(WAYS[sys.argv[1]](sys.argv[2]), sys.stdout, indent=1, sort_keys=True)
        print()
