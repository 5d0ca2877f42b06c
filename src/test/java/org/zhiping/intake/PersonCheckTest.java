package org.zhiping.intake;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.zhiping.platform.Refusal.Fault;

class PersonCheckTest {

    private static final LocalDate TODAY = LocalDate.parse("2026-11-22");

    @Test
    void citizensNeedNoMoreThanTheirNumber() {
        assertThat(codes(person("RESIDENT_ID", "11010519491231002x", "", ""))).isEmpty();
        assertThat(codes(person("RESIDENT_ID", "１１０１０５ 19491231 002x", "1949/12/31", "FEMALE"))).isEmpty();
        assertThat(codes(person("PERMIT", "810000199408230021", "", ""))).isEmpty();
    }

    @Test
    void aWrongNumberIsTold() {
        assertThat(codes(person("RESIDENT_ID", "110105194912310021", "", ""))).containsExactly("person.idNumber id-number-wrong");
        assertThat(codes(person("PERMIT", "11010519491231002X", "", ""))).containsExactly("person.idNumber id-number-no-permit");
        assertThat(codes(person("RESIDENT_ID", "", "", ""))).containsExactly("person.idNumber claim-required");
        assertThat(codes(person("", "", "", ""))).containsExactly("person.idType claim-required", "person.idNumber claim-required");
    }

    @Test
    void birthDateAndSexMustAgree() {
        assertThat(codes(person("RESIDENT_ID", "11010519491231002X", "1949-12-30", "MALE")))
                .containsExactly("person.birthDate birth-date-differs-from-id", "person.sex sex-differs-from-id");
    }

    @Test
    void passportsNeedBirthDateAndSex() {
        assertThat(codes(person("PASSPORT", "e12345678", "1990-02-03", "MALE"))).isEmpty();
        assertThat(codes(person("PASSPORT", "E12345678", "", "")))
                .containsExactly("person.sex claim-required", "person.birthDate claim-required");
        assertThat(codes(person("PASSPORT", "E1", "2027-01-01", "MALE")))
                .containsExactly("person.idNumber passport-number-wrong", "person.birthDate claim-date-in-future");
    }

    @Test
    void theSamePersonIsTheSameHoweverTyped() {
        assertThat(PersonCheck.document(person("RESIDENT_ID", "11010519491231002x", "", "")))
                .isEqualTo(PersonCheck.document(person("RESIDENT_ID", " 110105 19491231 002X", "", ""))).isPresent();
        assertThat(PersonCheck.document(person("RESIDENT_ID", "12", "", ""))).isEmpty();
    }

    private static Claims.Person person(String type, String number, String birthDate, String sex) {
        return new Claims.Person(type, number, birthDate, sex, "", "WORKER", "");
    }

    private static String[] codes(Claims.Person person) {
        return PersonCheck.faults(person, TODAY).stream().map((Fault fault) -> fault.field() + " " + fault.code()).toArray(String[]::new);
    }
}
