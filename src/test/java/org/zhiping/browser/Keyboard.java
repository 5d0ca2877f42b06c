package org.zhiping.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.TimeoutError;
import com.microsoft.playwright.options.FilePayload;
import java.util.ArrayList;
import java.util.List;

/** A keyboard and nothing else. Wherever Tab stops, the focus must be seen, on the screen, and further on in the page. */
final class Keyboard {

    /** The element with the focus, also inside a shadow root. */
    private static final String FOCUSED = "() => { let now = document.activeElement; "
            + "while (now.shadowRoot && now.shadowRoot.activeElement) now = now.shadowRoot.activeElement; return now; }";
    private static final int MOST_STOPS = 120;
    private static final int PATIENCE_MS = 15_000;

    private final Page page;

    Keyboard(Page page) {
        this.page = page;
        // Somebody listens all the time, so that no dialog of the browser's own ever opens and stands in the way of the next.
        page.onFileChooser(chooser -> { });
    }

    /** Presses Tab until this element is reached. */
    void tabTo(String selector) {
        walkTo(selector, "Tab");
    }

    void tabBackTo(String selector) {
        walkTo(selector, "Shift+Tab");
    }

    private void walkTo(String selector, String key) {
        List<String> stops = new ArrayList<>();
        for (int stop = 0; stop < MOST_STOPS; stop++) {
            step(key);
            stops.add(focused());
            if (on(selector)) {
                return;
            }
        }
        throw new AssertionError(page.url() + ": no stop at " + selector + " among " + stops);
    }

    /** Presses Tab until the end is reached, and on the way chooses the first option wherever a form asks to choose. */
    void chooseFirstUntil(String end) {
        for (int stop = 0; !on(end); stop++) {
            assertThat(stop).as("stops before " + end).isLessThan(2 * MOST_STOPS);
            step("Tab");
            if (!on(end) && on(".fjs-form-field-radio:not(:has(:checked)) input[type=radio]")) {
                press("Space");
            }
        }
    }

    /** Walks from the first stop of the page to the last. @return what was stopped at */
    List<String> walkThrough() {
        page.evaluate("() => { document.activeElement.blur(); getSelection().removeAllRanges(); }");
        List<String> stops = new ArrayList<>();
        for (step("Tab"); !on("body"); step("Tab")) {
            stops.add(focused());
            assertThat(stops).as("Tab leads out of the page").hasSizeLessThan(MOST_STOPS);
        }
        return stops;
    }

    private void step(String key) {
        page.evaluate("() => { window.lastStop = (%s)(); }".formatted(FOCUSED));
        page.keyboard().press(key);
        Object fault = page.evaluate("""
                async back => {
                  const away = box => box.bottom < 0 || box.top > innerHeight || box.right < 0 || box.left > innerWidth;
                  const now = (%s)(), last = window.lastStop;
                  if (now === document.body) return "";
                  for (let frame = 0; frame < 60 && away(now.getBoundingClientRect()); frame++) await new Promise(requestAnimationFrame);
                  const style = getComputedStyle(now);
                  if (style.outlineStyle === "none" || parseFloat(style.outlineWidth) < 2) return "no outline";
                  if (away(now.getBoundingClientRect())) return "not on the screen";
                  if (last === document.body || !last.isConnected || last === now) return "";
                  const order = last.compareDocumentPosition(now);
                  if (order & Node.DOCUMENT_POSITION_DISCONNECTED) return "";
                  return order & (back ? Node.DOCUMENT_POSITION_PRECEDING : Node.DOCUMENT_POSITION_FOLLOWING) ? "" : "out of order";
                }""".formatted(FOCUSED), key.startsWith("Shift"));
        assertThat(fault).as("%s at %s", page.url(), focused()).isEqualTo("");
    }

    void type(String text) {
        page.keyboard().type(text);
    }

    void press(String key) {
        page.keyboard().press(key);
    }

    /** Presses a key that leads to another page, and waits for that. */
    void follow(String key) {
        page.waitForNavigation(() -> press(key));
    }

    /** Presses a key that lets htmx exchange a part of the page, and waits until it has settled. */
    void swap(String key) {
        Person.exchange(page, () -> press(key));
    }

    /** Chooses a file that is sent at once. */
    void sendFile(FilePayload file) {
        Person.exchange(page, () -> chooseFile(file));
    }

    /** Arrow keys in a drop-down list until this option is chosen. */
    void choose(String option) {
        for (int tries = 0; tries < 20 && !option.equals(page.evaluate("() => document.activeElement.value")); tries++) {
            press("ArrowDown");
        }
        assertThat(page.evaluate("() => document.activeElement.value")).isEqualTo(option);
    }

    /** A browser under load may be asked too early; a person presses the key again. */
    void chooseFile(FilePayload file) {
        for (int tries = 1; ; tries++) {
            try {
                page.waitForFileChooser(new Page.WaitForFileChooserOptions().setTimeout(PATIENCE_MS), () -> press("Enter")).setFiles(file);
                return;
            } catch (TimeoutError notOpened) {
                assertThat(tries).as("presses of Enter on " + focused()).isLessThan(3);
            }
        }
    }

    boolean on(String selector) {
        return (Boolean) page.evaluate("selector => (%s)().matches(selector)".formatted(FOCUSED), selector);
    }

    String focused() {
        return (String) page.evaluate("() => { const now = (" + FOCUSED + ")(); return now.tagName.toLowerCase() + ' ' + (now.id || now.name || now.getAttribute('href') || now.textContent.trim().slice(0, 30)); }");
    }
}
