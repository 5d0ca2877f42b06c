package org.zhiping.intake;

import java.util.List;
import java.util.Map;

/** An application's facts, for those who review it. */
public interface CaseFacts {

    /** Everything that can be confirmed or corrected. */
    List<ClaimedFact> claimed(Application application);

    /**
     * What a reviewer found, as corrections.
     *
     * @param confirmed words by fact id; what equals the claim is no correction
     * @throws org.zhiping.platform.Refusal naming each fact that is unknown or not understood
     */
    Map<String, String> corrections(Application application, Map<String, String> confirmed);

    /** How the application stands if this is confirmed. */
    Eligibility eligibility(Application application, Confirmation confirmation);

    /** The question of this id, as it was asked about the application's claims. */
    Question question(Application application, String id);

    /** What is asked for as far as facts are confirmed, with the files that are there. */
    default List<Requirement> requirements(Application application) {
        return requirements(application, application.confirmation());
    }

    /** What is asked for if this is confirmed, with the files that are there. */
    List<Requirement> requirements(Application application, Confirmation confirmation);

    /** Files that had been handed in and were then replaced or taken out. */
    List<EarlierFile> earlierFiles(Application application);
}
