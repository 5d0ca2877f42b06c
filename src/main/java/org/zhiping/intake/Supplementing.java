package org.zhiping.intake;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import org.zhiping.platform.Refusal;
import org.zhiping.platform.Refusal.Fault;
import org.zhiping.platform.Texts;
import org.zhiping.standard.Packs;

/** Holds an applicant whose application was returned to what the return asks for, whichever way they come. */
@Component
class Supplementing implements Supplements {

    private static final int LONGEST_NOTE = 500;

    private final JdbcSupplements supplements;
    private final Requirements requirements;
    private final Files files;
    private final ClaimWords words;
    private final QuestionTexts questions;
    private final SubjectNames names;
    private final Packs packs;
    private final Texts texts;

    Supplementing(JdbcSupplements supplements, Requirements requirements, Files files, ClaimWords words, QuestionTexts questions,
                  Packs packs, Texts texts) {
        this.supplements = supplements;
        this.requirements = requirements;
        this.files = files;
        this.words = words;
        this.questions = questions;
        this.names = new SubjectNames(packs);
        this.packs = packs;
        this.texts = texts;
    }

    @Override
    public void ask(Application application, int number, List<Supplement.Item> items) {
        supplements.add(application, number, items);
    }

    @Override
    public List<Supplement> of(String caseNumber) {
        return supplements.of(caseNumber);
    }

    @Override
    public Optional<Supplement> current(Application application) {
        return application.status() != ApplicationStatus.RETURNED ? Optional.empty()
                : supplements.of(application.caseNumber()).stream().reduce((earlier, later) -> later)
                        .filter(last -> !last.items().isEmpty());
    }

    @Override
    public List<SupplementState> states(Application application, Supplement supplement) {
        List<Requirement> lines = lines(application);
        List<AttachedFile> now = files.of(application.caseNumber());
        List<EarlierFile> ended = files.earlier(application.caseNumber());
        return supplement.items().stream().map(item -> state(application, supplement, item, lines, now, ended)).toList();
    }

    private SupplementState state(Application application, Supplement supplement, Supplement.Item item, List<Requirement> lines,
                                  List<AttachedFile> now, List<EarlierFile> ended) {
        Instant asked = supplement.askedAt();
        List<Requirement> own = lines.stream().filter(item::concerns).toList();
        List<AttachedFile> current = now.stream().filter(file -> takes(item, own, file)).toList();
        List<AttachedFile> gone = ended.stream().filter(one -> one.endedAt().isAfter(asked) && !one.file().attachedAt().isAfter(asked))
                .map(EarlierFile::file).filter(file -> takes(item, own, file)).toList();
        List<AttachedFile> arrived = current.stream().filter(file -> file.attachedAt().isAfter(asked)).toList();
        List<AttachedFile> before = Stream.concat(gone.stream(), current.stream().filter(file -> !file.attachedAt().isAfter(asked))).toList();
        boolean answered = !item.note().isEmpty() || !gone.isEmpty() || !arrived.isEmpty() || supplement.changed(item, application.claims());
        boolean fact = item.kind() == Supplement.Kind.FACT;
        return new SupplementState(item, name(application, item), answered, before, arrived,
                fact ? said(application, supplement.before(), item.id()) : "", fact ? said(application, application.claims(), item.id()) : "");
    }

    private static boolean takes(Supplement.Item item, List<Requirement> own, AttachedFile file) {
        return item.kind() == Supplement.Kind.MATERIAL
                && (file.material().equals(item.id()) || own.stream().anyMatch(line -> line.takes(file.material())));
    }

    private String said(Application application, Claims claims, String fact) {
        String value = ClaimValues.of(claims).get(fact);
        return value == null ? "" : words.words(application, fact, value);
    }

    private String name(Application application, Supplement.Item item) {
        return switch (item.kind()) {
            case MATERIAL -> names.material(application, item.id());
            case FACT -> words.label(item.id());
            case QUESTION -> questions.said(packs.find(application.standard(), application.edition()),
                    Question.about(item.id(), application.claims())).text();
        };
    }

    /** @throws Refusal naming each statement that is changed although nobody asked for it */
    void requireAsked(Application application, Claims changed) {
        current(application).map(supplement -> supplement.beyond(changed)).filter(beyond -> !beyond.isEmpty()).ifPresent(beyond -> {
            throw Refusal.invalid(beyond.stream().map(field -> new Fault(field, "supplement-fact-settled",
                    texts.orElse("page.claim." + field, field))).toList());
        });
    }

    /** A file comes as a material that was returned, or as one that is required and of which nothing has been handed in. */
    void requireAsked(Application application, String material) {
        current(application).filter(supplement -> !takes(application, supplement, material)).ifPresent(supplement -> {
            throw Refusal.conflict("supplement-material-settled", names.material(application, material));
        });
    }

    private boolean takes(Application application, Supplement supplement, String material) {
        Set<UUID> handedIn = files.handedIn(application.caseNumber());
        return supplement.items().stream().anyMatch(item -> item.kind() == Supplement.Kind.MATERIAL && item.id().equals(material))
                || lines(application).stream().filter(line -> line.material().equals(material) || line.takes(material))
                        .anyMatch(line -> takes(supplement, line, handedIn));
    }

    /** Returned, or required and nothing of it has been handed in. */
    private static boolean takes(Supplement supplement, Requirement line, Set<UUID> handedIn) {
        return supplement.items().stream().anyMatch(item -> item.concerns(line))
                || line.required() && line.files().stream().noneMatch(file -> file.counts() && handedIn.contains(file.document()));
    }

    /** What had been handed in goes only where it was returned; what came since is the applicant's own. */
    void requireFree(Application application, UUID document) {
        if (files.handedIn(application.caseNumber()).contains(document)) {
            requireAsked(application, files.material(application.caseNumber(), document));
        }
    }

    /** Lines of what is asked for by what is stated, and by what was confirmed; they hold the same files. */
    private List<Requirement> lines(Application application) {
        Map<String, Requirement> lines = new LinkedHashMap<>();
        requirements.of(application, Confirmation.NONE).forEach(line -> lines.put(line.material(), line));
        requirements.of(application, application.confirmation()).stream().filter(Requirement::required)
                .forEach(line -> lines.putIfAbsent(line.material(), line));
        return new ArrayList<>(lines.values());
    }

    Set<String> openMaterials(Application application) {
        Optional<Supplement> supplement = current(application);
        Set<UUID> handedIn = files.handedIn(application.caseNumber());
        return lines(application).stream().filter(line -> !line.byApplication())
                .filter(line -> supplement.map(one -> takes(one, line, handedIn)).orElse(true)).map(Requirement::material).collect(Collectors.toSet());
    }

    void note(Application application, int position, String note) {
        String said = note == null ? "" : note.strip();
        if (said.codePointCount(0, said.length()) > LONGEST_NOTE) {
            throw Refusal.invalid("note", "supplement-note-too-long", LONGEST_NOTE);
        }
        Supplement supplement = current(application).filter(one -> one.items().stream().anyMatch(item -> item.position() == position))
                .orElseThrow(() -> Refusal.notFound("supplement-item-unknown"));
        supplements.note(supplement, position, said);
    }

    /** @throws Refusal (INVALID) naming each item that is as it was */
    void requireAnswered(Application application, Supplement supplement) {
        List<Fault> untouched = states(application, supplement).stream()
                .filter(state -> !state.answered()).map(state -> new Fault("items." + state.item().position(), "supplement-untouched", state.name()))
                .toList();
        if (!untouched.isEmpty()) {
            throw Refusal.invalid(untouched);
        }
    }
}
