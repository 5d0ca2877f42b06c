package org.zhiping.intake;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.zhiping.platform.Refusal.Fault;

/** Who the applicant is: an identity document that can be right, and a birth date and sex that agree with it. */
class PersonCheck {

    private static final Pattern PASSPORT = Pattern.compile("[A-Z0-9]{5,17}");
    private static final Pattern PHONE = Pattern.compile("\\+?[\\d-]{7,20}");

    private final Claims.Person person;
    private final LocalDate today;
    private final List<Fault> faults = new ArrayList<>();

    private PersonCheck(Claims.Person person, LocalDate today) {
        this.person = person;
        this.today = today;
    }

    static List<Fault> faults(Claims.Person person, LocalDate today) {
        PersonCheck check = new PersonCheck(person, today);
        check.oneOf("applicantKind", person.applicantKind(), ClaimCodes.APPLICANT_KINDS);
        if (!person.phone().isEmpty() && !PHONE.matcher(Typed.compact(person.phone())).matches()) {
            check.fault("phone", "phone-malformed");
        }
        check.identity();
        return check.faults;
    }

    /** The document as one text, equal however it was typed; empty while it cannot be right. */
    static Optional<String> document(Claims.Person person) {
        String number = Typed.compact(person.idNumber()).toUpperCase(Locale.ROOT);
        return switch (person.idType()) {
            case "RESIDENT_ID", "PERMIT" -> IdentityNumber.of(number).map(IdentityNumber::value);
            case "PASSPORT" -> PASSPORT.matcher(number).matches() ? Optional.of("PASSPORT " + number) : Optional.empty();
            default -> Optional.empty();
        };
    }

    private void identity() {
        int before = faults.size();
        oneOf("idType", person.idType(), ClaimCodes.ID_TYPES);
        if (person.idNumber().isEmpty()) {
            fault("idNumber", "claim-required");
        }
        if (faults.size() > before) {
            return;
        }
        if (person.idType().equals("PASSPORT")) {
            passport();
        } else {
            IdentityNumber.of(Typed.compact(person.idNumber()))
                    .ifPresentOrElse(this::citizen, () -> fault("idNumber", "id-number-wrong"));
        }
    }

    private void passport() {
        if (document(person).isEmpty()) {
            fault("idNumber", "passport-number-wrong");
        }
        oneOf("sex", person.sex(), ClaimCodes.SEXES);
        if (person.birthDate().isEmpty()) {
            fault("birthDate", "claim-required");
        } else {
            Typed.date(person.birthDate()).ifPresentOrElse(this::born, () -> fault("birthDate", "claim-date-unreadable"));
        }
    }

    private void citizen(IdentityNumber number) {
        if (person.idType().equals("PERMIT") && !number.isPermit()) {
            fault("idNumber", "id-number-no-permit");
        }
        born(number.birthDate());
        if (!person.birthDate().isEmpty() && !Typed.date(person.birthDate()).equals(Optional.of(number.birthDate()))) {
            fault("birthDate", "birth-date-differs-from-id");
        }
        if (!person.sex().isEmpty() && !person.sex().equals(number.sex())) {
            fault("sex", "sex-differs-from-id");
        }
    }

    private void born(LocalDate date) {
        if (!date.isBefore(today)) {
            fault("birthDate", "claim-date-in-future");
        }
    }

    private void oneOf(String field, String typed, Collection<String> codes) {
        if (!codes.contains(typed)) {
            fault(field, typed.isEmpty() ? "claim-required" : "claim-unknown-choice");
        }
    }

    private void fault(String field, String code) {
        faults.add(Faults.of("person." + field, code));
    }
}
