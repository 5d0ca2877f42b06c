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
    void aNumberThatIsTooShortOrOfTheFirstGenerationIsToldSo() {
        assertThat(codes(person("RESIDENT_ID", "110105491231002", "", ""))).containsExactly("person.idNumber id-number-first-generation");
        assertThat(codes(person("RESIDENT_ID", "11010", "", ""))).containsExactly("person.idNumber id-number-length");
        assertThat(codes(person("RESIDENT_ID", "440524188001010014", "", ""))).containsExactly("person.idNumber birth-date-implausible");
    }

    @Test
    void documentsWhoseNumberTellsNoBirthDateNeedItAndTheSex() {
        assertThat(codes(passport("e12345678", "1990-02-03", "MALE", "DEU"))).isEmpty();
        assertThat(codes(passport("E12345678", "", "", "")))
                .containsExactly("person.nationality claim-required", "person.sex claim-required", "person.birthDate claim-required");
        assertThat(codes(passport("E1", "2027-01-01", "MALE", "XYZ"))).containsExactly("person.idNumber passport-number-wrong",
                "person.nationality claim-unknown-choice", "person.birthDate birth-date-in-future");
        assertThat(codes(person("HK_MACAO_PASS", "h12345678", "1990-02-03", "MALE"))).isEmpty();
        assertThat(codes(person("HK_MACAO_PASS", "H1234567801", "", ""))).containsExactly("person.sex claim-required", "person.birthDate claim-required");
        assertThat(codes(person("HK_MACAO_PASS", "A12345678", "1990-02-03", "MALE"))).containsExactly("person.idNumber hk-macao-number-wrong");
        assertThat(codes(person("TAIWAN_PASS", "１２３４５６７８", "1990-02-03", "FEMALE"))).isEmpty();
        assertThat(codes(person("TAIWAN_PASS", "123456789", "1990-02-03", "FEMALE"))).containsExactly("person.idNumber taiwan-number-wrong");
        assertThat(codes(person("FOREIGN_RESIDENT_ID", "CAN110078011501", "1978-01-15", "MALE"))).isEmpty();
        assertThat(codes(person("FOREIGN_RESIDENT_ID", "CAN110078011501", "", ""))).containsExactly("person.sex claim-required", "person.birthDate claim-required");
    }

    @Test
    void aNewForeignersCardTellsBirthDateAndSex() {
        String number = checked("91112419800115001");
        assertThat(codes(person("FOREIGN_RESIDENT_ID", number, "", ""))).isEmpty();
        assertThat(codes(person("FOREIGN_RESIDENT_ID", number, "1980-01-16", ""))).containsExactly("person.birthDate birth-date-differs-from-id");
        char last = number.charAt(17) == '1' ? '2' : '1';
        assertThat(codes(person("FOREIGN_RESIDENT_ID", number.substring(0, 17) + last, "1980-01-15", "MALE")))
                .containsExactly("person.idNumber foreigner-number-wrong");
        assertThat(codes(person("RESIDENT_ID", number, "", ""))).containsExactly("person.idNumber id-number-wrong");
    }

    @Test
    void aRenewedPermitIsThatOfTheSamePersonAndAnOldPassportIsFoundAgain() {
        assertThat(PersonCheck.document(person("HK_MACAO_PASS", "H1234567802", "", ""))).contains("HK_MACAO_PASS H12345678");
        assertThat(PersonCheck.document(person("TAIWAN_PASS", "1234567801", "", ""))).contains("TAIWAN_PASS 12345678");
        assertThat(PersonCheck.document(passport("e1234-5678", "", "", "CHN"))).contains("PASSPORT E12345678");
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

    private static Claims.Person passport(String number, String birthDate, String sex, String nationality) {
        return new Claims.Person("PASSPORT", number, birthDate, sex, "", "WORKER", "", nationality);
    }

    /** With its check character. */
    private static String checked(String body) {
        return "0123456789X".chars().mapToObj(last -> body + (char) last).filter(number -> IdentityNumber.ofForeigner(number).isPresent())
                .findFirst().orElseThrow();
    }

    private static String[] codes(Claims.Person person) {
        return PersonCheck.faults(person, TODAY).stream().map((Fault fault) -> fault.field() + " " + fault.code()).toArray(String[]::new);
    }
}
