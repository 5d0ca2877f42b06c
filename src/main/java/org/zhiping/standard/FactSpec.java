package org.zhiping.standard;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.zhiping.platform.Language;

/**
 * One fact about an applicant, under the name by which the decision tables of the pack ask for it ({@code facts.<id>}). A pack
 * lists its facts in {@code facts:} and combines the kinds below; the settings that belong to each kind are in {@link #SETTINGS}.
 *
 * <p>Facts of the kinds in {@link #WITH_TWIN} have a twin, {@code <id>Possible}: what the fact would be if everything that is
 * still to be judged about occupations and majors were judged in the applicant's favour.
 *
 * @param kind        what is computed, one of the constants of this record
 * @param levels      levels of the certificates that count
 * @param ranks       ranks of the titles that count
 * @param kinds       {@code title}, {@code professional-qualification}; left out means both
 * @param orAbove     a higher level or rank than the listed ones counts as well (及以上)
 * @param occupations {@link #THIS} 本职业, {@link #RELATED} 相关职业 only, or {@link #ANY} of both; left out means both
 * @param after       fact of a certificate or title from whose date on years count
 * @param before      fact of a certificate or title until whose date years count
 * @param of          fact of the certificate or title that is held; with a judgement, the fact that is judged: nothing is asked
 *                    while there is none
 * @param count       {@link #CUMULATIVE} 累计 or {@link #CONTINUOUS} 连续; left out means cumulative
 * @param countBy     parameter of the institution whose value is one of these two, where the standard does not say which
 * @param aspect      what is told about the education that the applicant relies on
 * @param graduations {@code graduated}, {@code final-year} 应届, {@code enrolled} 在读; left out means graduated
 * @param relatedMajor only this or a related major counts
 * @param parameter   the institution's parameter whose value for the level is the fact
 * @param when        fact → values: the question is only put while every fact listed has one of its values
 * @param question    what the reviewer is asked; {@code questionEn} in English
 * @param ifYes       value of the fact when the answer is yes; left out means {@code yes}, and {@code ifNo} likewise
 */
public record FactSpec(String id, String kind, String name, String nameEn, List<String> levels, List<String> ranks, List<String> kinds,
                       boolean orAbove, String occupations, String after, String before, String of, String count, String countBy,
                       String aspect, List<String> graduations, boolean relatedMajor, String parameter,
                       Map<String, List<String>> when, String question, String questionEn, String ifYes, String ifNo) implements Named {

    /** Full years of work. */
    public static final String YEARS = "years";
    /** The earliest certificate that counts: {@code none}, {@code self}, {@code related} or {@code undetermined}. */
    public static final String CERTIFICATE = "certificate";
    /** Full years since a certificate or title was obtained. */
    public static final String HELD_YEARS = "held-years";
    /** The title that counts: {@code none}, {@code title} or {@code professional-qualification}. */
    public static final String TITLE = "title";
    /** One aspect of the education that the applicant relies on; {@code none} while there is none. */
    public static final String SCHOOLING = "schooling";
    /** The highest degree 学历 among the educations that count; {@code none} while there is none. */
    public static final String DEGREE = "degree";
    /** Full years of age; 0 while the birth date is not known. */
    public static final String AGE = "age";
    /** Hours of the courses that are finished, or may be. */
    public static final String COURSE_HOURS = "course-hours";
    /** Whether a course is finished: {@code yes}, {@code no} or {@code undetermined}. */
    public static final String COURSE_COMPLETED = "course-completed";
    /** The institution's value of a parameter. */
    public static final String PARAMETER = "parameter";
    /** What only a person can tell: {@code undetermined} until answered. */
    public static final String JUDGEMENT = "judgement";

    public static final String THIS = "this";
    public static final String RELATED = "related";
    public static final String ANY = "any";
    public static final String CUMULATIVE = "cumulative";
    public static final String CONTINUOUS = "continuous";
    public static final String POSSIBLE = "Possible";

    /** Every kind with the settings that belong to it; those marked with ! are needed. */
    static final Map<String, Set<String>> SETTINGS = Map.ofEntries(
            Map.entry(YEARS, Set.of("occupations", "after", "before", "count", "countBy")),
            Map.entry(CERTIFICATE, Set.of("!levels", "orAbove", "occupations")),
            Map.entry(HELD_YEARS, Set.of("!of")),
            Map.entry(TITLE, Set.of("!ranks", "orAbove", "kinds")),
            Map.entry(SCHOOLING, Set.of("!aspect")),
            Map.entry(DEGREE, Set.of("graduations", "relatedMajor")),
            Map.entry(AGE, Set.of()),
            Map.entry(COURSE_HOURS, Set.of()),
            Map.entry(COURSE_COMPLETED, Set.of("!question", "!questionEn")),
            Map.entry(PARAMETER, Set.of("!parameter")),
            Map.entry(JUDGEMENT, Set.of("!question", "!questionEn", "of", "when", "ifYes", "ifNo")));
    static final Set<String> WITH_TWIN = Set.of(YEARS, DEGREE);
    /** What can be told about an education, with the words for it. */
    static final Map<String, Set<String>> ASPECTS = Map.of(
            "school-type", Set.of("none", "TECHNICAL_SCHOOL", "TECHNICAL_SCHOOL_SENIOR_CLASS", "VOCATIONAL_SECONDARY", "HIGHER_VOCATIONAL",
                    "COLLEGE_OR_UNIVERSITY", "SENIOR_TECHNICAL_SCHOOL", "TECHNICIAN_COLLEGE", "SECONDARY_SCHOOL"),
            "degree", Set.of("none", "JUNIOR_HIGH", "SENIOR_HIGH", "JUNIOR_COLLEGE", "BACHELOR", "MASTER", "DOCTOR"),
            "graduation", Set.of("none", "graduated", "final-year", "enrolled"),
            "major", Set.of("listed", "no", "undetermined"),
            "class", Set.of("none", "preparatory-technician", "technician"));

    public FactSpec {
        levels = Lists.copy(levels);
        ranks = Lists.copy(ranks);
        kinds = Lists.copy(kinds);
        graduations = Lists.copy(graduations);
        when = when == null ? Map.of() : Map.copyOf(when);
    }

    /** The words that the fact may be; none where it is a number or may be anything. */
    Set<String> words() {
        return switch (String.valueOf(kind)) {
            case CERTIFICATE -> Set.of("none", "self", "related", "undetermined");
            case TITLE -> Set.of("none", "title", "professional-qualification");
            case COURSE_COMPLETED -> Set.of("yes", "no", "undetermined");
            case JUDGEMENT -> Set.of(answered("yes"), answered("no"), "undetermined");
            case SCHOOLING -> ASPECTS.getOrDefault(aspect, Set.of());
            case DEGREE -> ASPECTS.get("degree");
            default -> Set.of();
        };
    }

    public boolean hasTwin() {
        return WITH_TWIN.contains(kind);
    }

    public String question(Locale locale) {
        return Language.of(locale).equals(Language.ENGLISH) && questionEn != null ? questionEn : question;
    }

    /** The fact's value for a person's answer of {@code yes} or {@code no}. */
    public String answered(String answer) {
        String said = answer.equals("yes") ? ifYes : ifNo;
        return said == null ? answer : said;
    }
}
