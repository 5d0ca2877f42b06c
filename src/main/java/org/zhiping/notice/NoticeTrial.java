package org.zhiping.notice;

import java.time.Instant;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.springframework.stereotype.Component;
import org.zhiping.intake.Application;
import org.zhiping.intake.ApplicationStatus;
import org.zhiping.intake.Applications;
import org.zhiping.intake.MilestoneReached;
import org.zhiping.intake.MilestoneWords;
import org.zhiping.intake.Milestones;
import org.zhiping.intake.PersonIndex;
import org.zhiping.platform.BusinessKey;
import org.zhiping.platform.Refusal;

/** Fills words that are not published yet in, with the values of a real case. */
@Component
public class NoticeTrial {

    private static final int RECENT = 10;
    /** What somebody typed, which may name a person. */
    private static final Set<String> TYPED = Set.of("reason", "items");

    private final Notices notices;
    private final NoticeValues values;
    private final NoticeKinds kinds;
    private final NoticeTemplates templates;
    private final Rendering rendering;
    private final Applications applications;
    private final PersonIndex persons;
    private final Milestones milestones;
    private final List<MilestoneWords> words;

    NoticeTrial(Notices notices, NoticeValues values, NoticeKinds kinds, NoticeTemplates templates, Rendering rendering,
                Applications applications, PersonIndex persons, Milestones milestones, List<MilestoneWords> words) {
        this.notices = notices;
        this.values = values;
        this.kinds = kinds;
        this.templates = templates;
        this.rendering = rendering;
        this.applications = applications;
        this.persons = persons;
        this.milestones = milestones;
        this.words = words;
    }

    /** A notice that was told. */
    public record Recent(String number, Instant at) {
    }

    /**
     * Where values come from.
     *
     * @param number    case or session; empty for examples
     * @param told      when the case was told this; null where it was not, and the rest are examples
     * @param applicant account; null where there is none
     * @param hidden    whether examples stand where somebody typed
     */
    public record Values(String number, Instant told, String applicant, boolean hidden, Function<Locale, Map<String, String>> in) {
    }

    /** Cases and sessions that were told this lately, newest first. */
    public List<Recent> recent(String kind) {
        Map<String, Recent> newest = new LinkedHashMap<>();
        notices.ofKind(kind, RECENT * 5).stream().filter(told -> !told.number().isEmpty())
                .forEach(told -> newest.putIfAbsent(told.number(), new Recent(told.number(), told.at())));
        return newest.values().stream().limit(RECENT).toList();
    }

    /** Examples of every value. */
    public Values examples(String kind) {
        return new Values("", null, null, false, locale -> kinds.sample(kind, locale, true));
    }

    /**
     * @param viewer      who looks: nobody sees the values of their own case
     * @param seesPeople  false hides what was typed about people
     * @throws Refusal (NOT_FOUND) when there is no such case, or it is a draft
     */
    public Values of(String kind, String number, String viewer, boolean seesPeople) {
        Optional<Notices.Told> told = notices.latest(kind, number);
        Map<String, String> said = new HashMap<>(told.map(Notices.Told::said).orElse(Map.of()));
        Instant at = told.map(Notices.Told::at).orElse(null);
        String applicant = null;
        MilestoneReached milestone = null;
        if (!BusinessKey.isSession(number)) {
            Application application = applications.find(number);
            applicant = application.applicant();
            if (application.status() == ApplicationStatus.DRAFT || persons.isOwn(viewer, application)) {
                throw Refusal.notFound("notice-trial-case");
            }
            milestone = milestones.of(number).stream().filter(each -> Notifier.kind(each.milestone()).equals(kind))
                    .reduce((earlier, later) -> later).orElse(null);
            if (told.isEmpty() && milestone != null) {
                said.putAll(milestone.args());
                at = milestone.at();
            }
        } else if (told.isEmpty()) {
            throw Refusal.notFound("notice-trial-case");
        }
        Function<Locale, Map<String, String>> own = values.of(kind, number, said);
        boolean real = at != null;
        MilestoneReached reached = milestone;
        return new Values(number, at, applicant, real && !seesPeople && TYPED.stream().anyMatch(said::containsKey), locale -> {
            Map<String, String> all = new HashMap<>(real ? Map.of() : kinds.sample(kind, locale, true));
            all.putAll(templates.readable(own.apply(locale), locale));
            if (!seesPeople) {
                TYPED.forEach(name -> all.computeIfPresent(name, (typed, value) -> kinds.sample(kind, locale, true).getOrDefault(name, "…")));
            }
            if (real && reached != null) {
                all.putAll(MilestoneWords.all(words, reached, locale));
            }
            return all;
        });
    }

    /** @throws Refusal (INVALID) at {@code subject-<language>}, {@code body-…} or {@code sms-…} where the words cannot be filled in with these values */
    public Wording say(String kind, Locale locale, TemplateText text, Values with) {
        Map<String, String> filled = with.in().apply(locale);
        TemplateVersion version = TemplateVersion.shipped(kind, locale, text);
        String[] part = {"subject"};
        try {
            return Saying.of(version, filled, (format, source, values) -> {
                part[0] = source.equals(text.subject()) ? "subject" : source.equals(text.body()) ? "body" : "sms";
                return rendering.bounded(format, source, values);
            });
        } catch (TemplateFailure failed) {
            throw Refusal.invalid(List.of(failed.fault().in(part[0] + "-" + locale.toLanguageTag())));
        }
    }
}
