package org.zhiping.privacy;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import org.zhiping.identity.CurrentUser;
import org.zhiping.identity.Role;
import org.zhiping.page.FileAnswers;
import org.zhiping.page.Option;
import org.zhiping.platform.Refusal;
import org.zhiping.platform.Retained;
import org.zhiping.platform.Texts;
import org.zhiping.platform.web.Page;
import org.zhiping.platform.web.PageForm;

/** How long each class of data is kept, what would go tonight, and what went and why. */
@Page
@RequestMapping("/desk/retention")
class RetentionPages {

    private static final int SHOWN = 200;
    private static final int LONGEST_REPORT = 100_000;
    private static final Duration REPORT = Duration.ofDays(366);

    /** A class of data with its period, null while none is set. */
    public record Line(String kind, Period period, int due, int held, boolean more, long deleted) {
    }

    private final Retention retention;
    private final RetentionBook book;
    private final CurrentUser user;
    private final Texts texts;
    private final Clock clock;

    RetentionPages(Retention retention, RetentionBook book, CurrentUser user, Texts texts, Clock clock) {
        this.retention = retention;
        this.book = book;
        this.user = user;
        this.texts = texts;
        this.clock = clock;
    }

    @GetMapping
    ModelAndView show() {
        user.require(PrivacyRoles.WATCHING);
        return page(PageForm.empty(), 200);
    }

    /** What would be deleted tonight of one class. */
    @GetMapping("/{kind}")
    ModelAndView tonight(@PathVariable String kind) {
        user.require(PrivacyRoles.WATCHING);
        return new ModelAndView("privacy/due", Map.of("kind", kind(kind).kind(), "due", retention.due(kind(kind), SHOWN), "most", SHOWN));
    }

    @PostMapping("/{kind}")
    ModelAndView set(@PathVariable String kind, @RequestParam(defaultValue = "") String length, @RequestParam(defaultValue = "YEAR") Period.Unit unit,
                     RedirectAttributes next) {
        user.require(PrivacyRoles.KEYS);
        try {
            book.set(kind(kind).kind(), length.isBlank() ? null : new Period(number(length), unit), user.id());
        } catch (Refusal refusal) {
            return page(PageForm.of(Map.of("kind", kind, "length", length, "unit", unit.name())).with(texts, refusal).at("length-" + kind),
                    refusal.kind().status());
        }
        next.addFlashAttribute("done", "privacy.retention.set");
        return new ModelAndView("redirect:/desk/retention");
    }

    /** The report of the last year as CSV, for whoever has to show it. */
    @GetMapping("/report.csv")
    ResponseEntity<byte[]> report() {
        user.require(PrivacyRoles.WATCHING);
        StringBuilder csv = new StringBuilder("\uFEFFclass,item,case,clock began,period,deleted on\r\n");
        lately(LONGEST_REPORT).forEach(line -> csv.append(String.join(",", line.kind(), line.item(), line.caseNumber() == null ? "" : line.caseNumber(),
                line.begun().toString(), line.period().length() + " " + line.period().unit(), line.at().toString())).append("\r\n"));
        return FileAnswers.download("deleted.csv", "text/csv;charset=UTF-8", csv.toString().getBytes(StandardCharsets.UTF_8));
    }

    private List<RetentionBook.Deleted> lately(int limit) {
        Instant now = clock.instant();
        return book.report(now.minus(REPORT), now.plusSeconds(1), limit);
    }

    private Retained kind(String kind) {
        return retention.kinds().stream().filter(one -> one.kind().equals(kind)).findFirst().orElseThrow(() -> Refusal.notFound("retention-kind-unknown"));
    }

    private static int number(String length) {
        try {
            int number = Integer.parseInt(length.strip());
            if (number >= 1 && number <= Period.LONGEST) {
                return number;
            }
        } catch (NumberFormatException e) {
            throw Refusal.invalid("length", "retention-length", Period.LONGEST);
        }
        throw Refusal.invalid("length", "retention-length", Period.LONGEST);
    }

    private ModelAndView page(PageForm form, int status) {
        Map<String, Period> periods = book.periods();
        List<Line> lines = new ArrayList<>();
        for (Retained kind : retention.kinds()) {
            List<Retention.Due> due = retention.due(kind, SHOWN);
            int held = (int) due.stream().filter(Retention.Due::held).count();
            lines.add(new Line(kind.kind(), periods.get(kind.kind()), due.size() - held, held, due.size() == SHOWN, book.deleted(kind.kind())));
        }
        return new ModelAndView("privacy/retention", Map.of("lines", lines, "form", form, "report", lately(SHOWN),
                "units", Arrays.stream(Period.Unit.values()).map(unit -> new Option(unit.name(), texts.of("privacy.unit." + unit))).toList(),
                "sets", user.has(Role.ADMINISTRATOR)), HttpStatusCode.valueOf(status));
    }
}
