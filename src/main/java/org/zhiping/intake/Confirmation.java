package org.zhiping.intake;

import java.util.Map;

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
        corrections = Map.copyOf(corrections);
        answers = Map.copyOf(answers);
    }
}
