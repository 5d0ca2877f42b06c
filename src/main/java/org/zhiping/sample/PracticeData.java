package org.zhiping.sample;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;

/** The content of {@code sample/practice.yaml}. */
public record PracticeData(List<PracticeCase> cases) {

    /**
     * @param exercise what there is to practise, code of {@code sample.practice.exercise.*}
     * @param answer   what a reviewer should find, and do
     * @param claims   as the applicant states them, without the identity document
     * @param papers   by material
     */
    public record PracticeCase(String name, LocalDate born, String level, String direction, String exercise, String answer, String answerEn,
                        Map<String, Object> claims, Map<String, PracticePaper> papers) {
    }

    /** @param seal the name in it, empty for none; @param faint copied so badly that nobody can read it */
    public record PracticePaper(String title, List<String> lines, String seal, boolean faint) {
    }
}
