package org.zhiping.privacy;

import java.util.Map;
import org.springframework.http.HttpStatusCode;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import org.zhiping.identity.CurrentUser;
import org.zhiping.platform.Refusal;
import org.zhiping.platform.Texts;
import org.zhiping.platform.VaultKeyring;
import org.zhiping.platform.web.Page;
import org.zhiping.platform.web.PageForm;

/** The administrator changes the keys that seal personal data. No page ever shows a key, only its id. */
@Page
@RequestMapping("/desk/keys")
class KeyPages {

    private final VaultKeyring keyring;
    private final CurrentUser user;
    private final Texts texts;

    KeyPages(VaultKeyring keyring, CurrentUser user, Texts texts) {
        this.keyring = keyring;
        this.user = user;
        this.texts = texts;
    }

    @GetMapping
    ModelAndView show() {
        user.require(PrivacyRoles.KEYS);
        return page(PageForm.empty(), 200);
    }

    @PostMapping("/new")
    ModelAndView add(RedirectAttributes next) {
        return act(() -> keyring.rotate(user.id()), "privacy.keys.added", next);
    }

    @PostMapping("/reseal")
    ModelAndView reseal(RedirectAttributes next) {
        return act(() -> keyring.reseal(user.id()), "privacy.keys.resealing", next);
    }

    @PostMapping("/{key}/retire")
    ModelAndView retire(@PathVariable int key, RedirectAttributes next) {
        return act(() -> keyring.retire(key, user.id()), "privacy.keys.retired", next);
    }

    private ModelAndView act(Runnable act, String done, RedirectAttributes next) {
        user.require(PrivacyRoles.KEYS);
        try {
            act.run();
        } catch (Refusal refusal) {
            return page(PageForm.empty().with(texts, refusal), refusal.kind().status());
        }
        next.addFlashAttribute("done", done);
        return new ModelAndView("redirect:/desk/keys");
    }

    private ModelAndView page(PageForm form, int status) {
        return new ModelAndView("privacy/keys", Map.of("form", form, "keys", keyring.keys(), "progress", keyring.progress(),
                "ours", keyring.keepsItsKeys()), HttpStatusCode.valueOf(status));
    }
}
