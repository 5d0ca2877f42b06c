package org.zhiping.page;

import java.time.Clock;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.zhiping.document.Paper;
import org.zhiping.document.Papers;
import org.zhiping.document.QrCode;
import org.zhiping.document.Unprintable;
import org.zhiping.intake.Application;
import org.zhiping.intake.ApplicationStatus;
import org.zhiping.intake.CaseFacts;
import org.zhiping.intake.Eligibility;
import org.zhiping.intake.Portraits;
import org.zhiping.intake.Question;
import org.zhiping.intake.Rounds;
import org.zhiping.intake.SubjectNames;
import org.zhiping.page.FormSection.Line;
import org.zhiping.platform.Institution;
import org.zhiping.platform.Language;
import org.zhiping.platform.PublicAddress;
import org.zhiping.platform.Refusal;
import org.zhiping.platform.Texts;
import org.zhiping.platform.web.PageTimes;

/**
 * The application form 申报表 on paper, to be checked and signed: everything as typed, in the reader's language, with
 * heading and declaration in both. Who may have one is decided by the caller.
 */
@Component
@Transactional(readOnly = true)
public class ApplicationForms {

    private static final List<String> WORDS = List.of("case", "round", "level", "submitted", "printed", "materials", "none",
            "eligibility", "colon", "signature", "date", "received", "photo");
    private static final List<String> IN_BOTH = List.of("title", "declaration", "declaration.text", "note", "draft");

    private final ClaimSections sections;
    private final MaterialLines materials;
    private final CaseFacts facts;
    private final Portraits portraits;
    private final Rounds rounds;
    private final SubjectNames names;
    private final Papers papers;
    private final Texts texts;
    private final PageTimes times;
    private final Institution institution;
    private final PublicAddress address;
    private final Clock clock;

    ApplicationForms(ClaimSections sections, MaterialLines materials, CaseFacts facts, Portraits portraits, Rounds rounds,
                     SubjectNames names, Papers papers, Texts texts, PageTimes times, Institution institution, PublicAddress address,
                     Clock clock) {
        this.sections = sections;
        this.materials = materials;
        this.facts = facts;
        this.portraits = portraits;
        this.rounds = rounds;
        this.names = names;
        this.papers = papers;
        this.texts = texts;
        this.times = times;
        this.institution = institution;
        this.address = address;
        this.clock = clock;
    }

    /**
     * A PDF.
     *
     * @param own true for the applicant, whose document it is; for everybody else its numbers are masked
     * @throws Refusal (CONFLICT) naming a character that no font has
     */
    public byte[] print(Application application, boolean own) {
        Map<String, byte[]> pictures = new HashMap<>();
        pictures.put("code", QrCode.png(address.of("/desk/cases/" + application.caseNumber())));
        portraits.uploaded(application).ifPresent(photo -> pictures.put("photo", photo));
        Paper paper = new Paper("application-form.ftlh", model(application, own), pictures);
        try {
            papers.check(paper);
            return papers.render(paper);
        } catch (Unprintable missing) {
            throw Refusal.conflict("form-unprintable", missing.character());
        }
    }

    private Map<String, Object> model(Application application, boolean own) {
        Map<String, Object> model = new HashMap<>();
        model.put("lang", Language.now().toLanguageTag());
        model.put("draft", application.status() == ApplicationStatus.DRAFT);
        model.put("words", WORDS.stream().collect(Collectors.toMap(word -> word, word -> texts.of("page.paper." + word))));
        model.put("zh", inBoth(true));
        model.put("en", inBoth(false));
        model.put("institution", institution.name(Language.now()));
        model.put("caseNumber", application.caseNumber());
        model.put("subject", names.of(application));
        model.put("round", rounds.find(application.roundNumber()).name());
        model.put("submitted", application.submittedAt() == null ? "" : times.when(application.submittedAt()));
        model.put("printed", times.day(LocalDate.now(clock)));
        model.put("sections", (own ? sections.of(application) : sections.masked(application)).stream().map(FormSection::of).toList());
        model.put("materials", materials.of(application).stream().map(this::material).toList());
        Eligibility eligibility = facts.eligibility(application, application.confirmation());
        model.put("outcome", texts.of("page.eligibility.case." + eligibility.outcome()));
        model.put("reference", eligibility.referenceDate() == null ? "" : texts.of("page.eligibility.reference", times.day(eligibility.referenceDate())));
        model.put("conditions", eligibility.met().stream().map(met -> new Line(met.text(), texts.of("page.eligibility.clause", met.clause()))).toList());
        model.put("questions", eligibility.questions().stream().map(Question::text).toList());
        return model;
    }

    private Map<String, String> inBoth(boolean chinese) {
        return IN_BOTH.stream().collect(Collectors.toMap(word -> word.replace('.', '_'),
                word -> texts.of(chinese ? Language.CHINESE : Language.ENGLISH, "page.paper." + word)));
    }

    private Line material(MaterialLines.Line line) {
        String files = line.requirement().byApplication() ? texts.of("page.paper.itself")
                : line.requirement().files().stream().map(file -> file.name()).collect(Collectors.joining(texts.of("page.paper.and")));
        return new Line(line.name(), files);
    }
}
