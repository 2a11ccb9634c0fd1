"""A headless Chromium of the system. `tests/install-programs.sh` installs it: without it these tests fail, they are not skipped."""

import shutil

import pytest


@pytest.fixture(scope="session")
def chromium():
    """One browser for all tests."""
    from selenium import webdriver
    from selenium.webdriver.chrome.service import Service

    driver = shutil.which("chromedriver") or pytest.fail("no chromedriver: run `sh tests/install-programs.sh`")
    options = webdriver.ChromeOptions()
    for flag in ("headless=new", "no-sandbox", "disable-gpu", "disable-dev-shm-usage", "window-size=1200,900"):
        options.add_argument(f"--{flag}")
    options.set_capability("goog:loggingPrefs", {"browser": "ALL"})
    browser = webdriver.Chrome(options=options, service=Service(driver))
    yield browser
    browser.quit()
