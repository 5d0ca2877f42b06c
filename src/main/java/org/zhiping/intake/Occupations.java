package org.zhiping.intake;

import java.text.Normalizer;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.zhiping.standard.StandardPack;

/** Tells whether an occupation is this one 本职业 or a related one 相关职业: by the standard's list, else by a person's answer. */
record Occupations(StandardPack pack, Map<String, String> answers) {

    enum Scope {
        SELF, RELATED, UNDETERMINED, OTHER;

        boolean counts() {
            return this == SELF || this == RELATED;
        }
    }

    Scope scope(String occupation) {
        if (occupation.equals(pack.name())) {
            return Scope.SELF;
        }
        if (pack.relatedOccupations().contains(occupation)) {
            return Scope.RELATED;
        }
        return switch (answers.getOrDefault(Question.OCCUPATION + occupation, "")) {
            case "yes" -> Scope.RELATED;
            case "no" -> Scope.OTHER;
            default -> pack.relatedOccupationsOpen() ? Scope.UNDETERMINED : Scope.OTHER;
        };
    }

    /** About every occupation that a person has to judge. */
    List<Question> unknown(Career career) {
        return Stream.concat(career.jobs().stream().map(Career.Job::occupation), career.certificates().stream().map(Career.Certificate::occupation))
                .distinct().filter(occupation -> scope(occupation) == Scope.UNDETERMINED)
                .map(occupation -> new Question(Question.OCCUPATION + occupation, occupation)).toList();
    }

    /** The same words however they were typed. */
    static String plain(String typed) {
        return Normalizer.normalize(typed, Normalizer.Form.NFKC).strip().replaceAll("\\s+", " ");
    }
}
