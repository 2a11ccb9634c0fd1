"""The report as a person meets it: opened from disk, filtered, walked through with the keyboard, narrow and dark."""

import re
from itertools import pairwise

import pytest
from helpers import put
from selenium.webdriver.common.by import By
from selenium.webdriver.common.keys import Keys
from selenium.webdriver.support.ui import Select, WebDriverWait

HOSTILE = [
    "<script>document.title='owned'</script>", "<img src=x onerror=\"document.title='owned'\">", "</script><script>document.title='owned'</script>",
    "\"><svg onload=\"document.title='owned'\">", "--><b id=injected>x</b>", "javascript:alert(1)", "&lt;b&gt;", "\x1b[31m\u202e\x00",
]  # fmt: skip


@pytest.fixture
def page(call, folder, chromium):
    """The page made of a corpus with all tiers and hostile text, opened."""
    lines = [f"an end.The ***ic {text} a  b here." for text in HOSTILE * 3]
    put("sub/hostile.txt", "\n".join(lines))
    put("<img src=x onerror=alert(1)>.txt", "an end.The\n")
    put("n.jsonl", '{"id": "<b>", "text": "an end.The قال \u202e"}\n')
    assert call("fix", ".", "-o", "out", "--id-field", "id").code == 1
    chromium.execute_cdp_cmd("Emulation.setEmulatedMedia", {"features": []})
    chromium.get((folder / "out/report.html").as_uri())
    return chromium


def seen(page):
    return [li for li in page.find_elements(By.CSS_SELECTOR, "#list > li") if li.get_attribute("hidden") is None]


def test_opens_without_a_word_in_the_console(page):
    assert page.title == "textrepair report"
    assert page.find_elements(By.ID, "injected") == []
    assert [entry for entry in page.get_log("browser") if entry["level"] == "SEVERE"] == []
    assert page.execute_script("return performance.getEntriesByType('resource').length") == 0
    source = page.page_source
    assert not re.search("[\x00-\x08\x0b\x0c\x0e-\x1f\u202a-\u202e\u2066-\u2069]", source)


def test_its_policy_lets_nothing_in(page):
    page.execute_script(
        "const s = document.createElement('script'); s.textContent = 'document.title = \"owned\"'; document.body.append(s)"
    )
    page.execute_script(
        "const i = document.createElement('img'); i.src = 'https://example.org/x.png'; document.body.append(i)"
    )
    assert page.title == "textrepair report"
    assert any("Content Security Policy" in entry["message"] for entry in page.get_log("browser"))


def test_filters(page):
    whole = len(seen(page))
    assert whole == len(page.find_elements(By.CSS_SELECTOR, "#list > li"))
    Select(page.find_element(By.ID, "family")).select_by_value("masked")
    assert 0 < len(seen(page)) < whole
    assert {li.get_attribute("data-family") for li in seen(page)} == {"masked"}
    Select(page.find_element(By.ID, "tier")).select_by_value("fixed")
    assert seen(page) == []
    page.find_element(By.ID, "reset").click()
    WebDriverWait(page, 5).until(lambda p: len(seen(p)) == whole)
    page.find_element(By.ID, "search").send_keys("ONERROR end.the")
    WebDriverWait(page, 5).until(lambda p: 0 < len(seen(p)) < whole)
    assert all("onerror" in li.text.lower() for li in seen(page))
    assert page.find_element(By.ID, "shown").text.startswith(f"{len(seen(page))} of {whole}")
    assert page.find_element(By.ID, "shown").get_attribute("aria-live") == "polite"


def test_a_bar_leads_to_its_defects(page):
    button = page.find_element(By.CSS_SELECTOR, 'button[data-filter="rule"][data-value="WSP901"]')
    button.click()
    assert {li.get_attribute("data-rule") for li in seen(page)} == {"WSP901"}
    assert page.switch_to.active_element.get_attribute("id") == "samples"


def test_keyboard(page):
    body = page.find_element(By.TAG_NAME, "body")
    body.send_keys("j")
    first = page.switch_to.active_element
    assert first == seen(page)[0]
    first.send_keys("jj")
    assert page.switch_to.active_element == seen(page)[2]
    page.switch_to.active_element.send_keys("k")
    assert page.switch_to.active_element == seen(page)[1]
    page.switch_to.active_element.send_keys("/")
    search = page.switch_to.active_element
    assert search.get_attribute("id") == "search"
    search.send_keys("jk")
    assert search.get_attribute("value") == "jk"  # letters are letters here
    search.send_keys(Keys.ESCAPE)
    assert search.get_attribute("value") == ""


def test_before_and_after(page):
    item = next(li for li in seen(page) if li.get_attribute("data-rule") == "JOI901")
    assert item.find_element(By.TAG_NAME, "del").get_property("textContent") == "end.The"
    assert item.find_element(By.TAG_NAME, "ins").get_property("textContent") == "end. The"
    masked = next(li for li in seen(page) if li.get_attribute("data-rule") == "MSK901")
    assert masked.find_element(By.CSS_SELECTOR, "ins b").text == "classic"


def test_structure_for_a_screen_reader(page):
    assert page.find_element(By.TAG_NAME, "html").get_attribute("lang") == "en"
    levels = [int(h.tag_name[1]) for h in page.find_elements(By.CSS_SELECTOR, "h1, h2, h3, h4")]
    assert levels[0] == 1 and all(b <= a + 1 for a, b in pairwise(levels))
    for control in page.find_elements(By.CSS_SELECTOR, "select, input"):
        assert control.accessible_name
    for table in page.find_elements(By.TAG_NAME, "table"):
        assert table.find_element(By.TAG_NAME, "caption").text
    assert page.find_element(By.CSS_SELECTOR, ".skip").get_attribute("href").endswith("#samples")


@pytest.mark.parametrize("width", [1200, 360])
@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_narrow_and_dark(page, width, scheme):
    page.execute_cdp_cmd(
        "Emulation.setEmulatedMedia", {"features": [{"name": "prefers-color-scheme", "value": scheme}]}
    )
    page.execute_cdp_cmd(
        "Emulation.setDeviceMetricsOverride", {"width": width, "height": 800, "deviceScaleFactor": 1, "mobile": False}
    )
    try:
        assert page.execute_script("return document.documentElement.scrollWidth <= innerWidth")
        for selector in (
            "body",
            ".where",
            "#list .text",
            ".tag.warning",
            ".tag.fixed",
            "del",
            "ins b",
            ".chart button",
            ".hidden-char",
        ):
            assert contrast(page, selector) >= 4.5, selector
    finally:
        page.execute_cdp_cmd("Emulation.clearDeviceMetricsOverride", {})


def contrast(page, selector):
    """The ratio of WCAG between an element's text and what is behind it."""
    text, ground = page.execute_script(
        """let e = document.querySelector(arguments[0]); const color = getComputedStyle(e).color;
        while (e && /^rgba\\(.*, 0\\)$|^transparent$/.test(getComputedStyle(e).backgroundColor)) e = e.parentElement;
        return [color, e ? getComputedStyle(e).backgroundColor : 'rgb(255,255,255)']""",
        selector,
    )
    one, other = sorted((luminance(text), luminance(ground)))
    return (other + 0.05) / (one + 0.05)


def luminance(color):
    values = [int(v) / 255 for v in re.findall(r"\d+", color)[:3]]
    linear = [v / 12.92 if v <= 0.03928 else ((v + 0.055) / 1.055) ** 2.4 for v in values]
    return sum(w * v for w, v in zip((0.2126, 0.7152, 0.0722), linear, strict=True))


def test_print_hides_the_controls(page):
    page.execute_cdp_cmd("Emulation.setEmulatedMedia", {"media": "print"})
    try:
        assert not page.find_element(By.ID, "filters").is_displayed()
        assert page.execute_cdp_cmd("Page.printToPDF", {})["data"]
    finally:
        page.execute_cdp_cmd("Emulation.setEmulatedMedia", {"media": ""})
