"""The page is one file that asks nothing of the network and can be read by a machine that reads aloud."""

import re
from html.parser import HTMLParser

import pytest

from reports.told import told
from reports.wording import LANGUAGES
from reports.writers.page import page_text

VOID = {"meta", "path", "use", "rect", "image", "stop", "line", "polygon", "circle"}


class Reader(HTMLParser):
    """Collects tags and checks that they close in order."""

    def __init__(self):
        super().__init__()
        self.open, self.seen, self.wrong = [], [], []

    def handle_starttag(self, tag, attrs):
        self.seen.append((tag, dict(attrs)))
        if tag not in VOID:
            self.open.append(tag)

    def handle_startendtag(self, tag, attrs):
        self.seen.append((tag, dict(attrs)))

    def handle_endtag(self, tag):
        if tag not in VOID and (not self.open or self.open.pop() != tag):
            self.wrong.append(tag)


@pytest.fixture(scope="module", params=LANGUAGES)
def page(request, instance, compared, planned):
    return request.param, page_text(told(instance, compared, planned).story, request.param)


@pytest.fixture
def tags(page):
    reader = Reader()
    reader.feed(page[1])
    assert reader.wrong == []
    assert reader.open == []
    return reader.seen


def test_nothing_is_fetched(page, tags):
    assert not re.search(r"https?:|data:|@import|<script|<link|<iframe", page[1])
    for _, attributes in tags:
        assert "src" not in attributes
        assert attributes.get("href", "#").startswith("#")


def test_it_says_its_language_and_fits_narrow_screens(page, tags):
    assert ("html", {"lang": page[0]}) in tags
    assert any(tag == "meta" and a.get("name") == "viewport" for tag, a in tags)
    assert "@media print" in page[1]


def test_identifiers_are_unique_and_links_lead_somewhere(tags):
    names = [attributes["id"] for _, attributes in tags if "id" in attributes]
    shapes = {attributes["id"] for tag, attributes in tags if tag in ("path", "use") and "id" in attributes}
    assert len([name for name in names if name not in shapes]) == len({n for n in names if n not in shapes})
    links = {a["href"][1:] for tag, a in tags if tag == "a"}
    assert links <= set(names)


def test_tables_have_captions_and_heads_and_can_be_scrolled_by_keyboard(tags):
    kinds = [tag for tag, _ in tags]
    assert kinds.count("table") == kinds.count("caption") == kinds.count("thead") >= 8
    regions = [a for tag, a in tags if tag == "div" and "scroll" in a.get("class", "")]
    assert all(a["tabindex"] == "0" for a in regions)
    assert all(a.get("scope") in ("col", "row") for tag, a in tags if tag == "th")
    assert all(a.get("role") == "img" and a.get("aria-label") for tag, a in tags if tag == "svg")


def test_text_from_the_workspace_is_escaped(page):
    assert "&amp; &lt;" in page[1]
    assert "<thử>" not in page[1]
    assert "<test>" not in page[1]


def test_the_same_story_gives_the_same_page(instance, compared):
    story = told(instance, compared, None).story
    assert page_text(story, "vi") == page_text(story, "vi")
