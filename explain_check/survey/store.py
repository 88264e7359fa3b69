"""The store: one DuckDB file that holds what was found, and nothing but whole documents.

What came of a batch of documents is written in one transaction together with their rows in ``documents``, so that a run
that is killed leaves either all of it or nothing: what is in ``documents`` is done, what is not there is still to do. No
other record of progress exists that could disagree.
"""

from __future__ import annotations

import csv
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Any

from explain_check.model.errors import ExplainCheckError
from explain_check.survey.schema import KEYS, RUNS, TABLES, TEXT, definition

if TYPE_CHECKING:
    from duckdb import DuckDBPyConnection

MEMORY = "512MB"
#: What writing takes, however much is written: the rest is on the disk. More threads would take more memory each; a store is written
#: as fast as some twenty cores check. A checkpoint rewrites what is not full: few large ones cost less than many small ones.
_WRITING = {"memory_limit": "256MB", "threads": 2, "checkpoint_threshold": "64MB", "preserve_insertion_order": False}
_LONGEST_LINE = 64_000_000
_ROWS_AT_A_TIME = 1000


class StoreError(ExplainCheckError):
    """A store that cannot be opened: no DuckDB file, made by another version, or in use."""


class Store:
    """An open store."""

    def __init__(self, connection: DuckDBPyConnection) -> None:
        """Take an open connection."""
        self._connection = connection

    def query(self, sql: str, *values: object) -> list[tuple[object, ...]]:
        """Return the rows of a query."""
        return list(self._connection.execute(sql, values).fetchall())

    def stream(self, sql: str) -> Iterator[tuple[object, ...]]:
        """Yield the rows of a query, some at a time."""
        answer = self._connection.execute(sql)
        while rows := answer.fetchmany(_ROWS_AT_A_TIME):
            yield from rows

    def beside(self) -> Store:
        """Return the same store for another thread."""
        return Store(self._connection.cursor())

    @contextmanager
    def transaction(self) -> Iterator[None]:
        """Make what is done inside happen at once, or not at all."""
        self._connection.execute("BEGIN")
        try:
            yield
        except BaseException:
            self._connection.execute("ROLLBACK")
            raise
        self._connection.execute("COMMIT")

    def add(self, folder: Path, replaced: list[str]) -> None:
        """Add the rows of a folder with one file a table, CSV or Parquet, in place of the documents ``replaced`` (ids)."""
        with self.transaction():
            self.drop("SELECT unnest(?)", replaced) if replaced else None
            for name in TABLES:
                for source in _sources(folder, name):
                    self._connection.execute(f"INSERT INTO {name} SELECT * FROM {source}")

    def drop(self, ids: str, *values: object) -> None:
        """Take out the documents whose ids a query gives."""
        for name in reversed(TABLES):
            self._connection.execute(f"DELETE FROM {name} WHERE document_id IN ({ids})", values)

    def export(self, folder: Path) -> None:
        """Write each table into a Parquet file; its bytes depend on the rows alone, not on how they came to be here."""
        folder.mkdir(parents=True, exist_ok=True)
        self._connection.execute("SET disabled_optimizers = 'statistics_propagation'")  # a null that is gone would be remembered
        for name, keys in KEYS.items():
            order = ", ".join(f'"{key}"' for key in ("document_id", *keys))
            target = str(folder / f"{name}.parquet").replace("'", "''")
            self._connection.execute(f"COPY (SELECT * FROM {name} ORDER BY {order}) TO '{target}' (FORMAT parquet, COMPRESSION zstd)")
        self._connection.execute("RESET disabled_optimizers")

    def close(self) -> None:
        """Write everything to the file and close it."""
        self._connection.close()


def _sources(folder: Path, table: str) -> Iterator[str]:
    """Yield what reads each of a folder's files for a table."""
    for path in sorted(folder.glob(f"{table}.*")):
        name = str(path).replace("'", "''")
        yield f"read_parquet('{name}')" if path.suffix == ".parquet" else read_csv(name, TABLES[table])


def read_csv(name: str, columns: dict[str, str]) -> str:
    """Return the SQL that reads a CSV file of rows as they are written here."""
    texts = [column for column, kind in columns.items() if kind == TEXT]
    form = "auto_detect=false, header=false, delim=',', quote='\"', escape='\"', nullstr=''"
    return f"read_csv('{name}', {form}, max_line_size={_LONGEST_LINE}, force_not_null={texts}, columns={columns})"


def write_parquet(folder: Path) -> None:
    """Turn a folder's CSV files into Parquet."""
    import duckdb

    with duckdb.connect(config={"memory_limit": MEMORY, "threads": 1}) as connection:
        for name in TABLES:
            for source in _sources(folder, name):
                target = str(folder / f"{name}.parquet").replace("'", "''")
                connection.execute(f"COPY (SELECT * FROM {source}) TO '{target}' (FORMAT parquet, COMPRESSION zstd)")
                (folder / f"{name}.csv").unlink()


def open_store(path: Path, *, read_only: bool = False) -> Store:
    """Return the store in a file, made where there is none; StoreError says why it cannot be opened."""
    import duckdb

    if read_only:
        _refuse_missing(path)
    elif not path.exists():
        _make(path)
    config: dict[str, Any] = {"memory_limit": MEMORY} if read_only else _WRITING
    try:
        connection = duckdb.connect(str(path), read_only=read_only, config=config)
    except duckdb.Error as error:
        raise _not_opened(path, error) from error
    try:
        _refuse_other_form(connection, path)
    except StoreError:
        connection.close()
        raise
    return Store(connection)


def _make(path: Path) -> None:
    """Make an empty store; the file comes to its place whole, whenever this is killed."""
    import duckdb

    made = path.with_name(f"{path.name}.new")
    try:
        made.unlink(missing_ok=True)
        with duckdb.connect(str(made)) as connection:
            for name, columns in {**TABLES, **RUNS}.items():
                connection.execute(f"CREATE TABLE {name} ({definition(columns)})")
        made.replace(path)
    except (duckdb.Error, OSError) as error:
        raise _not_opened(path, error) from error


def open_two(one: Path, other: Path) -> Store:
    """Return two stores to be read side by side, as ``a`` and ``b``."""
    import duckdb

    connection = duckdb.connect(config={"memory_limit": MEMORY})
    for name, path in (("a", one), ("b", other)):
        _refuse_missing(path)
        target = str(path).replace("'", "''")
        try:
            connection.execute(f"ATTACH '{target}' AS {name} (READ_ONLY)")
            _refuse_other_form(connection, path, name)
        except duckdb.Error as error:
            raise _not_opened(path, error) from error
    return Store(connection)


def _refuse_missing(path: Path) -> None:
    if not path.is_file():
        raise StoreError(f"{path}：找不到这个文件，请检查路径。", f"{path}: no such file, check the path.")


def _not_opened(path: Path, error: Exception) -> StoreError:
    reason = str(error).splitlines()[0]
    if "not a valid DuckDB database" in reason or not path.is_file():
        return StoreError(f"{path}：这不是汇总库文件，请换一个文件名。", f"{path}: this is no store, name another file.")
    if "lock" in reason.lower() or "used by another process" in reason:
        chinese = f"{path}：正被另一个程序使用（可能是还没有结束的 survey），请等它结束再试。"
        return StoreError(chinese, f"{path}: another program uses it, perhaps a survey that has not ended; try again after it.")
    chinese = f"{path}：无法作为汇总库打开（{reason}）。请检查文件，或换一个文件名。"
    return StoreError(chinese, f"{path}: cannot be opened as a store ({reason}). Check the file, or name another.")


def _refuse_other_form(connection: DuckDBPyConnection, path: Path, database: str = "") -> None:
    """Stop where a database is no store, or its tables have other columns than those of this version."""
    sql = (
        "SELECT table_name, list(column_name ORDER BY column_index) FROM duckdb_columns() "
        "WHERE database_name = coalesce(?, current_database()) AND NOT internal GROUP BY ALL"
    )
    found = {str(name): list(columns) for name, columns in connection.execute(sql, [database or None]).fetchall()}
    if "documents" not in found or "runs" not in found:
        chinese = f"{path}：这个数据库不是 explain-check survey 写出的汇总库，请换一个文件名。"
        raise StoreError(chinese, f"{path}: this database was not written by explain-check survey, name another file.")
    for name, columns in {**TABLES, **RUNS}.items():
        if found.get(name) != list(columns):
            chinese = f"{path}：这个汇总库由另一版本的 explain-check 写出（表 {name} 的列不同），请用本版本重新汇总到新的文件。"
            english = f"{path}: another version of explain-check wrote this store (table {name} differs), survey into a new file."
            raise StoreError(chinese, english)


def write_rows(path: Path, rows: Iterator[tuple[object, ...]]) -> None:
    """Write rows into a CSV file."""
    with path.open("w", encoding="utf-8", errors="surrogateescape", newline="") as file:
        csv.writer(file, lineterminator="\n").writerows(rows)
