package org.zhiping.intake;

import java.util.Map;
import java.util.stream.Collectors;

/**
 * What a reviewer has established about the claims of one application.
 *
 * @param corrections value by fact id (such as {@code job1.from}) where it differs from the claim; {@link #REJECTED}
 *                    strikes the whole entry
 * @param answers     yes or no by question id, where only a person can tell
 */
public record Confirmation(Map<String, String> corrections, Map<String, String> answers) {

    public static final Confirmation NONE = new Confirmation(Map.of(), Map.of());
    public static final String REJECTED = "无";

    public Confirmation {
        corrections = corrections.entrySet().stream()
                .collect(Collectors.toUnmodifiableMap(correction -> factId(correction.getKey()), Map.Entry::getValue));
        answers = Map.copyOf(answers);
    }

    /** The id of a fact; earlier versions had one education and one course, without a number. */
    public static String factId(String stored) {
        return stored.replaceFirst("^(education|course)\\.", "$11.");
    }
}
