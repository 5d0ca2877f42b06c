package org.zhiping.standard;

import java.io.IOException;
import java.io.UncheckedIOException;
import org.zhiping.platform.TestTexts;
import org.zhiping.platform.process.Decisions;

/** The packs and tables of this repository, for tests of other features without an engine. */
public final class TestStandards {

    public static final String S2 = "all-media-operator";
    public static final String S2_EDITION = "2023";
    public static final String S0 = "independent-operator";
    public static final String S0_EDITION = "undated";

    private static final Packs PACKS = read();

    private TestStandards() {
    }

    public static Packs packs() {
        return PACKS;
    }

    public static Rulebook rulebook(Decisions decisions) {
        return new TableRulebook(PACKS, decisions, factTexts());
    }

    public static FactTexts factTexts() {
        return new FactTexts(TestTexts.messages());
    }

    private static Packs read() {
        try {
            return new YamlPacks();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
