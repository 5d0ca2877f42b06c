package org.zhiping.intake;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import org.zhiping.platform.Refusal;
import org.zhiping.platform.Refusal.Fault;
import org.zhiping.standard.Packs;

/** Lets a reviewer see, correct and judge the facts of an application. */
@Component
class ReviewedFacts implements CaseFacts {

    private final ClaimWords words;
    private final Standings standings;
    private final Requirements requirements;
    private final Packs packs;
    private final QuestionTexts questions;
    private final Clock clock;

    ReviewedFacts(ClaimWords words, Standings standings, Requirements requirements, Packs packs,
                  QuestionTexts questions, Clock clock) {
        this.words = words;
        this.standings = standings;
        this.requirements = requirements;
        this.packs = packs;
        this.questions = questions;
        this.clock = clock;
    }

    @Override
    public List<ClaimedFact> claimed(Application application) {
        return words.facts(application);
    }

    @Override
    public Map<String, String> corrections(Application application, Map<String, String> confirmed) {
        Map<String, String> claimed = ClaimValues.of(application.claims());
        Map<String, String> corrections = new HashMap<>();
        List<Fault> faults = new ArrayList<>();
        confirmed.forEach((id, typed) -> {
            String value = words.value(application, id, typed);
            if (!claimed.containsKey(id)) {
                faults.add(new Fault("facts", "fact-unknown", id));
            } else if (!value.equals(claimed.get(id))) {
                corrections.put(id, value);
            }
        });
        corrections.keySet().stream().filter(id -> isUnreadable(application, entryOf(id, corrections)))
                .forEach(id -> faults.add(new Fault("facts", "fact-not-understood", words.label(id))));
        if (!faults.isEmpty()) {
            throw Refusal.invalid(faults);
        }
        return corrections;
    }

    private static Map<String, String> entryOf(String id, Map<String, String> corrections) {
        String entry = id.contains(".") ? id.substring(0, id.indexOf('.') + 1) : id;
        return corrections.entrySet().stream().filter(correction -> correction.getKey().startsWith(entry))
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    /** Entry by entry, so that a struck one does not move those behind it to another place. */
    private boolean isUnreadable(Application application, Map<String, String> corrections) {
        Claims corrected = Corrections.apply(application.claims(), corrections);
        List<String> levels = Standings.levels(packs.find(application.standard(), application.edition()));
        return !ClaimCodes.APPLICANT_KINDS.contains(corrected.person().applicantKind())
                || !ClaimReader.read(corrected, levels, LocalDate.now(clock)).faults().isEmpty();
    }

    @Override
    public Eligibility eligibility(Application application, Confirmation confirmation) {
        return standings.of(application, confirmation).eligibility();
    }

    @Override
    public Question question(Application application, String id) {
        return questions.said(packs.find(application.standard(), application.edition()), Question.about(id, application.claims()));
    }

    @Override
    public List<Requirement> requirements(Application application, Confirmation confirmation) {
        return requirements.of(application, confirmation);
    }

    @Override
    public List<EarlierFile> earlierFiles(Application application) {
        return requirements.earlier(application);
    }
}
