"""Every number in docs/theory.md is computed again."""

import doctest
import re
from pathlib import Path

PAGE = Path(__file__).resolve().parents[3] / "docs" / "theory.md"


def test_the_examples_of_the_page_give_what_they_say() -> None:
    blocks = re.findall(r"```python\n(.*?)```", PAGE.read_text(encoding="utf-8"), flags=re.DOTALL)
    assert len(blocks) == 7
    example = doctest.DocTestParser().get_doctest("\n".join(blocks), {}, "theory.md", str(PAGE), 0)
    assert doctest.DocTestRunner().run(example).failed == 0
