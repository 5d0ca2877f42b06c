package org.zhiping.browser;

import com.deque.html.axecore.args.AxeRuleOptions;
import com.deque.html.axecore.args.AxeRunOptions;
import com.deque.html.axecore.playwright.AxeBuilder;
import com.deque.html.axecore.results.CheckedNode;
import com.deque.html.axecore.results.ResultType;
import com.deque.html.axecore.results.Rule;
import com.microsoft.playwright.Page;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/** What stands in the way of people with disabilities, found by axe-core, and of people with a small screen. */
final class Accessibility {

    private static final Set<String> GRAVE = Set.of("serious", "critical");

    private Accessibility() {
    }

    /** @return each serious or critical violation on the page in a line: page, rule, element; with WCAG 2.2's size of targets */
    static List<String> violations(Page page) {
        AxeRuleOptions on = new AxeRuleOptions();
        on.setEnabled(true);
        AxeRunOptions options = new AxeRunOptions();
        options.setRules(Map.of("target-size", on));
        options.setResultTypes(List.of(ResultType.Violations.getKey()));
        List<Rule> found = new AxeBuilder(page).options(options).setLegacyMode(true).analyze().getViolations();
        return found.stream().filter(rule -> GRAVE.contains(rule.getImpact()))
                .flatMap(rule -> rule.getNodes().stream().map(node -> line(page, rule, node))).toList();
    }

    private static String line(Page page, Rule rule, CheckedNode node) {
        return "%s: %s (%s) at %s %s".formatted(page.url(), rule.getId(), rule.getHelp(), node.getTarget(),
                node.getFailureSummary().replaceAll("\\s+", " "));
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
