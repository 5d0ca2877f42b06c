package org.zhiping.intake;

import com.fasterxml.jackson.annotation.JsonAlias;
import com.fasterxml.jackson.annotation.JsonFormat;
import java.util.List;
import java.util.Objects;

/**
 * What an applicant says about themself, exactly as typed: a draft keeps half a date and a wrong number until the
 * person corrects them. {@link ClaimReader} makes sense of it. Codes are those of {@link ClaimCodes}.
 *
 * <p>Applications of earlier versions had one education and one course; they are read as a list of one.
 *
 * @param condition the condition of the standard under which the person applies; empty lets the machine choose
 */
public record Claims(Person person, List<Job> jobs, List<Certificate> certificates, List<Title> titles,
                     @JsonAlias("education") @JsonFormat(with = JsonFormat.Feature.ACCEPT_SINGLE_VALUE_AS_ARRAY)
                     List<Education> educations,
                     @JsonAlias("course") @JsonFormat(with = JsonFormat.Feature.ACCEPT_SINGLE_VALUE_AS_ARRAY)
                     List<Course> courses, String condition) {

    public static final Claims EMPTY = new Claims(null, null, null, null, null, null, null);

    public Claims {
        person = person == null ? new Person(null, null, null, null, null, null, null, null) : person;
        jobs = copy(jobs);
        certificates = copy(certificates);
        titles = copy(titles);
        educations = copy(educations).stream().filter(education -> !education.equals(Education.NONE)).toList();
        courses = copy(courses).stream().filter(course -> !course.equals(Course.NONE)).toList();
        condition = text(condition);
    }

    /** Never in a log. */
    @Override
    public String toString() {
        return "Claims[…]";
    }

    /**
     * The name is the account's and is kept with the application.
     *
     * @param nationality with a passport: three letters of ISO 3166
     */
    public record Person(String idType, String idNumber, String birthDate, String sex, String phone, String applicantKind,
                         String employer, String nationality) {

        /** Whose document tells the nationality by its type. */
        public Person(String idType, String idNumber, String birthDate, String sex, String phone, String applicantKind, String employer) {
            this(idType, idNumber, birthDate, sex, phone, applicantKind, employer, null);
        }

        public Person {
            idType = text(idType);
            idNumber = text(idNumber);
            birthDate = text(birthDate);
            sex = text(sex);
            phone = text(phone);
            applicantKind = text(applicantKind);
            employer = text(employer);
            nationality = text(nationality);
        }
    }

    /** @param to last day at work; empty when the person still works there */
    public record Job(String employer, String occupation, String from, String to) {

        public Job {
            employer = text(employer);
            occupation = text(occupation);
            from = text(from);
            to = text(to);
        }
    }

    /** A vocational qualification or skill-level certificate 职业资格（职业技能等级）证书. */
    public record Certificate(String occupation, String level, String issuedOn, String number) {

        public Certificate {
            occupation = text(occupation);
            level = text(level);
            issuedOn = text(issuedOn);
            number = text(number);
        }
    }

    /** A professional title 职称, or a professional-technician qualification 专业技术人员职业资格. */
    public record Title(String rank, String kind, String name, String obtainedOn) {

        public Title {
            rank = text(rank);
            kind = text(kind);
            name = text(name);
            obtainedOn = text(obtainedOn);
        }
    }

    /**
     * Schooling that was finished or goes on.
     *
     * @param degree      学历 that it gives or gave
     * @param enrolledOn  first day at the school
     * @param graduatedOn day of graduation, past or expected
     */
    public record Education(String school, String schoolType, String degree, String major, String graduation, String enrolledOn,
                            String graduatedOn, String technicianClass) {

        static final Education NONE = new Education(null, null, null, null, null, null, null, null);

        public Education {
            school = text(school);
            schoolType = text(schoolType);
            degree = text(degree);
            major = text(major);
            graduation = text(graduation);
            enrolledOn = text(enrolledOn);
            graduatedOn = text(graduatedOn);
            technicianClass = text(technicianClass);
        }
    }

    /** Training that a standard asks for, such as 标准化知识课堂. {@code completed} is yes, no or empty. */
    public record Course(String name, String provider, String completed, String hours, String completedOn) {

        static final Course NONE = new Course(null, null, null, null, null);

        public Course {
            name = text(name);
            provider = text(provider);
            completed = text(completed).replace("true", "yes").replace("false", "no");
            hours = text(hours);
            completedOn = text(completedOn);
        }
    }

    /** Control characters have no place in a field, and NUL none in the database. */
    private static String text(String typed) {
        return typed == null ? "" : typed.replaceAll("\\p{Cntrl}", " ").strip();
    }

    private static <T> List<T> copy(List<T> typed) {
        return typed == null ? List.of() : typed.stream().filter(Objects::nonNull).toList();
    }
}
