package org.zhiping.intake;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.zhiping.platform.Language;
import org.zhiping.platform.Texts;
import org.zhiping.standard.Packs;
import org.zhiping.standard.StandardPack;

/** Claims in words and back: a reviewer reads and writes 应届毕业生, the tables know {@code final-year}. */
@Component
class ClaimWords {

    /** The group of codes that a field chooses from; {@code level} has the standard's own levels too. */
    private static final Map<String, String> GROUPS = Map.of("applicantKind", "applicantKind", "level", "certificateLevel",
            "rank", "titleRank", "kind", "titleKind", "schoolType", "schoolType", "degree", "degree", "graduation", "graduation",
            "technicianClass", "technicianClass", "completed", "completed");
    private static final Map<String, List<String>> CODES = Map.of("applicantKind", ClaimCodes.APPLICANT_KINDS,
            "titleRank", ClaimCodes.TITLE_RANKS, "titleKind", ClaimCodes.TITLE_KINDS, "schoolType", ClaimCodes.SCHOOL_TYPES, "degree", ClaimCodes.DEGREES,
            "graduation", ClaimCodes.GRADUATIONS, "technicianClass", ClaimCodes.TECHNICIAN_CLASSES,
            "completed", List.of("yes", "no"));

    private final Texts texts;
    private final Packs packs;

    ClaimWords(Texts texts, Packs packs) {
        this.texts = texts;
        this.packs = packs;
    }

    List<ClaimedFact> facts(Application application) {
        Map<String, String> claimed = ClaimValues.of(application.claims());
        Map<String, String> corrections = application.confirmation().corrections();
        List<ClaimedFact> facts = new ArrayList<>();
        claimed.forEach((id, value) -> facts.add(new ClaimedFact(id, label(id), words(application, id, value),
                words(application, id, corrections.getOrDefault(id, value)))));
        return facts;
    }

    /** The code or date behind words; the words themselves where the fact is free text. */
    String value(Application application, String id, String words) {
        String typed = words.strip();
        if (typed.equals(Confirmation.REJECTED) && id.contains(".")) {
            return Confirmation.REJECTED;
        }
        if (field(id).equals("to") && Language.ALL.stream().anyMatch(language -> texts.of(language, "claim.to.now").equals(typed))) {
            return "";
        }
        return codes(application, id).stream().filter(code -> code.equals(typed)
                || Language.ALL.stream().anyMatch(language -> word(application, id, code, language).equalsIgnoreCase(typed)))
                .findFirst().orElse(typed);
    }

    String words(Application application, String id, String value) {
        if (field(id).equals("to") && value.isEmpty()) {
            return texts.of("claim.to.now");
        }
        return codes(application, id).contains(value)
                ? word(application, id, value, Language.now()) : value;
    }

    private List<String> codes(Application application, String id) {
        return field(id).equals("level") ? Standings.levels(pack(application))
                : CODES.getOrDefault(GROUPS.getOrDefault(field(id), ""), List.of());
    }

    private String word(Application application, String id, String code, Locale locale) {
        return Optional.of(code).filter(level -> field(id).equals("level")).flatMap(pack(application)::level)
                .map(level -> level.in(locale)).orElseGet(() -> texts.of(locale, "claim." + GROUPS.get(field(id)) + "." + code));
    }

    private StandardPack pack(Application application) {
        return packs.find(application.standard(), application.edition());
    }

    String label(String id) {
        String[] parts = id.split("\\.");
        String entry = parts[0].replaceAll("\\d", "");
        String number = parts[0].replaceAll("\\D", "");
        String path = parts.length == 1 ? "person." + id : (number.isEmpty() ? entry : entry + "s") + "." + parts[1];
        return texts.of("claim.field." + path, number);
    }

    private static String field(String id) {
        return id.substring(id.lastIndexOf('.') + 1);
    }
}
