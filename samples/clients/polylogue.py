"""Runs the polylogue command on a pandas data frame and gives back data frames.

    import pandas, polylogue
    pages = pandas.DataFrame({"id": ["a1"], "title": ["The bridge"],
                              "text": ["The bridge is unsafe, Ann Corvin said."]})
    tables = polylogue.analyze(pages, options=["--judges", "lean"])
    tables["quotations"][["speaker", "text"]]

Needs pandas, and the command of this repository (mvn -DskipTests package). A child process does the
work: JSON Lines go in, the tables of `polylogue analyze` come out (docs/formats/discourse.md).
Offsets of the tables count UTF-16 code units there; here they count code points, as Python does:
text[start:end] is the passage.
"""

import json
import pathlib
import subprocess
import tempfile

import pandas

COMMAND = [str(pathlib.Path(__file__).resolve().parents[2] / "bin" / "polylogue")]
FACTS = ["outlet", "author", "date", "url", "section"]
OFFSETS = {"document_id": ["start", "end", "target_start", "target_end"], "source_id": ["source_start", "source_end"]}
NUMBERS = ["confidence", "score", "similarity", "probability", "amount"]


def analyze(articles, comments=None, options=(), command=COMMAND):
    """Analyses articles and gives back a dictionary of data frames, one for each table.

    articles: a row an article; columns text and, where there are, id, title, outlet, author, date
        (ISO 8601), url, section. Without id, articles are row-0, row-1, and so on.
    comments: a row a comment; columns article_id, id, text and, where there are, author, time
        (ISO 8601), score, reply_to (the id of another comment).
    options: of `polylogue analyze`, such as ["--only", "quotations"].
    command: how the command is called.

    Raises RuntimeError with the command's own line if it ends with a failure; articles that failed
    are rows of the table "failures".
    """
    texts = {}
    lines = []
    below = {}
    for row in [] if comments is None else comments.to_dict("records"):
        texts[str(row["id"])] = row["text"]
        comment = {"id": str(row["id"]), "text": row["text"]}
        for name, field in [("author", "author"), ("time", "time"), ("reply_to", "replyTo")]:
            if _is_there(row, name):
                comment[field] = str(row[name])
        if _is_there(row, "score"):
            comment["score"] = int(row["score"])
        below.setdefault(str(row["article_id"]), []).append(comment)
    for number, row in enumerate(articles.to_dict("records")):
        article = {"id": str(row.get("id", f"row-{number}")), "text": row["text"]}
        texts[article["id"]] = row["text"]
        if _is_there(row, "title"):
            article["title"] = str(row["title"])
        facts = {name: str(row[name]) for name in FACTS if _is_there(row, name)}
        if facts:
            article["publication"] = facts
        line = {"schema": "polylogue-conversation/1", "article": article}
        line["comments"] = below.pop(article["id"], [])
        lines.append(json.dumps(line, ensure_ascii=False))
    if below:
        raise ValueError(f"comments of articles that are not there: {sorted(below)[:5]}")
    with tempfile.TemporaryDirectory() as folder:
        corpus = pathlib.Path(folder, "corpus.jsonl")
        corpus.write_text("\n".join(lines) + "\n", encoding="utf-8")
        out = pathlib.Path(folder, "out")
        call = [*command, "analyze", str(corpus), "--out", str(out), "--raw-cells", "--quiet", *options]
        done = subprocess.run(call, capture_output=True, text=True, encoding="utf-8")
        if done.returncode not in (0, 1):
            raise RuntimeError(done.stderr.strip())
        tables = {path.stem: _table(path, texts) for path in sorted(out.glob("*.csv"))}
        failures = out.joinpath("failures.jsonl").read_text(encoding="utf-8").splitlines()
        tables["failures"] = pandas.DataFrame([json.loads(line) for line in failures])
        return tables


def _is_there(row, name):
    return name in row and not pandas.isna(row[name])


def _table(path, texts):
    # Without these, pandas makes "NA" and "None" missing and guesses types by the first rows.
    table = pandas.read_csv(path, dtype=str, keep_default_na=False)
    for owner, columns in OFFSETS.items():
        for column in columns:
            if owner in table and column in table:
                table[column] = [
                    None if offset == "" else _code_points(texts.get(document, ""), int(offset))
                    for document, offset in zip(table[owner], table[column])
                ]
                table[column] = table[column].astype("Int64")
    for column in NUMBERS:
        if column in table:
            table[column] = pandas.to_numeric(table[column])
    return table


def _code_points(text, units):
    if text.isascii():
        return units
    return len(text.encode("utf-16-le")[: 2 * units].decode("utf-16-le"))
