#!/usr/bin/env python3
"""Opens pages in headless Chromium and says what is wrong with them.

    Tests/pages-check.py [--screenshots DIR] PAGE.html...

Each page is opened at 400, 1200 and 2000 pixels, at 1200 in light and in dark. It must fetch nothing, log
no error, violate no policy, and never scroll sideways as a whole; everything that scrolls or can be
pressed must be reachable and work by keyboard; texts must reach a contrast of 4.5 to 1; on paper
nothing may be cut off; links must lead somewhere; below a megabyte, with at most one script and no
handler in markup.
"""

import base64
import html
import json
import os
import pathlib
import re
import shutil
import subprocess
import sys
import tempfile

VIEWS = [(400, "light"), (1200, "light"), (1200, "dark"), (2000, "light")]

# What must hold in the page itself; returns the complaints.
PROBE = """(() => {
  const complaints = [];
  const root = document.documentElement;
  if (root.scrollWidth > root.clientWidth)
    complaints.push(`scrolls sideways: ${root.scrollWidth} > ${root.clientWidth}`);
  for (const box of document.querySelectorAll('.scroll, pre'))
    if (box.scrollWidth > box.clientWidth && box.tabIndex < 0)
      complaints.push('a box scrolls that no key reaches');
  for (const svg of document.querySelectorAll('figure > .scroll > svg'))
    if (!svg.getAttribute('aria-label'))
      complaints.push('a picture has no name');
  const scripts = document.querySelectorAll('script').length;
  if (scripts > 1) complaints.push(`${scripts} scripts`);
  for (const element of document.querySelectorAll('*'))
    for (const attribute of element.attributes)
      if (/^on/i.test(attribute.name) || attribute.name === 'style' && !element.closest('.tip'))
        complaints.push(`${element.tagName} has ${attribute.name}`);
  if (performance.getEntriesByType('resource').length) complaints.push('fetches something');
  for (const text of document.querySelectorAll('svg text'))
    if (/NaN|undefined|Infinity/.test(text.textContent)) complaints.push(text.textContent);
  return complaints;
})()"""

# On paper nothing scrolls: what is wider than its box is lost.
PAPER = """(() => {
  const complaints = [];
  for (const box of document.querySelectorAll('.scroll, pre'))
    if (box.getClientRects().length && box.scrollWidth > box.clientWidth + 1)
      complaints.push(`${box.getAttribute('aria-label')} is cut off on paper, `
        + `${box.scrollWidth} > ${box.clientWidth}`);
  return complaints;
})()"""

# Contrast of every piece of text with what it stands on, by the formula of WCAG 2.2.
CONTRAST = """(() => {
  const parts = colour => colour.match(/[\\d.]+/g).map(Number);
  const luminance = ([r, g, b]) => [r, g, b].map(v => v / 255)
    .map(v => v <= 0.04045 ? v / 12.92 : ((v + 0.055) / 1.055) ** 2.4)
    .reduce((sum, v, i) => sum + v * [0.2126, 0.7152, 0.0722][i], 0);
  const ground = element => {
    for (let e = element; e; e = e.parentElement) {
      const colour = parts(getComputedStyle(e).backgroundColor);
      if (colour.length < 4 || colour[3] > 0) return colour;
    }
    return [255, 255, 255];
  };
  const complaints = new Set();
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  while (walker.nextNode()) {
    const element = walker.currentNode.parentElement;
    if (!walker.currentNode.data.trim() || !element.getClientRects().length) continue;
    const style = getComputedStyle(element);
    // Texts on bars stand on a colour of the palette, which has a test of its own.
    if (element.matches('script, style, .on, title, desc')) continue;
    const text = luminance(parts(element.closest('svg') ? style.fill : style.color));
    const [high, low] = [text, luminance(ground(element))].sort((a, b) => b - a);
    if ((high + 0.05) / (low + 0.05) < 4.5)
      complaints.add(`contrast of ${element.tagName} '${walker.currentNode.data.trim().slice(0, 20)}'`);
  }
  return [...complaints].slice(0, 5);
})()"""

# Focuses the first button that zooms and the first that sorts; what they change shows whether they
# work by keyboard.
FOCUS = "document.querySelector('%s')?.focus(), !!document.querySelector('%s')"
KEYBOARD = [
    (".tools button", "document.querySelector('svg.time').getAttribute('viewBox')"),
    ("th button", "document.querySelector('[aria-sort]') !== null"),
]

# Presses every button, so that errors of the script show; the page must survive it.
PRESS = "document.querySelectorAll('button').forEach(button => button.click())"


class Browser:
    """Chromium, spoken to through its pipe: messages are JSON between zero bytes."""

    def __init__(self, program):
        self.profile = tempfile.mkdtemp()
        to_browser, self.output = os.pipe()
        self.input, from_browser = os.pipe()

        def connect():
            # The protocol wants the descriptors 3 and 4.
            read, write = os.dup(to_browser), os.dup(from_browser)
            os.dup2(read, 3)
            os.dup2(write, 4)

        self.process = subprocess.Popen(
            [program, "--headless", "--no-sandbox", "--disable-gpu", "--remote-debugging-pipe",
             f"--user-data-dir={self.profile}"],
            stderr=subprocess.DEVNULL, preexec_fn=connect, close_fds=False)
        os.close(to_browser)
        os.close(from_browser)
        self.buffer = b""
        self.number = 0
        self.events = []

    def receive(self):
        while b"\0" not in self.buffer:
            data = os.read(self.input, 1 << 16)
            if not data:
                sys.exit("Chromium ended before it answered")
            self.buffer += data
        message, self.buffer = self.buffer.split(b"\0", 1)
        return json.loads(message)

    def call(self, method, session=None, **parameters):
        self.number += 1
        message = {"id": self.number, "method": method, "params": parameters}
        if session:
            message["sessionId"] = session
        os.write(self.output, json.dumps(message).encode() + b"\0")
        while True:
            answer = self.receive()
            if answer.get("id") == self.number:
                if "error" in answer:
                    sys.exit(f"{method}: {answer['error']['message']}")
                return answer["result"]
            self.events.append(answer)

    def wait(self, event):
        while not any(known.get("method") == event for known in self.events):
            self.events.append(self.receive())

    def close(self):
        self.call("Browser.close")
        self.process.wait()
        shutil.rmtree(self.profile, ignore_errors=True)


def complaints_of(events):
    for event in events:
        parameters = event.get("params", {})
        if event.get("method") == "Runtime.exceptionThrown":
            yield parameters["exceptionDetails"].get("text", "exception")
        elif event.get("method") == "Log.entryAdded" and parameters["entry"]["level"] == "error":
            yield parameters["entry"]["text"]
        elif event.get("method") == "Runtime.consoleAPICalled" and parameters["type"] == "error":
            yield "console.error"


def check(browser, page, screenshots):
    complaints = []
    if page.stat().st_size > 1_000_000:
        complaints.append(f"{page.stat().st_size} bytes, more than a megabyte")
    target = browser.call("Target.createTarget", url="about:blank")["targetId"]
    session = browser.call("Target.attachToTarget", targetId=target, flatten=True)["sessionId"]
    for domain in ["Page", "Runtime", "Log"]:
        browser.call(f"{domain}.enable", session)
    for width, scheme in VIEWS:
        browser.call("Emulation.setDeviceMetricsOverride", session, width=width, height=900,
                     deviceScaleFactor=1, mobile=False)
        browser.call("Emulation.setEmulatedMedia", session,
                     features=[{"name": "prefers-color-scheme", "value": scheme}])
        browser.events = []
        browser.call("Page.navigate", session, url=page.resolve().as_uri())
        browser.wait("Page.loadEventFired")
        if screenshots:
            image = browser.call("Page.captureScreenshot", session, captureBeyondViewport=True)
            name = f"{page.parent.name}-{page.stem}-{width}-{scheme}.png"
            (screenshots / name).write_bytes(base64.b64decode(image["data"]))
        if width == 1200 and scheme == "light":
            complaints += keyboard_complaints(browser, session)
        for step in [PROBE, CONTRAST, PRESS, PROBE]:
            answer = browser.call("Runtime.evaluate", session, expression=step,
                                  returnByValue=True)
            found = answer["result"].get("value") or []
            if "exceptionDetails" in answer:
                found = [answer["exceptionDetails"]["text"]]
            complaints += [f"at {width} pixels, {scheme}: {text}" for text in found]
        complaints += [f"at {width} pixels: {text}" for text in complaints_of(browser.events)]
    browser.call("Emulation.setEmulatedMedia", session, media="print")
    browser.call("Emulation.setDeviceMetricsOverride", session, width=720, height=1000,
                 deviceScaleFactor=1, mobile=False)
    answer = browser.call("Runtime.evaluate", session, expression=PAPER, returnByValue=True)
    complaints += answer["result"].get("value") or []
    browser.call("Target.closeTarget", targetId=target)
    complaints += [f"leads nowhere: {link}" for link in links(page)
                   if not (page.parent / link).exists()]
    return complaints


def links(page):
    found = re.findall(r'<a href="([^"#][^"]*)"', page.read_text())
    return [html.unescape(link) for link in found]


def keyboard_complaints(browser, session):
    def value(expression):
        answer = browser.call("Runtime.evaluate", session, expression=expression, returnByValue=True)
        return answer["result"].get("value")

    for button, state in KEYBOARD:
        if not value(FOCUS % (button, button)):
            continue
        before = value(state)
        for kind in ["keyDown", "keyUp"]:
            browser.call("Input.dispatchKeyEvent", session, type=kind, key="Enter", code="Enter",
                         text="\r" if kind == "keyDown" else "", windowsVirtualKeyCode=13)
        if value(state) == before:
            yield f"'{button}' does nothing by keyboard"


def main(arguments):
    screenshots = None
    if arguments[:1] == ["--screenshots"]:
        screenshots = pathlib.Path(arguments[1])
        screenshots.mkdir(parents=True, exist_ok=True)
        arguments = arguments[2:]
    program = shutil.which("chromium") or shutil.which("google-chrome")
    if not program:
        sys.exit("Chromium is missing: apt-get install chromium")
    browser = Browser(program)
    failed = False
    for name in arguments:
        for complaint in sorted(set(check(browser, pathlib.Path(name), screenshots))):
            print(f"{name}: {complaint}")
            failed = True
    browser.close()
    print(f"{len(arguments)} pages in {len(VIEWS)} views: " + ("see above" if failed else "all well"))
    sys.exit(1 if failed else 0)


main(sys.argv[1:])
