"""Takes the pictures of the sample page, docs/pictures/*.png; needs chromium, chromium-driver and the extra ``browser``."""

import sys
import tempfile
import time
from pathlib import Path

from selenium import webdriver

FOLDER = Path(__file__).parent / "pictures"
FLAGS = ("--headless=new", "--no-sandbox", "--disable-gpu", "--hide-scrollbars", "--no-first-run", "--disable-sync",
         "--disable-background-networking", "--disable-component-update", "--disable-quic")  # fmt: skip
# name, width, height, colours, what is looked at
PICTURES = (
    ("page-desktop", 1100, 1180, "light", "#"),
    ("page-timeline", 1100, 1000, "light", "#timeline"),
    ("page-article-dark", 1100, 700, "dark", "an article"),
    ("page-phone", 390, 900, "light", "#f2"),
)


def main() -> None:
    """Open the sample page once for each picture."""
    with tempfile.TemporaryDirectory() as profile:
        options = webdriver.ChromeOptions()
        options.binary_location = "/usr/bin/chromium"
        for flag in (*FLAGS, f"--user-data-dir={profile}"):
            options.add_argument(flag)
        with webdriver.Chrome(options=options, service=webdriver.ChromeService("/usr/bin/chromedriver")) as driver:
            for name, width, height, colours, place in PICTURES:
                metrics = {"width": width, "height": height, "deviceScaleFactor": 1, "mobile": width < 500}
                driver.execute_cdp_cmd("Emulation.setDeviceMetricsOverride", metrics)
                scheme = {"name": "prefers-color-scheme", "value": colours}
                driver.execute_cdp_cmd("Emulation.setEmulatedMedia", {"features": [scheme]})
                driver.get((FOLDER / "report.html").as_uri())
                if place == "an article":
                    driver.execute_script("document.querySelectorAll('.fact .side .to')[3].click()")
                else:
                    driver.execute_script("location.hash = arguments[0]", place)
                time.sleep(0.5)
                if not driver.save_screenshot(str(FOLDER / f"{name}.png")):
                    sys.exit(f"{name} could not be taken")


if __name__ == "__main__":
    main()
