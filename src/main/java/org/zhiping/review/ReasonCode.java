package org.zhiping.review;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * One line of the institution's list of reasons.
 *
 * @param verdict   doubtful or incomplete: the verdict that it goes with
 * @param materials codes of the materials that it goes with; none means all
 * @param opens     parts of the form that the applicant may correct on account of it
 */
record ReasonCode(@JsonProperty(required = true) String code, String verdict, String name, String nameEn, String advice, String adviceEn,
                  List<String> materials, List<String> opens) {

    static final String DOUBTFUL = "doubtful";
    static final String INCOMPLETE = "incomplete";

    private static final Set<String> PARTS = Set.of("person", "jobs", "certificates", "titles", "educations", "courses");

    ReasonCode {
        materials = materials == null ? List.of() : List.copyOf(materials);
        opens = opens == null ? List.of() : List.copyOf(opens);
    }

    boolean goesWith(String material) {
        return materials.isEmpty() || materials.contains(material);
    }

    Reason reason() {
        return new Reason(code, verdict, name, nameEn, advice, adviceEn);
    }

    /** What is wrong with it, for who wrote it; empty when nothing. */
    List<String> faults() {
        List<String> faults = new ArrayList<>();
        if (code == null || !code.matches("[a-z][a-z0-9]*(-[a-z0-9]+)*")) {
            faults.add("code: 小写字母、数字和连字符，如 page-missing / lower-case letters, digits and hyphens, as page-missing");
        }
        if (!List.of(DOUBTFUL, INCOMPLETE).contains(String.valueOf(verdict))) {
            faults.add("verdict: doubtful（真实性存疑）或 incomplete（不完整） / doubtful or incomplete");
        }
        blank("name", name, faults);
        blank("nameEn", nameEn, faults);
        blank("advice", advice, faults);
        blank("adviceEn", adviceEn, faults);
        materials.stream().filter(material -> !String.valueOf(material).matches("[A-Z][A-Z0-9_]*"))
                .forEach(material -> faults.add("materials: “" + material + "” 不是材料代码 / is no code of a material"));
        opens.stream().filter(part -> !PARTS.contains(part))
                .forEach(part -> faults.add("opens: “" + part + "” 不在其中 / is none of " + PARTS.stream().sorted().toList()));
        return faults;
    }

    private static void blank(String field, String text, List<String> faults) {
        if (text == null || text.isBlank() || text.length() > 200) {
            faults.add(field + ": 1–200 字 / characters");
        }
    }
}
