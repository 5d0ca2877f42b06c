package org.zhiping.portal;

import java.util.Map;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.zhiping.platform.web.Page;
import org.zhiping.platform.web.PageForm;

/** Sign-in for everybody. The sign-in itself is taken by the security filter. */
@Page
class SignPages {

    @GetMapping("/sign-in")
    String signIn(@RequestParam Map<String, String> asked, Model model) {
        model.addAttribute("form", PageForm.empty());
        model.addAttribute("asked", asked);
        return "portal/sign-in";
    }
}
