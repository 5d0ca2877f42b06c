package org.zhiping.intake;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.zhiping.platform.Refusal.Fault;

/**
 * Who the applicant is: an identity document that can be right, and a birth date and sex that agree with it, or that are stated
 * where its number does not carry them.
 */
class PersonCheck {

    /** No rule of a standard: outside of these ages somebody has mistyped. */
    private static final int YOUNGEST = 10;
    private static final int OLDEST = 120;
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
        return IdentityDocument.of(person.idType(), person.idNumber()).map(IdentityDocument::text);
    }

    /** The document's, else the stated one. */
    static Optional<LocalDate> birthDate(Claims.Person person) {
        return IdentityDocument.of(person.idType(), person.idNumber()).map(IdentityDocument::birthDate)
                .or(() -> Typed.date(person.birthDate()));
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
        Optional<IdentityDocument> document = IdentityDocument.of(person.idType(), person.idNumber());
        if (document.isEmpty()) {
            fault("idNumber", IdentityDocument.fault(person.idType(), person.idNumber()));
        }
        if (document.map(IdentityDocument::birthDate).isPresent()) {
            agreeing(document.get());
        } else if (document.isPresent() || !List.of("RESIDENT_ID", "PERMIT").contains(person.idType())) {
            stated();
        }
    }

    private void agreeing(IdentityDocument document) {
        born("idNumber", document.birthDate());
        if (!person.birthDate().isEmpty() && !Typed.date(person.birthDate()).equals(Optional.of(document.birthDate()))) {
            fault("birthDate", "birth-date-differs-from-id");
        }
        if (!person.sex().isEmpty() && !person.sex().equals(document.sex())) {
            fault("sex", "sex-differs-from-id");
        }
    }

    private void stated() {
        if (person.idType().equals("PASSPORT") && !Nationalities.known(person.nationality())) {
            fault("nationality", person.nationality().isEmpty() ? "claim-required" : "claim-unknown-choice");
        }
        oneOf("sex", person.sex(), ClaimCodes.SEXES);
        if (person.birthDate().isEmpty()) {
            fault("birthDate", "claim-required");
        } else {
            Typed.date(person.birthDate()).ifPresentOrElse(date -> born("birthDate", date), () -> fault("birthDate", "claim-date-unreadable"));
        }
    }

    private void born(String field, LocalDate date) {
        if (!date.isBefore(today)) {
            fault(field, "birth-date-in-future");
        } else if (date.isAfter(today.minusYears(YOUNGEST)) || date.isBefore(today.minusYears(OLDEST))) {
            fault(field, "birth-date-implausible");
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
