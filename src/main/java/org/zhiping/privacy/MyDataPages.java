package org.zhiping.privacy;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.LocalDate;
import java.time.Clock;
import java.util.Map;
import org.springframework.http.HttpStatusCode;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.zhiping.identity.CurrentUser;
import org.zhiping.identity.PasswordProof;
import org.zhiping.platform.Language;
import org.zhiping.platform.Refusal;
import org.zhiping.platform.Texts;
import org.zhiping.platform.web.Page;
import org.zhiping.platform.web.PageForm;

/** A person takes a copy of everything held about them, sees who looked at it, and reads how to have it corrected or deleted. */
@Page
@RequestMapping("/portal/my-data")
class MyDataPages {

    private final DataPackage everything;
    private final Downloads downloads;
    private final Reveals reveals;
    private final PasswordProof passwords;
    private final CurrentUser user;
    private final Texts texts;
    private final Clock clock;

    MyDataPages(DataPackage everything, Downloads downloads, Reveals reveals, PasswordProof passwords, CurrentUser user, Texts texts, Clock clock) {
        this.everything = everything;
        this.downloads = downloads;
        this.reveals = reveals;
        this.passwords = passwords;
        this.user = user;
        this.texts = texts;
        this.clock = clock;
    }

    @GetMapping
    ModelAndView show() {
        return page(PageForm.empty(), 200);
    }

    /** Written as it is packed: nothing of it is kept on the server. */
    @PostMapping
    ModelAndView download(@RequestParam(defaultValue = "") String password, HttpServletResponse answer) throws IOException {
        try {
            passwords.require(user.id(), "password", password);
            downloads.begin(user.id());
        } catch (Refusal refusal) {
            return page(PageForm.empty().with(texts, refusal), refusal.kind().status());
        }
        answer.setContentType("application/zip");
        answer.setHeader("Content-Disposition", "attachment; filename=\"my-data-" + LocalDate.now(clock) + ".zip\"");
        answer.setHeader("Cache-Control", "no-store");
        answer.setHeader("X-Content-Type-Options", "nosniff");
        everything.write(user.id(), Language.now(), answer.getOutputStream());
        return null;
    }

    private ModelAndView page(PageForm form, int status) {
        return new ModelAndView("privacy/mine", Map.of("form", form, "sections", everything.sections(), "most", Downloads.MOST_A_DAY,
                "reveals", reveals.ofApplicant(user.id()), "downloads", downloads.of(user.id())), HttpStatusCode.valueOf(status));
    }
}
