package org.zhiping.platform.process.model;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** How a process names a decision: plainly, or as a decision of the case's standard pack. */
final class DecisionReference {

    private static final Pattern OF_THE_PACK = Pattern.compile("([a-z][a-z0-9-]*)-\\$\\{standard}-\\$\\{edition}");

    private DecisionReference() {
    }

    /** What stands before standard and edition, or null when this names one decision for all. */
    static String packBase(String reference) {
        Matcher matcher = OF_THE_PACK.matcher(reference);
        return matcher.matches() ? matcher.group(1) : null;
    }

    static boolean isValid(String reference) {
        return packBase(reference) != null || BpmnRules.isKebab(reference);
    }
}
