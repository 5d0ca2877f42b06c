package org.zhiping.record;

import java.util.List;
import java.util.Set;
import org.zhiping.identity.CurrentUser;
import org.zhiping.identity.Role;

/**
 * What somebody may see of a record. A supervisor sees everything. Other staff see their own acts, and what the case file shows them too:
 * no refusals, looks at personal data or exports of others, results only where they are meant for them, and nobody who scores by name.
 * The applicant sees what was done, in plain words and without names of staff.
 *
 * @param account of the reader
 * @param person  whether the applicant is called by name, as on the page of the case
 */
record Sight(String account, boolean applicant, boolean everything, boolean results, boolean person) {

    private static final List<Role> RESULTS = List.of(Role.SCORE_VERIFIER, Role.APPROVER, Role.CERTIFICATE_OFFICER);
    private static final List<Role> PERSON = List.of(Role.ACCEPTANCE_OFFICER, Role.EVALUATOR, Role.CERTIFICATE_OFFICER, Role.SUPERVISOR);
    private static final Set<String> WATCHED = Set.of("act-refused", "relation-declared", "recusal-asked", "recusal-recorded",
            "recusal-declined", "personal-data-revealed", "record-exported", "document-printed", "hold-set", "hold-lifted");
    private static final Set<String> RESULT_TASKS = Set.of("approve-result", "answer-approver");
    private static final Set<String> RESULT_DECISIONS = Set.of("pass-fail", "part-outcome", "panel-aggregation");
    private static final Set<String> SCORING = Set.of("enter-scores", "score-candidate");
    private static final Set<String> SCORER_KINDS = Set.of("scorer-replaced", "session-staff-replaced", "act-voided");
    private static final Set<String> TOLD_TASKS = Set.of("review-materials", "give-evaluator-opinion", "appoint-panel");
    /** Milestones are told as the case's page tells them; of the rest the applicant is told these. */
    private static final Set<String> TOLD = Set.of("notice-told", "personal-data-revealed", "document-printed", "act-voided", "recusal-asked",
            "recusal-recorded", "recusal-declined");

    /** Details that would name a scorer, or say something of one. */
    static final Set<String> VEILED = Set.of("reason", "from", "to");

    static Sight staff(CurrentUser user) {
        return new Sight(user.id(), false, user.has(Role.SUPERVISOR), RESULTS.stream().anyMatch(user::has),
                PERSON.stream().anyMatch(user::has));
    }

    static Sight ofApplicant(String account) {
        return new Sight(account, true, false, false, true);
    }

    String view() {
        return applicant ? "applicant" : everything ? "supervisor" : "staff";
    }

    boolean sees(Entry entry) {
        return applicant ? told(entry) : everything || own(entry) || !WATCHED.contains(entry.kind()) && (results || !ofResults(entry));
    }

    /** Whether everything that the entry says is shown. */
    boolean whole(Entry entry) {
        return !applicant && sees(entry) && named(entry) && !masked(entry) && unveiled(entry);
    }

    /** Whether the actor is the applicant, and of the name only the first character is told. */
    boolean masked(Entry entry) {
        return !person && Role.APPLICANT.id().equals(entry.role());
    }

    /** Whether the actor is called by name. */
    boolean named(Entry entry) {
        return everything || own(entry) || !applicant && !ofScorers(entry);
    }

    /** Whether people whom the entry names beside the actor are named, and what was said of them. */
    boolean unveiled(Entry entry) {
        return everything || !applicant && !ofScorers(entry);
    }

    private static boolean ofScorers(Entry entry) {
        return SCORER_KINDS.contains(entry.kind())
                || SCORING.contains(entry.details().getOrDefault("task", "")) && !entry.kind().equals("deadline-moved");
    }

    private boolean own(Entry entry) {
        return account.equals(entry.actor());
    }

    private static boolean ofResults(Entry entry) {
        return RESULT_TASKS.contains(entry.details().getOrDefault("task", "")) || RESULT_DECISIONS.contains(entry.details().getOrDefault("decision", ""));
    }

    private boolean told(Entry entry) {
        return switch (entry.kind()) {
            case "task-completed" -> TOLD_TASKS.contains(entry.details().getOrDefault("task", "")) || own(entry);
            case "decision-made" -> entry.details().getOrDefault("decision", "").equals("eligibility");
            case "notice-told" -> !entry.details().getOrDefault("notice", "staff-").startsWith("staff-");
            default -> TOLD.contains(entry.kind()) || RecordTexts.milestone(entry.kind()).isPresent();
        };
    }
}
