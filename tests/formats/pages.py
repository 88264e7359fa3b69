"""Pages as government sites save them: an article among menus, scripts, trails and footers."""

from __future__ import annotations

from collections.abc import Sequence

from formats.blocks import Block
from formats.render import html_of

_SCRIPT = "<script>var page = {total: 3, text: '支出预算100.00万元，比上年增加5.00万元。'};</script>"
_MENU = "".join(
    f'<li><a href="/{i}/">{name}</a></li>' for i, name in enumerate(["首页", "政务公开", "预算公开", "互动交流", "办事服务"] * 4)
)


def _article(blocks: Sequence[Block]) -> str:
    page = html_of(blocks)
    return page[page.index('<div class="article">') : page.index("</body>")]


def new_page(blocks: Sequence[Block]) -> bytes:
    """Return a page of nested divs in UTF-8: menu, trail, tools, article, related links, footer."""
    top = f'<header><div class="logo"><img src="l.png"></div></header><div class="nav"><ul>{_MENU}</ul></div>'
    trail = '<div class="trail">当前位置：<a href="/">首页</a> &gt; <a href="/ys/">预算公开</a></div>'
    hidden = '<div style="display: none">支出预算200.00万元，增长100.00%。</div>'
    tools = f'{hidden}<div class="share"><a href="#">打印</a> <a href="#">关闭</a></div>'
    related = f'<div class="related"><h3>相关文档</h3><ul>{_MENU}</ul></div>'
    footer = "<footer>主办：某某市人民政府 承办：某某市人民政府办公室 网站标识码：0000000000 联系电话：0000-0000000</footer>"
    head = f'<head><meta charset="utf-8"><title>预算公开</title>{_SCRIPT}<style>p {{ color: red }}</style></head>'
    main = f"<div class='main'>{trail}<div class='left'>{_article(blocks)}</div>{tools}{related}</div>"
    return f"<!DOCTYPE html><html>{head}<body>{top}{main}{footer}{_SCRIPT}</body></html>".encode()


def old_page(blocks: Sequence[Block]) -> bytes:
    """Return a page laid out by tables that declares GB2312, upper-case tags, unclosed paragraphs, an article in a cell."""
    article = _article(blocks).replace("</p>", "").replace("<p>", "<P align=left>").replace("<td", "<TD").replace("</td>", "")
    text = (
        '<html><head><meta http-equiv="Content-Type" content="text/html; charset=gb2312"></head><body><center>'
        f"<table width=1000><tr><td><table><tr>{''.join(f'<td><a href=x>栏目{i}</a></td>' for i in range(9))}</tr></table></td></tr>"
        f"<tr><td><table><tr><td width=200 valign=top><ul>{_MENU}</ul></td><td id=zoom>{article}</td></tr></table></td></tr>"
        "<tr><td align=center>版权所有：某某市财政局</td></tr></table></center></body></html>"
    )
    return text.encode("gb18030")
