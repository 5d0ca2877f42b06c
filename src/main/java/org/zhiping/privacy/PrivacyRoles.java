package org.zhiping.privacy;

import org.zhiping.identity.Role;

/** Who may open which page about personal data. */
final class PrivacyRoles {

    static final Role[] KEYS = {Role.ADMINISTRATOR};
    static final Role[] WATCHING = {Role.SUPERVISOR, Role.ADMINISTRATOR};
    /** Their work needs it: to check the person, and to correct a certificate. */
    static final Role[] REVEALING = {Role.ACCEPTANCE_OFFICER, Role.CERTIFICATE_OFFICER};

    private PrivacyRoles() {
    }
}
