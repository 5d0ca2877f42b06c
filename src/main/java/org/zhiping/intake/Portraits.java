package org.zhiping.intake;

import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.zhiping.document.Documents;
import org.zhiping.standard.ParameterSpec;
import org.zhiping.standard.Rulebook;

/** The portraits of applicants as papers show them, where the institution asks for one (parameter {@code printedPhoto}). */
@Component
public class Portraits {

    private static final String PRINTED = "printedPhoto";

    private final Rounds rounds;
    private final Rulebook rulebook;
    private final Applications applications;
    private final Documents documents;

    Portraits(Rounds rounds, Rulebook rulebook, Applications applications, Documents documents) {
        this.rounds = rounds;
        this.rulebook = rulebook;
        this.applications = applications;
        this.documents = documents;
    }

    /**
     * A JPEG for a place of 35 mm by 49 mm; empty where papers bear no photo.
     *
     * @throws IllegalStateException when they do and the case has none
     */
    public Optional<byte[]> of(Application application) {
        Object printed = rulebook.parameterFacts(application.standard(), application.edition(),
                rounds.find(application.roundNumber()).parameters()).get(PRINTED);
        return ParameterSpec.YES.equals(printed) ? Optional.of(read(application.caseNumber())) : Optional.empty();
    }

    /** The same picture where the applicant has handed one in, whatever the institution prints. */
    public Optional<byte[]> uploaded(Application application) {
        return applications.photo(application.caseNumber()).map(this::read);
    }

    private byte[] read(String caseNumber) {
        return read(applications.photo(caseNumber)
                .orElseThrow(() -> new IllegalStateException("The papers of " + caseNumber + " need a photo")));
    }

    private byte[] read(UUID photo) {
        return documents.portrait(photo);
    }
}
