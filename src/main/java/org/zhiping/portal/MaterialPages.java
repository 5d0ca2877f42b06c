package org.zhiping.portal;

import java.io.IOException;
import java.util.Map;
import java.util.UUID;
import org.springframework.core.io.Resource;
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
import org.zhiping.document.Documents;
import org.zhiping.document.PortraitRules;
import org.zhiping.document.UploadLimits;
import org.zhiping.identity.CurrentUser;
import org.zhiping.intake.Application;
import org.zhiping.intake.Intake;
import org.zhiping.intake.SubjectNames;
import org.zhiping.page.FileAnswers;
import org.zhiping.page.MaterialLines;
import org.zhiping.platform.Refusal;
import org.zhiping.platform.Texts;
import org.zhiping.platform.web.Page;
import org.zhiping.platform.web.PageForm;

/** Uploading the materials of an application, one by one. */
@Page
@RequestMapping("/portal/applications/{caseNumber}/materials")
class MaterialPages {

    private final Intake intake;
    private final Documents documents;
    private final MaterialLines lines;
    private final CurrentUser user;
    private final SubjectNames names;
    private final Texts texts;
    private final PortraitRules portrait;
    private final UploadLimits limits;

    MaterialPages(Intake intake, Documents documents, MaterialLines lines, CurrentUser user, SubjectNames names, Texts texts,
                  PortraitRules portrait, UploadLimits limits) {
        this.intake = intake;
        this.documents = documents;
        this.lines = lines;
        this.user = user;
        this.names = names;
        this.texts = texts;
        this.portrait = portrait;
        this.limits = limits;
    }

    @GetMapping
    ModelAndView materials(@PathVariable String caseNumber) {
        var application = intake.open(user.id(), caseNumber);
        return application.status().editable() ? page(application, PageForm.empty(), 200)
                : new ModelAndView("redirect:/portal/applications/" + caseNumber);
    }

    @PostMapping
    ModelAndView attach(@PathVariable String caseNumber, @RequestParam String line,
                        @RequestParam(defaultValue = "") String material, @RequestParam MultipartFile file, RedirectAttributes next) throws IOException {
        var application = intake.open(user.id(), caseNumber);
        try (var content = file.getInputStream()) {
            if (material.isEmpty()) {
                throw Refusal.invalid("material", "material-kind-first");
            }
            intake.attach(user.id(), caseNumber, material, file.getOriginalFilename(), content);
        } catch (Refusal refusal) {
            return page(application, PageForm.empty().with(texts, refusal).at(line), refusal.kind().status());
        }
        return saved(caseNumber, "portal.materials.saved", next);
    }

    @PostMapping("/{document}/remove")
    ModelAndView detach(@PathVariable String caseNumber, @PathVariable UUID document, RedirectAttributes next) {
        intake.detach(user.id(), caseNumber, document);
        return saved(caseNumber, "portal.materials.removed", next);
    }

    @GetMapping("/{document}")
    ResponseEntity<Resource> view(@PathVariable String caseNumber, @PathVariable UUID document) {
        var application = intake.open(user.id(), caseNumber);
        lines.requireAttached(application, document);
        return FileAnswers.inline(documents, document);
    }

    private static ModelAndView saved(String caseNumber, String message, RedirectAttributes next) {
        next.addFlashAttribute("done", message);
        return new ModelAndView("redirect:/portal/applications/" + caseNumber + "/materials");
    }

    private ModelAndView page(Application application, PageForm form, int status) {
        return new ModelAndView("portal/materials", Map.of("application", application, "said", names.of(application),
                "lines", lines.of(application), "form", form, "nothing", PageForm.empty(), "maxBytes", limits.maxBytes(),
                "megabytes", limits.megabytes(), "portrait", portrait), HttpStatusCode.valueOf(status));
    }
}
