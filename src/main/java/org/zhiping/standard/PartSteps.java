package org.zhiping.standard;

import org.zhiping.platform.process.ProcessBean;

/** What the process models ask about the parts of a standard. */
@ProcessBean("parts")
public class PartSteps {

    private final Rulebook rulebook;

    PartSteps(Rulebook rulebook) {
        this.rulebook = rulebook;
    }

    /** {@code session} or {@code panel}. */
    public String conductedBy(String standard, String edition, String part) {
        return rulebook.conductedBy(standard, edition, part);
    }
}
