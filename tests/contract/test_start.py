"""What must hold for the package as a whole: a light start, floors, sizes."""

import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
HEAVY = ("spacy", "jieba", "pandas", "pypdfium2", "rich", "regex")


@pytest.mark.parametrize("module", ["explain_check", "explain_check.cli.main", "explain_check.cli.check", "explain_check.report.contract"])
def test_heavy_libraries_stay_unloaded(module):
    code = f"import sys, {module}; print([name for name in {HEAVY} if name in sys.modules])"
    result = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, cwd=ROOT, check=True)
    assert result.stdout.strip() == "[]"


def test_the_stages_of_the_command_line_are_those_of_the_pipeline():
    from explain_check.cli.dump import STAGES
    from explain_check.pipeline import STAGES as known

    assert tuple(known) == STAGES


def test_a_module_imports_only_from_floors_below():
    code = "import sys; from importlinter.cli import lint_imports_command; sys.exit(lint_imports_command())"
    result = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, cwd=ROOT, check=False)
    assert result.returncode == 0, result.stdout + result.stderr


@pytest.mark.parametrize("path", sorted((ROOT / "explain_check").rglob("*.py")), ids=lambda path: path.relative_to(ROOT).as_posix())
def test_no_file_is_too_long(path):
    assert len(path.read_text(encoding="utf-8").splitlines()) <= 250
