package org.zhiping.intake;

/**
 * Something about the claims that only a person can tell, such as whether an occupation that is not on the standard's
 * list is a related one.
 *
 * @param id      stable while the claim stays as it is, such as {@code major} or {@code occupation:电商运营}
 * @param subject the claim's own words that the question is about; may be empty
 */
public record Question(String id, String subject) {

    static final String OCCUPATION = "occupation:";
    private static final String MAJOR = "major";

    /** The question of this id as it was asked about these claims. */
    public static Question about(String id, Claims claims) {
        return new Question(id, id.startsWith(OCCUPATION) ? id.substring(OCCUPATION.length())
                : id.equals(MAJOR) ? claims.educations().stream().map(Claims.Education::major).findFirst().orElse("") : "");
    }

    /** The kind of question, which its text is found by. */
    public String kind() {
        return id.startsWith(OCCUPATION) ? "occupation" : id;
    }
}
