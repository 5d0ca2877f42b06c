package org.zhiping.privacy;

import org.springframework.web.bind.annotation.GetMapping;
import org.zhiping.identity.CurrentUser;
import org.zhiping.platform.web.Page;

/** The way to everything about personal data. */
@Page
class PrivacyPages {

    private final CurrentUser user;

    PrivacyPages(CurrentUser user) {
        this.user = user;
    }

    @GetMapping("/desk/privacy")
    String overview() {
        user.require(PrivacyRoles.WATCHING);
        return "privacy/index";
    }
}
