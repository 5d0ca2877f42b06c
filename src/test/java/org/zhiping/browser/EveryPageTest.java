package org.zhiping.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Response;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Whoever signs in finds every page that links lead to free of serious faults: on a desktop screen in Chinese, on a phone in English.
 * A new page needs no line here as long as something links to it.
 */
@ExtendWith(Stage.Door.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class EveryPageTest {

    private static final int MOST_PAGES = 40;
    /** Pages of Camunda and of the API description, files, and what changes the language or ends the session. */
    private static final Pattern NOT_OURS = Pattern.compile("/(camunda|swagger-ui|webjars|api)\\b.*|.*[?&]lang=.*|.*/materials/[0-9a-f-]{36}.*|"
            + ".*/(certificate|tickets?)(\\.pdf|/.*)?$|.*\\.(pdf|png|svg|xlsx|zip|json|csv)$");

    private final Stage stage;
    private final Map<String, Set<String>> seen = new HashMap<>();

    EveryPageTest(Stage stage) {
        this.stage = stage;
    }

    @BeforeAll
    void cases() {
        CaseByHttp cases = stage.cases();
        cases.signUp("reader-draft", "孙晓");
        cases.draft("reader-draft", "LEVEL_4");
        cases.signUp("reader-returned", "赵明");
        cases.review(cases.submitted("reader-returned", "LEVEL_4"), "returned", "工作证明没有盖章，请重新上传");
        cases.signUp("reader-seated", "钱进");
        String seated = cases.accepted("reader-seated", "LEVEL_4");
        cases.askToKeepOut("reader-seated", seated, "周评价");
        cases.beginAttendance(cases.session("LEVEL_4", "THEORY", List.of("evaluator-1"), seated));
        cases.signUp("reader-attending", "周全");
        String attending = cases.accepted("reader-attending", "LEVEL_4");
        cases.attend(cases.session("LEVEL_4", "SKILL", List.of("evaluator-1", "evaluator-2", "evaluator-3"), attending));
        cases.signUp("reader-certified", "吴优");
        cases.certified("reader-certified");
    }

    /** What a walk came to: the shapes of all pages, and the paths of those that hold what was not seen before. */
    private record Walk(Set<String> shapes, List<String> fresh) {
    }

    @ParameterizedTest
    @CsvSource({"reader-draft,/portal/applications/#/materials", "reader-returned,/portal/applications/#/review",
        "reader-certified,/portal/applications/#", "acceptance-officer,/desk/cases/#",
        "evaluator-1,/desk/sessions/#/scores", "panel-member-1,/desk/recusals", "exam-officer,/desk/sessions/new",
        "reader-seated,/portal/applications/#/recusals", "group-agent,/group", "team-lead,/desk/recusal-requests#", "invigilator-1,/desk/sessions/#/attendance", "score-verifier,/desk/sessions/#", "approver,/desk/cases/#",
        "certificate-officer,/desk/cases/#", "supervisor,/dashboard", "manager,/dashboard", "process-owner,/dashboard",
        "administrator,/desk/accounts/#"})
    void isFreeOfSeriousFaultsForEverybody(String account, String mustFind) {
        List<String> faults = new ArrayList<>();
        Walk walk;
        try (Person person = stage.person(account)) {
            walk = walk(person, faults);
        }
        try (Person person = stage.person(account, Screen.PHONE, "en")) {
            walk.fresh().forEach(path -> look(person, path, faults));
        }
        assertThat(walk.shapes()).contains(mustFind);
        assertThat(faults).isEmpty();
    }

    @Test
    void isFreeOfSeriousFaultsForAVisitor() {
        List<String> faults = new ArrayList<>();
        for (Screen screen : Screen.values()) {
            try (Person visitor = stage.visitor(screen, screen == Screen.PHONE ? "zh-CN" : "en")) {
                List.of("/", "/sign-in", "/sign-in?error", "/sign-in?ended", "/sign-up", "/forgot", "/lookup", "/nothing-here").forEach(path -> look(visitor, path, faults));
            }
        }
        assertThat(faults).isEmpty();
    }

    /** Follows links breadth first. */
    private Walk walk(Person person, List<String> faults) {
        List<String> fresh = new ArrayList<>();
        Set<String> visited = new HashSet<>();
        Deque<String> next = new ArrayDeque<>(List.of("/"));
        while (!next.isEmpty() && visited.size() < MOST_PAGES) {
            String path = next.remove();
            if (visited.add(shape(path))) {
                if (look(person, path, faults)) {
                    fresh.add(path);
                }
                next.addAll(links(person));
            }
        }
        return new Walk(visited, fresh);
    }

    /** @return whether the page holds what was not seen before */
    private boolean look(Person person, String path, List<String> faults) {
        Response answer = person.go(path);
        if (answer.status() >= 400 && !path.contains("nothing")) {
            faults.add(path + " answers " + answer.status());
        }
        faults.addAll(Accessibility.tooWide(person.page));
        String screen = shape(path) + " " + person.page.viewportSize().width;
        boolean fresh = seen.computeIfAbsent(screen, first -> new HashSet<>()).addAll(kindsOfElements(person));
        if (fresh) {
            faults.addAll(Accessibility.violations(person.page));
        }
        return fresh;
    }

    /** axe-core needs to see a page again only when it holds a kind of element that was not there for others. */
    private static List<String> kindsOfElements(Person person) {
        Object kinds = person.page.evaluate("() => [...document.querySelectorAll('body *')]"
                + ".map(one => [one.tagName, one.className, one.getAttributeNames()].join())");
        return ((List<?>) kinds).stream().map(String::valueOf).toList();
    }

    private List<String> links(Person person) {
        Object found = person.page.evaluate("() => [...document.querySelectorAll('a[href]')].filter(a => a.origin == location.origin)"
                + ".map(a => a.pathname + a.search)");
        return ((List<?>) found).stream().map(String::valueOf).filter(path -> !NOT_OURS.matcher(path).matches()).toList();
    }

    /** Pages that differ only in what they are about look alike. */
    private static String shape(String path) {
        return path.replaceAll("\\?.*", "").replaceAll("(ZP|R|S|G)\\d+|[a-z]+-\\d$|/\\d+$", "#").replaceAll("(accounts|handover)/.*", "$1/#");
    }
}
