package org.zhiping.page;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import org.zhiping.intake.Application;
import org.zhiping.intake.Claims;
import org.zhiping.intake.Nationalities;
import org.zhiping.platform.Language;
import org.zhiping.platform.MaskedIdNumber;
import org.zhiping.platform.MaskedPhone;
import org.zhiping.platform.Texts;
import org.zhiping.standard.Packs;

/** What an applicant has stated, to be read: one section for each part of the form, empty fields left out. */
@Component
public class ClaimSections {

    /** One part of the form; a list has a row for each of its entries. */
    public record Section(String id, String title, List<List<Entry>> rows) {
    }

    public record Entry(String label, String value) {
    }

    /** Fields whose values are codes, with the group under which {@code claim.<group>.<code>} says them. */
    private static final Map<String, String> CODED = Map.of("person.idType", "idType", "person.sex", "sex",
            "certificates.level", "certificateLevel", "titles.rank", "titleRank", "titles.kind", "titleKind",
            "educations.schoolType", "schoolType", "educations.degree", "degree", "educations.graduation", "graduation",
            "educations.technicianClass", "technicianClass", "person.applicantKind", "applicantKind");

    private static final Pattern IN_ROW = Pattern.compile("(\\w+)\\[(\\d+)](\\.\\w+)?");

    private final Texts texts;
    private final Packs packs;

    ClaimSections(Texts texts, Packs packs) {
        this.texts = texts;
        this.packs = packs;
    }

    /** As the applicant themself reads it. */
    public List<Section> of(Application application) {
        return sections(application, UnaryOperator.identity(), UnaryOperator.identity());
    }

    /** As staff read it: with the middle of the ID number and of the phone number masked. */
    public List<Section> masked(Application application) {
        return sections(application, MaskedIdNumber::of, MaskedPhone::of);
    }

    private List<Section> sections(Application application, UnaryOperator<String> idNumber, UnaryOperator<String> phone) {
        Claims claims = application.claims();
        Claims.Person person = claims.person();
        return Stream.of(
                section("person", List.of(List.of(new Entry(texts.of("page.name"), application.applicantName()),
                        entry("person.applicantKind", person.applicantKind()), entry("person.idType", person.idType()),
                        entry("person.idNumber", idNumber.apply(person.idNumber())),
                        new Entry(texts.of("page.claim.person.nationality"), Nationalities.name(person.nationality(), Language.now())),
                        entry("person.birthDate", person.birthDate()),
                        entry("person.sex", person.sex()), entry("person.phone", phone.apply(person.phone())),
                        entry("person.employer", person.employer())))),
                section("jobs", claims.jobs().stream().map(job -> List.of(entry("jobs.employer", job.employer()),
                        entry("jobs.occupation", job.occupation()), entry("jobs.from", job.from()),
                        entry("jobs.to", job.to().isEmpty() ? texts.of("page.claim.jobs.still") : job.to()))).toList()),
                section("certificates", claims.certificates().stream().map(held -> List.of(
                        entry("certificates.occupation", held.occupation()), entry("certificates.level", held.level()),
                        entry("certificates.issuedOn", held.issuedOn()), entry("certificates.number", held.number()))).toList()),
                section("titles", claims.titles().stream().map(title -> List.of(entry("titles.rank", title.rank()),
                        entry("titles.kind", title.kind()), entry("titles.name", title.name()),
                        entry("titles.obtainedOn", title.obtainedOn()))).toList()),
                section("educations", claims.educations().stream().map(education -> List.of(entry("educations.school", education.school()),
                        entry("educations.schoolType", education.schoolType()), entry("educations.degree", education.degree()),
                        entry("educations.major", education.major()), entry("educations.graduation", education.graduation()),
                        entry("educations.enrolledOn", education.enrolledOn()), entry("educations.graduatedOn", education.graduatedOn()),
                        entry("educations.technicianClass", education.technicianClass()))).toList()),
                section("courses", claims.courses().stream().map(course -> List.of(entry("courses.name", course.name()),
                        entry("courses.provider", course.provider()), entry("courses.completed", yesNo(course.completed())),
                        entry("courses.hours", course.hours()), entry("courses.completedOn", course.completedOn()))).toList()),
                section("condition", List.of(List.of(entry("condition.label", condition(application, application.claims().condition()))))))
                .filter(section -> !section.rows().isEmpty()).toList();
    }

    /** What a field is called, with the row it is in: {@code jobs[0].to}, or {@code jobs[0]} for the row. */
    public String label(String field) {
        Matcher row = IN_ROW.matcher(field);
        if (!row.matches()) {
            return texts.of("page.claim." + (field.equals("condition") ? "condition.label" : field));
        }
        String entry = texts.of("page.claim." + row.group(1) + ".row", Integer.parseInt(row.group(2)) + 1);
        return row.group(3) == null ? entry : entry + " · " + texts.of("page.claim." + row.group(1) + row.group(3));
    }

    /** What is in a field, codes in words. */
    public String words(Application application, String field, String value) {
        String plain = field.replaceAll("\\[\\d+]", "");
        return switch (plain) {
            case "condition" -> condition(application, value);
            case "person.nationality" -> Nationalities.name(value, Language.now());
            case "courses.completed" -> yesNo(value);
            default -> coded(plain, value);
        };
    }

    /** The same as staff read it, the middle of ID and phone numbers masked; empty stays empty. */
    public String maskedWords(Application application, String field, String value) {
        return value.isEmpty() ? "" : switch (field) {
            case "person.idNumber" -> MaskedIdNumber.of(value);
            case "person.phone" -> MaskedPhone.of(value);
            default -> words(application, field, value);
        };
    }

    private Section section(String id, List<List<Entry>> rows) {
        List<List<Entry>> filled = new ArrayList<>();
        rows.forEach(row -> filled.add(row.stream().filter(entry -> !entry.value().isBlank()).toList()));
        filled.removeIf(List::isEmpty);
        return new Section(id, texts.of("page.claim." + id), filled);
    }

    private Entry entry(String field, String value) {
        return new Entry(texts.of("page.claim." + field), coded(field, value));
    }

    private String coded(String field, String value) {
        String group = CODED.get(field);
        return group == null || value.isEmpty() ? value : texts.orElse("claim." + group + "." + value, value);
    }

    private String yesNo(String completed) {
        return completed.isEmpty() ? "" : texts.of(List.of("true", "yes").contains(completed) ? "page.yes" : "page.no");
    }

    private String condition(Application application, String condition) {
        Locale locale = Language.now();
        return packs.find(application.standard(), application.edition()).conditions(condition).stream()
                .map(one -> one.in(locale)).findFirst().orElse("");
    }
}
