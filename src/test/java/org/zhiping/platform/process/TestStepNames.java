package org.zhiping.platform.process;

import org.zhiping.platform.TestTexts;

/** The names of steps from the product's own bundles, without Spring. */
public final class TestStepNames {

    private TestStepNames() {
    }

    public static StepNames create() {
        return new StepNames(TestTexts.create());
    }
}
