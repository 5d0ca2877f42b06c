package org.zhiping.consent;

import org.springframework.stereotype.Component;
import org.zhiping.platform.HeldData;

/** What a person has agreed to. */
@Component
class ConsentHeld implements HeldData {

    private final Consents consents;

    ConsentHeld(Consents consents) {
        this.consents = consents;
    }

    @Override
    public String section() {
        return "consents";
    }

    @Override
    public Object of(String account) {
        return consents.of(account);
    }
}
