package org.zhiping.intake;

import java.text.Collator;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** Nationalities by the three letters of ISO 3166 that a passport shows (ICAO Doc 9303-3); their names are those of the Java runtime. */
public final class Nationalities {

    /** Parts of a state, whose people have documents of their own. */
    private static final Set<String> PARTS = Set.of("HK", "MO", "TW");
    private static final Map<String, Locale> STATES = new HashMap<>();

    static {
        Arrays.stream(Locale.getISOCountries()).filter(two -> !PARTS.contains(two)).map(two -> new Locale.Builder().setRegion(two).build())
                .forEach(state -> STATES.put(state.getISO3Country(), state));
    }

    private Nationalities() {
    }

    public static boolean known(String code) {
        return STATES.containsKey(code);
    }

    /** All codes, in the order of their names in this language. */
    public static List<String> codes(Locale language) {
        return STATES.keySet().stream().sorted(Comparator.comparing((String code) -> name(code, language), Collator.getInstance(language))).toList();
    }

    /** What was typed, where it is no code. */
    public static String name(String code, Locale language) {
        return known(code) ? STATES.get(code).getDisplayCountry(language) : code;
    }
}
