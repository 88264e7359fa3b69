"""The page in a browser: no error, no request, pictures with Chinese labels, lists that open."""

from __future__ import annotations

import re
import shutil
import subprocess
from io import StringIO

import pytest

from explain_check.trends.page import write_page

CHROMIUM = shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")
BEFORE = """<script>
window.told = [];
addEventListener("error", event => told.push("error " + event.message), true);
addEventListener("unhandledrejection", event => told.push("rejected " + event.reason));
addEventListener("securitypolicyviolation", event => told.push("blocked " + event.blockedURI));
for (const name of ["error", "warn"]) console[name] = (...words) => told.push(name + " " + words.join(" "));
</script>"""
AFTER = """<script>
const waiting = setInterval(() => {
  if (document.body.dataset.ready !== "1") return;
  clearInterval(waiting);
  document.body.dataset.opened = Math.round(performance.now());
  const number = document.querySelector("#reasons a[data-l]");
  number.click();
  document.querySelector("#bodies .body").click();
  document.querySelector("button.expand")?.click();
  const listed = document.querySelectorAll("#list li").length, problems = document.querySelectorAll("#bodies ul li").length;
  const heights = [...document.querySelectorAll("figure svg")].map(svg => Math.round(svg.getBoundingClientRect().height));
  const result = document.createElement("output");
  result.textContent = JSON.stringify({
    told, listed, problems, heights, requests: performance.getEntriesByType("resource").map(entry => entry.name),
    labels: [...document.querySelectorAll("figure svg text")].filter(text => /[一-龥]/.test(text.textContent)).length,
  });
  document.body.append(result);
}, 20);
</script>"""


@pytest.mark.skipif(CHROMIUM is None, reason="no Chromium on this machine")
def test_the_page_in_a_browser(reports, tmp_path):
    import json

    stream = StringIO()
    write_page(reports["zh"], stream, {"公开": "公开"})
    page = stream.getvalue().replace("<head>", "<head>" + BEFORE).replace("</body>", AFTER + "</body>")
    (tmp_path / "page.html").write_text(page, encoding="utf-8")
    flags = ["--headless=new", "--no-sandbox", "--disable-gpu", "--virtual-time-budget=20000", f"--user-data-dir={tmp_path / 'profile'}"]
    call = [str(CHROMIUM), *flags, "--dump-dom", (tmp_path / "page.html").as_uri()]
    done = subprocess.run(call, capture_output=True, encoding="utf-8", timeout=120, check=True)
    result = json.loads(re.search("<output>(.*?)</output>", done.stdout, re.DOTALL)[1])
    assert (result["told"], result["requests"]) == ([], [])
    assert result["listed"] > 0
    assert result["problems"] > 1
    assert result["labels"] > 50
    assert min(result["heights"]) > 40
