package org.zhiping.record;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import org.zhiping.identity.Accounts;
import org.zhiping.intake.Application;
import org.zhiping.intake.Milestone;
import org.zhiping.intake.SubjectNames;
import org.zhiping.platform.CaseAct.Basis;
import org.zhiping.platform.MaskedName;
import org.zhiping.platform.Texts;
import org.zhiping.platform.process.StepNames;
import org.zhiping.platform.web.PageTimes;
import org.zhiping.record.RecordLine.Detail;
import org.zhiping.standard.Rulebook;

/** Entries in the words of the reader's language. */
@Component
class RecordTexts {

    /** In which order details are told; others are for programs. */
    private static final List<String> TOLD = List.of("outcome", "part", "number", "session", "round", "before", "due", "refusal", "reason", "what", "from", "to",
            "person", "people", "channels", "format");

    private final Texts texts;
    private final StepNames steps;
    private final SubjectNames names;
    private final Accounts accounts;
    private final PageTimes times;

    RecordTexts(Texts texts, StepNames steps, SubjectNames names, Accounts accounts, PageTimes times) {
        this.texts = texts;
        this.steps = steps;
        this.names = names;
        this.accounts = accounts;
        this.times = times;
    }

    /** The milestone that an entry of this kind tells. */
    static Optional<Milestone> milestone(String kind) {
        String name = kind.toUpperCase(Locale.ROOT).replace('-', '_');
        return Arrays.stream(Milestone.values()).filter(one -> one.name().equals(name)).findFirst();
    }

    String title(Entry entry, boolean applicant) {
        Optional<Milestone> milestone = milestone(entry.kind());
        if (milestone.isPresent()) {
            return texts.of("page.milestone." + milestone.get());
        }
        String act = "record.act." + entry.kind();
        return applicant ? texts.orElse("record.told." + entry.kind(), texts.orElse(act, entry.kind())) : texts.orElse(act, entry.kind());
    }

    /** What it was done with: the task, the decision, the notice. */
    String subject(Entry entry) {
        Map<String, String> details = entry.details();
        if (details.containsKey("notice")) {
            return texts.orElse("notice.kind." + details.get("notice"), "");
        }
        if (details.containsKey("decision")) {
            return texts.orElse("record.decision." + details.get("decision"), details.get("decision"));
        }
        return details.containsKey("task") ? steps.of(details.get("task"), null) : "";
    }

    List<Detail> details(Application application, Entry entry, boolean unveiled) {
        return TOLD.stream().filter(name -> entry.details().containsKey(name) && (unveiled || !Sight.VEILED.contains(name)))
                .filter(name -> !entry.details().get(name).isBlank() && !(name.equals("people") && entry.details().get(name).equals("1")))
                .map(name -> new Detail(texts.of("record.detail." + name), value(application, entry, name))).toList();
    }

    /** In the words that were told; a table may have a reason of its own. */
    private String refusal(String code, String caseNumber, Entry entry) {
        return texts.orElse("refusal." + code, null) == null ? code : texts.of("refusal." + code, caseNumber, person(entry), code);
    }

    /** Who must keep out: whoever wanted to act, or to whom they wanted to give it. */
    private String person(Entry entry) {
        return entry.details().containsKey("person") ? accounts.nameOf(entry.details().get("person")) : entry.name();
    }

    private String value(Application application, Entry entry, String name) {
        String value = entry.details().get(name);
        return switch (name) {
            case "part" -> value.equals(Rulebook.NO_MORE_PARTS) ? texts.of("record.value.none") : names.part(application.standard(), application.edition(), value);
            case "before", "due" -> moment(value);
            case "from", "to", "person" -> accounts.nameOf(value);
            case "outcome", "what", "format" -> texts.orElse("record.value." + value, value);
            case "channels" -> Arrays.stream(value.split(" ")).map(way -> texts.orElse("record.value." + way, way))
                    .collect(Collectors.joining(texts.of("record.and")));
            case "refusal" -> refusal(value, application.caseNumber(), entry);
            default -> value;
        };
    }

    private String moment(String value) {
        try {
            return value.length() == 10 ? times.day(LocalDate.parse(value)) : times.when(OffsetDateTime.parse(value).toInstant());
        } catch (DateTimeException asWritten) {
            return value;
        }
    }

    /** @param applicant is told the clause, not which version of which file */
    List<Detail> basis(Entry entry, boolean applicant) {
        Map<String, String> basis = entry.basis();
        List<Detail> said = new ArrayList<>();
        if (basis.containsKey(Basis.CLAUSES)) {
            said.add(new Detail(texts.of("record.basis.clauses"), basis.get(Basis.CLAUSES)));
        }
        if (!applicant) {
            versioned(basis, Basis.DECISION, Basis.DECISION_VERSION).ifPresent(said::add);
            if (basis.containsKey(Basis.RULES)) {
                said.add(new Detail(texts.of("record.basis.rules"), basis.get(Basis.RULES)));
            }
            versioned(basis, Basis.FORM, Basis.FORM_VERSION).ifPresent(said::add);
            versioned(basis, Basis.MODEL, Basis.MODEL_VERSION).ifPresent(said::add);
            if (basis.containsKey(Basis.EDITION)) {
                said.add(new Detail(texts.of("record.basis.standard"), basis.get(Basis.STANDARD) + " " + basis.get(Basis.EDITION)));
            }
        }
        return said;
    }

    private Optional<Detail> versioned(Map<String, String> basis, String what, String version) {
        return Optional.ofNullable(basis.get(what)).map(name -> new Detail(texts.of("record.basis." + what),
                basis.containsKey(version) ? name + " v" + basis.get(version) : name));
    }

    String role(String id) {
        return id.isEmpty() ? "" : texts.orElse("page.role." + id, id);
    }

    String who(Entry entry, Sight sight) {
        if (entry.actor() == null) {
            return texts.of("record.who.system");
        }
        if (sight.applicant()) {
            return texts.of(entry.actor().equals(sight.account()) ? "record.who.you" : "record.who.staff");
        }
        if (sight.masked(entry)) {
            return MaskedName.of(entry.name());
        }
        return !sight.named(entry) ? texts.of("record.who.unnamed") : entry.name().isEmpty() ? entry.actor() : entry.name();
    }
}
