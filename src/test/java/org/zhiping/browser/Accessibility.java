package org.zhiping.browser;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.Page;
import java.util.List;
import java.util.stream.Stream;

/** What stands in the way of people with disabilities, found by axe-core, and of people with a small screen. */
final class Accessibility {

    private static final String AXE = "() => {" + AxeBuilder.getAxeScript() + "}";

    private Accessibility() {
    }

    /** @return each serious or critical violation on the page in a line: page, rule, element; with WCAG 2.2's size of targets */
    static List<String> violations(Page page) {
        page.frames().forEach(frame -> frame.evaluate(AXE));
        Object found = page.evaluate("""
                async () => {
                  const results = await axe.run({resultTypes: ["violations"], rules: {"target-size": {enabled: true}}});
                  return results.violations.filter(rule => ["serious", "critical"].includes(rule.impact)).flatMap(rule => rule.nodes.map(node =>
                      `${location.href}: ${rule.id} (${rule.help}) at ${node.target} ${node.failureSummary.replace(/\\s+/g, " ")}`));
                }""");
        return ((List<?>) found).stream().map(String::valueOf).toList();
    }

    /** @return the elements that make the page scroll sideways */
    static List<String> tooWide(Page page) {
        Object found = page.evaluate("""
                () => {
                  const width = document.documentElement.clientWidth;
                  if (document.documentElement.scrollWidth <= width) return [];
                  return [...document.body.querySelectorAll("*")].filter(one => one.getBoundingClientRect().right > width + 1)
                      .map(one => one.tagName.toLowerCase() + (one.className ? "." + one.className : "") + " " + one.textContent.trim().slice(0, 40));
                }""");
        return ((List<?>) found).stream().limit(5).map(element -> page.url() + ": too wide: " + element).toList();
    }

    static List<String> faults(Page page) {
        return Stream.of(violations(page), tooWide(page)).flatMap(List::stream).toList();
    }
}
