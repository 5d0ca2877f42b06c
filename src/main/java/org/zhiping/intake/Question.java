package org.zhiping.intake;

/**
 * Something about the claims that only a person can tell, such as whether an occupation that is not on the standard's
 * list is a related one.
 *
 * @param id      stable while the claim stays as it is, such as {@code major} or {@code occupation:电商运营}
 * @param subject the claim's own words that the question is about; may be empty
 * @param text    the question in the language of the request; empty while it is not said to anybody
 */
public record Question(String id, String subject, String text) {

    static final String OCCUPATION = "occupation:";
    static final String MAJOR_NAMED = "major:";
    private static final String MAJOR = "major";

    Question(String id, String subject) {
        this(id, subject, "");
    }

    /** The question of this id as it was asked about these claims. */
    static Question about(String id, Claims claims) {
        return new Question(id, id.startsWith(OCCUPATION) || id.startsWith(MAJOR_NAMED) ? id.substring(id.indexOf(':') + 1)
                : id.equals(MAJOR) ? claims.educations().stream().map(Claims.Education::major).findFirst().orElse("") : "");
    }

    /** The kind of question, which its text is found by. */
    String kind() {
        return id.contains(":") ? id.substring(0, id.indexOf(':')) : id;
    }
}
