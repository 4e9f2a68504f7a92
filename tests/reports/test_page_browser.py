"""The page in a real browser: clicks, keys, light and dark, paper, and what axe says of it.

Needs Playwright (`pip install --group browser`) and a Chromium of the system. The tests with axe-core need AXE_CORE, the
path of its axe.min.js (`npm pack axe-core` fetches it).
"""

from __future__ import annotations

import os
import shutil
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

from toolkit.api import Order, check_paths
from toolkit.reports import Look, render
from toolkit.settings import command_line

from .articles import CLEAN
from .test_page import HOSTILE, hostile

api = pytest.importorskip("playwright.sync_api", reason="Playwright is not installed")
CHROMIUM = next(filter(None, map(shutil.which, ("chromium", "chromium-browser", "google-chrome"))), None)
AXE = Path(os.environ.get("AXE_CORE", "node_modules/axe-core/axe.min.js"))
ARGUMENTS = "--no-sandbox --disable-gpu --no-first-run --disable-background-networking --disable-component-update --disable-sync"
DEMO = Path(__file__).parents[2] / "corpora" / "demo" / "mangled"
ONE = "chip-controls.en.txt"

pytestmark = pytest.mark.skipif(not CHROMIUM, reason="no Chromium is installed")

Open = Callable[..., Any]


@pytest.fixture(scope="module")
def pages(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Path]:
    """The report of an article, of two, of a folder, and of an article that means harm."""
    folder = tmp_path_factory.mktemp("pages")
    runs = check_paths(Order((DEMO,), None, None, None, command_line()), lambda *_: None).runs
    one = next(run for run in runs if run.document.target.path.endswith(ONE))
    made = {}
    for name, chosen in (("one", [one]), ("two", [one, CLEAN]), ("folder", runs), ("hostile", [hostile()])):
        made[name] = folder / f"{name}.html"
        made[name].write_bytes(render("html", chosen, Look(problems=(HOSTILE,))).encode("utf-8", "surrogatepass"))
    return made


@pytest.fixture(scope="module")
def browser() -> Iterator[Any]:
    with api.sync_playwright() as playwright:
        running = playwright.chromium.launch(executable_path=CHROMIUM, args=ARGUMENTS.split())
        yield running
        running.close()


@pytest.fixture
def visit(browser: Any, pages: dict[str, Path]) -> Iterator[Open]:
    """Open a page; at the end nothing was complained of, and nothing asked of any network."""
    contexts, complaints = [], []

    def opened(name: str = "one", *, width: int = 1440, **wishes: Any) -> Any:
        context = browser.new_context(viewport={"width": width, "height": 900}, reduced_motion="reduce", **wishes)
        contexts.append(context)
        page = context.new_page()
        page.on("console", lambda said: complaints.append(said.text) if said.type in ("error", "warning") else None)
        page.on("pageerror", lambda error: complaints.append(str(error)))
        page.on("dialog", lambda dialog: complaints.append(dialog.message))
        page.on("request", lambda asked: None if asked.url.startswith("file:") else complaints.append(asked.url))
        page.goto(pages[name].as_uri())
        return page

    yield opened
    for context in contexts:
        context.close()
    assert complaints == []


def focused(page: Any) -> str:
    return str(page.evaluate("document.activeElement.id"))


def lit(page: Any) -> set[str]:
    return set(page.evaluate("[...document.querySelectorAll('.lit')].map(one => one.id)"))


def copied(page: Any) -> str:
    return str(page.evaluate("navigator.clipboard.readText()"))


def with_evidence(page: Any) -> str:
    """The key of a finding that has evidence in the Chinese."""
    return str(page.locator("a.evidence").first.get_attribute("data-f")).split()[0]


def test_pointing_at_the_english_lights_up_its_chinese_and_the_other_way_round(visit: Open) -> None:
    page = visit()
    key = with_evidence(page)
    page.locator(f"#m{key}").hover()
    assert {f"m{key}", f"z{key}", f"f{key}"} <= lit(page)
    page.mouse.move(0, 0)
    assert lit(page) == set()
    page.locator(f"#z{key}").hover()
    assert {f"m{key}", f"z{key}", f"f{key}"} <= lit(page)


def test_tabbing_to_words_lights_up_their_evidence(visit: Open) -> None:
    page = visit()
    key = with_evidence(page)
    page.locator(f"#m{key}").focus()
    assert f"z{key}" in lit(page)


@pytest.mark.parametrize(("forward", "back"), ["np", "jk"])
def test_keys_go_from_finding_to_finding(visit: Open, forward: str, back: str) -> None:
    page = visit()
    page.keyboard.press(forward)
    assert focused(page) == "f1-1"
    page.keyboard.press(forward)
    page.keyboard.press(forward)
    assert focused(page) == "f1-3"
    page.keyboard.press(back)
    assert focused(page) == "f1-2"
    assert page.locator("#f1-2").is_visible()


def test_the_last_finding_is_followed_by_the_first(visit: Open) -> None:
    page = visit()
    page.keyboard.press("p")
    page.keyboard.press("n")
    assert focused(page) == "f1-1"


@pytest.mark.parametrize(("key", "severity"), [("1", "error"), ("2", "warning"), ("3", "note")])
def test_a_figure_shows_and_hides_a_severity(visit: Open, key: str, severity: str) -> None:
    page = visit()
    kind = page.locator(f".card.{severity}")
    count = kind.count()
    page.keyboard.press(key)
    assert page.locator(f".card.{severity}:visible").count() == 0
    assert page.locator(f".toggle.{severity}").get_attribute("aria-pressed") == "false"
    assert " of " in page.locator("#status").inner_text()
    page.keyboard.press(key)
    assert page.locator(f".card.{severity}:visible").count() == count > 0


def test_a_hidden_finding_is_passed_over_and_its_words_are_plain(visit: Open) -> None:
    page = visit()
    page.locator(".toggle.error").click()
    page.keyboard.press("n")
    assert "error" not in str(page.evaluate("document.activeElement.className"))
    assert page.locator("a.mark.error:not(.off)").count() == 0


def test_families_are_chosen_in_a_menu(visit: Open) -> None:
    page = visit()
    page.locator(".menu summary").click()
    page.get_by_role("checkbox", name="names").uncheck()
    assert page.locator(".card[data-family=names]:visible").count() == 0
    assert page.locator(".card[data-family=numbers]:visible").count() > 0
    page.get_by_role("button", name="Show all").click()
    page.keyboard.press("Escape")
    assert not page.locator(".menu fieldset").is_visible()
    assert page.locator(".card[data-family=names]:visible").count() > 0


def test_a_click_copies_what_to_write(visit: Open) -> None:
    page = visit(permissions=["clipboard-read", "clipboard-write"])
    button = page.locator(".cure .copy-it").first
    button.click()
    assert copied(page) == button.get_attribute("data-copy")
    assert page.locator("#toast").inner_text().startswith("Copied: ")


def test_a_key_copies_the_command_that_accepts(visit: Open) -> None:
    page = visit(permissions=["clipboard-read", "clipboard-write"])
    page.keyboard.press("n")
    page.keyboard.press("a")
    assert copied(page).startswith("copydesk baseline add --fingerprint ")
    assert copied(page).endswith(ONE)


def test_enter_opens_a_finding(visit: Open) -> None:
    page = visit()
    page.keyboard.press("n")
    page.keyboard.press("Enter")
    assert page.locator("#f1-1 .command").is_visible()


def test_words_lead_to_their_card_and_the_number_back(visit: Open) -> None:
    page = visit()
    page.locator("#m1-2").click()
    assert focused(page) == "f1-2"
    page.locator("#f1-2 .number").click()
    assert focused(page) == "m1-2"


def test_help_opens_and_closes_and_keys_can_be_switched_off(visit: Open) -> None:
    page = visit()
    page.keyboard.press("?")
    assert page.get_by_role("dialog").is_visible()
    page.keyboard.press("n")
    assert not focused(page).startswith("f1")
    page.get_by_label("Listen to single keys").uncheck()
    page.keyboard.press("Escape")
    page.keyboard.press("n")
    assert not page.get_by_role("dialog").is_visible()
    assert not focused(page).startswith("f1")


def test_quiet_paragraphs_and_tags_come_and_go(visit: Open) -> None:
    page = visit("folder")
    page.keyboard.press("h")
    assert page.locator(".row.quiet:visible").count() == 0
    tags = page.locator("#a1 span.markup:visible")
    before = tags.count()
    page.keyboard.press("t")
    assert tags.count() > before


def test_brackets_go_from_article_to_article(visit: Open) -> None:
    page = visit("folder")
    page.keyboard.press("]")
    assert focused(page) == "a1"
    page.keyboard.press("]")
    assert focused(page) == "a2"
    page.keyboard.press("n")
    assert focused(page) == "f2-1"


def test_the_index_leads_to_its_article(visit: Open) -> None:
    page = visit("folder")
    page.locator(".index a").nth(1).click()
    assert page.evaluate("location.hash") == "#a2"


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_the_page_follows_the_system_until_told_otherwise(visit: Open, scheme: str) -> None:
    page = visit(color_scheme=scheme)

    def dark() -> bool:
        return bool(page.evaluate("getComputedStyle(document.documentElement).colorScheme === 'dark'"))

    assert dark() == (scheme == "dark")
    page.keyboard.press("d")
    assert dark() != (scheme == "dark")


@pytest.mark.parametrize("name", ["one", "folder", "hostile"])
@pytest.mark.parametrize("width", [320, 390, 800, 1440])
def test_nothing_hangs_over_the_edge(visit: Open, name: str, width: int) -> None:
    page = visit(name, width=width)
    assert page.evaluate("document.documentElement.scrollWidth <= document.documentElement.clientWidth")


def test_on_a_phone_the_english_stands_under_its_chinese(visit: Open) -> None:
    page = visit(width=390)
    zh, en = (page.locator(f".row .{side}").nth(2).bounding_box() for side in ("zh", "en"))
    assert zh["y"] + zh["height"] <= en["y"]


def test_paper_has_no_tools_and_unfolds_what_the_screen_folds(visit: Open) -> None:
    page = visit()
    page.emulate_media(media="print")
    page.evaluate("window.dispatchEvent(new Event('beforeprint'))")
    assert not page.locator(".top").is_visible()
    assert page.locator(".card details:not([open])").count() == 0
    page.evaluate("window.dispatchEvent(new Event('afterprint'))")
    assert page.locator(".card details[open]").count() == 0


def test_an_article_that_means_harm_does_none(visit: Open) -> None:
    page = visit("hostile")
    for key in ("n", "Enter", "c", "a", "1", "1", "t", "h", "?"):
        page.keyboard.press(key)
    assert page.locator("img, iframe, object, embed, script:not(body > script)").count() == 0


def test_without_scripts_all_findings_can_be_read(visit: Open) -> None:
    page = visit(java_script_enabled=False)
    assert page.locator(".card:visible").count() > 20
    assert not page.locator(".tools").is_visible()


@pytest.mark.skipif(not AXE.is_file(), reason="AXE_CORE does not name an axe.min.js")
@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [390, 1440])
@pytest.mark.parametrize("name", ["one", "two"])
def test_axe_has_nothing_to_say(visit: Open, name: str, width: int, scheme: str) -> None:
    page = visit(name, width=width, color_scheme=scheme, bypass_csp=True)
    page.keyboard.press("n")
    page.keyboard.press("Enter")
    page.evaluate(AXE.read_text("utf-8"))
    found = page.evaluate("axe.run()")["violations"]
    assert [(one["id"], one["impact"], one["nodes"][0]["html"]) for one in found] == []
