"""The site in a browser: found by keyboard, read on a phone, lit at the sentence; needs Debian's chromium."""

from __future__ import annotations

import os
import shutil
import threading
from collections.abc import Iterator
from pathlib import Path

import django
import pytest

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "kept.storage.settings")
django.setup()

from django.test import override_settings  # noqa: E402  settings first
from selenium import webdriver  # noqa: E402
from selenium.webdriver.chrome.service import Service  # noqa: E402
from selenium.webdriver.common.by import By  # noqa: E402
from selenium.webdriver.common.keys import Keys  # noqa: E402
from waitress import create_server  # noqa: E402

from kept.web.cache import LOGS, PAGES  # noqa: E402
from kept.web.wsgi import application  # noqa: E402
from tests.web.story import sources, tell_story  # noqa: E402

pytestmark = pytest.mark.browser
CHROMIUM, DRIVER = shutil.which("chromium"), shutil.which("chromedriver")
FLAGS = (
    "--headless",
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
)
PAGES_OF_THE_SITE = (
    "/",
    "/?by=form",
    "/c/XW-2026-0001/",
    "/country/XN/",
    "/topic/demo.mnf/",
    "/gates/",
    "/demands/",
    "/ceasefire/",
    f"/source/{sources()['gazette'].capture}/",
    "/sources/",
    "/changes/?from=2026-01-01&to=2026-07-10",
    "/list/",
    "/method/",
    "/corrections/",
    "/c/XN-2026-0099/",
)


@pytest.fixture(scope="module")
def site() -> Iterator[str]:
    """Serve the story on a free port of this machine."""
    PAGES.clear()
    LOGS.clear()
    kept = tell_story().kept
    with override_settings(KEPT_PROVIDER=lambda: kept):
        server = create_server(application, host="127.0.0.1", port=0, threads=2, clear_untrusted_proxy_headers=True)
        thread = threading.Thread(target=server.run, daemon=True)
        thread.start()
        yield f"http://127.0.0.1:{server.effective_port}"
        server.close()
        thread.join(timeout=5)


@pytest.fixture(scope="module")
def browser(tmp_path_factory: pytest.TempPathFactory) -> Iterator[webdriver.Chrome]:
    """Open a browser without a screen, with a profile of its own."""
    if not CHROMIUM or not DRIVER:
        pytest.skip("chromium and chromedriver are not installed: apt-get install chromium chromium-driver")
    options = webdriver.ChromeOptions()
    options.binary_location = CHROMIUM
    profile: Path = tmp_path_factory.mktemp("profile")
    for flag in (*FLAGS, f"--user-data-dir={profile}"):
        options.add_argument(flag)
    options.set_capability("goog:loggingPrefs", {"browser": "ALL"})
    opened = webdriver.Chrome(options=options, service=Service(DRIVER))
    yield opened
    opened.quit()


def sized(browser: webdriver.Chrome, width: int) -> None:
    """Give the page another width."""
    metrics = {"width": width, "height": 900, "deviceScaleFactor": 1, "mobile": width < 500}
    browser.execute_cdp_cmd("Emulation.setDeviceMetricsOverride", metrics)


def headline(browser: webdriver.Chrome) -> str:
    return browser.find_element(By.TAG_NAME, "h1").text


def test_the_number_leads_to_a_promise_and_the_promise_to_its_lit_sentence(
    browser: webdriver.Chrome, site: str
) -> None:
    sized(browser, 1280)
    browser.get(site)
    assert headline(browser).startswith("1 of the 4 promises")
    browser.find_element(By.LINK_TEXT, "240 million euros for air defence").click()
    assert headline(browser) == "Norland: 240 million euros for air defence"
    browser.find_elements(By.LINK_TEXT, "The sentence in its source")[0].click()
    lit = browser.find_element(By.CSS_SELECTOR, "mark:target")
    assert lit.text == "Norland will give Sudria 240 million euros for air defence by 30 June"
    other = browser.find_elements(By.CSS_SELECTOR, "mark:not(:target)")[0]
    assert lit.value_of_css_property("background-color") != other.value_of_css_property("background-color")


def test_a_reader_goes_back_to_a_day_and_follows_links_on_that_day(browser: webdriver.Chrome, site: str) -> None:
    sized(browser, 1280)
    browser.get(site)
    browser.find_element(By.XPATH, "//summary[text()='Go back to a day']").click()
    field = browser.find_element(By.NAME, "as_of")
    browser.execute_script("arguments[0].value = '2026-04-01'", field)
    browser.find_element(By.XPATH, "//button[text()='Show']").click()
    assert headline(browser) == "Nothing has fallen due yet."
    browser.find_element(By.LINK_TEXT, "Decisions needed").click()
    assert "You are reading what held on 1 April 2026" in browser.find_element(By.CLASS_NAME, "clocks").text


def test_the_keyboard_skips_to_the_content(browser: webdriver.Chrome, site: str) -> None:
    sized(browser, 1280)
    browser.get(f"{site}/list/")
    browser.switch_to.active_element.send_keys(Keys.TAB)
    assert browser.switch_to.active_element.text == "Skip to the content"
    browser.switch_to.active_element.send_keys(Keys.ENTER)
    assert browser.switch_to.active_element.get_attribute("id") == "main"


def test_the_matrix_is_a_table_on_a_desk_and_blocks_on_a_phone(browser: webdriver.Chrome, site: str) -> None:
    seen = {}
    for width in (1280, 390):
        sized(browser, width)
        browser.get(site)
        table, blocks = (browser.find_element(By.CSS_SELECTOR, each) for each in (".grid", ".country-blocks"))
        seen[width] = (table.is_displayed(), blocks.is_displayed())
    assert seen == {1280: (True, False), 390: (False, True)}


@pytest.mark.parametrize("width", [1280, 390, 320])
def test_no_page_is_wider_than_the_screen(browser: webdriver.Chrome, site: str, width: int) -> None:
    sized(browser, width)
    wide = {}
    for path in PAGES_OF_THE_SITE:
        browser.get(site + path)
        found = browser.execute_script("return document.documentElement.scrollWidth")
        wide |= {path: found} if found > width else {}
    assert wide == {}


def test_the_browser_has_nothing_to_complain_about(browser: webdriver.Chrome, site: str) -> None:
    browser.get_log("browser")
    for path in PAGES_OF_THE_SITE[:-1]:
        browser.get(site + path)
    assert browser.get_log("browser") == []


def test_every_page_has_one_first_heading_and_its_landmarks(browser: webdriver.Chrome, site: str) -> None:
    for path in PAGES_OF_THE_SITE:
        browser.get(site + path)
        counts = [len(browser.find_elements(By.TAG_NAME, tag)) for tag in ("h1", "main", "footer")]
        assert (path, counts) == (path, [1, 1, 1])
