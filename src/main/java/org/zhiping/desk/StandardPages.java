package org.zhiping.desk;

import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import org.zhiping.identity.CurrentUser;
import org.zhiping.identity.Role;
import org.zhiping.page.FileAnswers;
import org.zhiping.platform.Refusal;
import org.zhiping.platform.Texts;
import org.zhiping.platform.web.Page;
import org.zhiping.platform.web.PageForm;
import org.zhiping.standard.Editions;
import org.zhiping.standard.PackReport;

/** Standard packs: which editions are in force, and bringing in a new one from its zip. */
@Page
@RequestMapping("/desk/standards")
class StandardPages {

    private final Editions editions;
    private final EditionLines lines;
    private final CurrentUser user;
    private final Texts texts;

    StandardPages(Editions editions, EditionLines lines, CurrentUser user, Texts texts) {
        this.editions = editions;
        this.lines = lines;
        this.user = user;
        this.texts = texts;
    }

    @GetMapping
    ModelAndView list() {
        user.require(DeskRoles.STANDARDS);
        return page(null, PageForm.empty(), 200);
    }

    /** {@code act} is check, which stores nothing, or store. */
    @PostMapping
    ModelAndView bring(@RequestParam MultipartFile file, @RequestParam(defaultValue = "check") String act,
                       @RequestParam(defaultValue = "false") boolean accepted, RedirectAttributes next) throws IOException {
        user.require(Role.PROCESS_OWNER);
        try (var zip = file.getInputStream()) {
            if (file.isEmpty()) {
                throw Refusal.invalid("file", "pack-file-missing");
            }
            PackReport report = act.equals("store") ? editions.store(zip, accepted, user.id()) : editions.check(zip);
            if (report.stored()) {
                next.addFlashAttribute("done", "desk.standards.stored");
                return new ModelAndView("redirect:/desk/standards/" + report.standard() + "/" + report.edition());
            }
            return page(report, PageForm.empty(), report.errors().isEmpty() ? 200 : 400);
        } catch (Refusal refusal) {
            return page(null, PageForm.empty().with(texts, refusal), refusal.kind().status());
        }
    }

    @GetMapping("/{standard}/{edition}")
    ModelAndView edition(@PathVariable String standard, @PathVariable String edition) {
        user.require(DeskRoles.STANDARDS);
        return edition(standard, edition, PageForm.empty(), 200);
    }

    @GetMapping("/{standard}/{edition}/{version}.zip")
    ResponseEntity<byte[]> zip(@PathVariable String standard, @PathVariable String edition, @PathVariable int version) {
        user.require(DeskRoles.STANDARDS);
        return FileAnswers.download(standard + "-" + edition + (version == 0 ? "" : "-" + version) + ".zip", "application/zip",
                editions.zip(standard, edition, version));
    }

    @PostMapping("/{standard}/{edition}/remove")
    ModelAndView remove(@PathVariable String standard, @PathVariable String edition, RedirectAttributes next) {
        user.require(Role.PROCESS_OWNER);
        try {
            editions.remove(standard, edition, user.id());
        } catch (Refusal refusal) {
            return edition(standard, edition, PageForm.empty().with(texts, refusal), refusal.kind().status());
        }
        next.addFlashAttribute("done", "desk.standards.removed");
        return new ModelAndView("redirect:/desk/standards");
    }

    private ModelAndView edition(String standard, String edition, PageForm form, int status) {
        EditionLines.Line line = lines.all().stream().filter(each -> each.standard().equals(standard) && each.edition().equals(edition))
                .findFirst().orElseThrow(() -> Refusal.notFound("pack-edition-not-found"));
        return new ModelAndView("desk/standard", Map.of("one", line, "form", form, "keeper", user.has(Role.PROCESS_OWNER)),
                HttpStatusCode.valueOf(status));
    }

    private ModelAndView page(PackReport report, PageForm form, int status) {
        Map<String, Object> model = new HashMap<>(Map.of("lines", lines.all(), "form", form, "keeper", user.has(Role.PROCESS_OWNER),
                "found", report == null ? List.of() : PackFindings.of(report, texts)));
        if (report != null) {
            model.put("report", report);
            model.put("download", PackFindings.sheet(report, texts));
        }
        return new ModelAndView("desk/standards", model, HttpStatusCode.valueOf(status));
    }
}
