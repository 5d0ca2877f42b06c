package org.zhiping.intake;

import java.util.List;
import java.util.Objects;

/**
 * What an applicant says about themself, exactly as typed: a draft keeps half a date and a wrong number until the
 * person corrects them. {@link ClaimReader} makes sense of it. Codes are those of {@link ClaimCodes}.
 *
 * @param condition the condition of the standard under which the person applies; empty lets the machine choose
 */
public record Claims(Person person, List<Job> jobs, List<Certificate> certificates, List<Title> titles,
                     Education education, Course course, String condition) {

    public static final Claims EMPTY = new Claims(null, null, null, null, null, null, null);

    public Claims {
        person = person == null ? new Person(null, null, null, null, null, null, null, null) : person;
        jobs = copy(jobs);
        certificates = copy(certificates);
        titles = copy(titles);
        education = education == null ? Education.NONE : education;
        course = course == null ? new Course(null, null, null) : course;
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

    public record Education(String school, String schoolType, String major, String graduation, String graduatedOn,
                            String technicianClass) {

        static final Education NONE = new Education(null, null, null, null, null, null);

        public Education {
            school = text(school);
            schoolType = text(schoolType);
            major = text(major);
            graduation = text(graduation);
            graduatedOn = text(graduatedOn);
            technicianClass = text(technicianClass);
        }
    }

    /** The course that a standard asks for, such as 标准化知识课堂. {@code completed} is yes, no or empty. */
    public record Course(String completed, String hours, String completedOn) {

        public Course {
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
