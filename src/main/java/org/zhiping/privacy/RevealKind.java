package org.zhiping.privacy;

import org.zhiping.intake.Claims;

/** What is masked on every page of the staff; stored. */
public enum RevealKind {
    ID_NUMBER, PHONE;

    String of(Claims.Person person) {
        return this == ID_NUMBER ? person.idNumber() : person.phone();
    }
}
