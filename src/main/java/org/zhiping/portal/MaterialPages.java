package org.zhiping.portal;

import java.io.IOException;
import java.io.InputStream;
import java.util.HashMap;
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
import org.zhiping.document.Previews;
import org.zhiping.document.UploadLimits;
import org.zhiping.identity.CurrentUser;
import org.zhiping.intake.Application;
import org.zhiping.intake.Intake;
import org.zhiping.intake.MaterialUploads;
import org.zhiping.intake.SubjectNames;
import org.zhiping.page.FileAnswers;
import org.zhiping.page.MaterialLines;
import org.zhiping.page.ShownFile;
import org.zhiping.platform.Refusal;
import org.zhiping.platform.Texts;
import org.zhiping.platform.web.Page;
import org.zhiping.platform.web.PageForm;

/** Uploading the materials of an application, one by one. */
@Page
@RequestMapping("/portal/applications/{caseNumber}/materials")
class MaterialPages {

    private final Intake intake;
    private final MaterialUploads uploads;
    private final Documents documents;
    private final Previews previews;
    private final MaterialLines lines;
    private final ReturnedViews returned;
    private final CurrentUser user;
    private final SubjectNames names;
    private final Texts texts;
    private final PortraitRules portrait;
    private final UploadLimits limits;

    MaterialPages(Intake intake, MaterialUploads uploads, Documents documents, Previews previews, MaterialLines lines,
                  ReturnedViews returned, CurrentUser user,
                  SubjectNames names, Texts texts, PortraitRules portrait, UploadLimits limits) {
        this.intake = intake;
        this.uploads = uploads;
        this.documents = documents;
        this.previews = previews;
        this.lines = lines;
        this.returned = returned;
        this.user = user;
        this.names = names;
        this.texts = texts;
        this.portrait = portrait;
        this.limits = limits;
    }

    /**
     * @param show    a file to look at, and {@code page} of it
     * @param replace a file in whose place another is to come
     * @param arrived how many files have just come by {@link MaterialUploadsApi}
     */
    @GetMapping
    ModelAndView materials(@PathVariable String caseNumber, @RequestParam(required = false) UUID show, @RequestParam(defaultValue = "1") int page,
                           @RequestParam(required = false) UUID replace, @RequestParam(defaultValue = "0") int arrived) {
        var application = intake.open(user.id(), caseNumber);
        if (!application.status().editable()) {
            return new ModelAndView("redirect:/portal/applications/" + caseNumber);
        }
        ModelAndView materials = page(application, PageForm.empty(), 200);
        materials.addObject("shown", lines.file(application, show).map(file -> ShownFile.of(file, page, previews)).orElse(null));
        materials.addObject("replacing", lines.file(application, replace).orElse(null));
        if (arrived > 0) {
            materials.addObject("done", "portal.materials.saved");
        }
        return materials;
    }

    @PostMapping
    ModelAndView attach(@PathVariable String caseNumber, @RequestParam String line, @RequestParam(defaultValue = "") String material,
                        @RequestParam(required = false) UUID replaces, @RequestParam MultipartFile file, RedirectAttributes next) throws IOException {
        var application = intake.open(user.id(), caseNumber);
        try (var content = file.getInputStream()) {
            attach(caseNumber, material, replaces, file.getOriginalFilename(), content);
        } catch (Refusal refusal) {
            return page(application, PageForm.empty().with(texts, refusal).at(line), refusal.kind().status());
        }
        return saved(caseNumber, "portal.materials.saved", next);
    }

    private void attach(String caseNumber, String material, UUID replaces, String name, InputStream content) {
        if (replaces != null) {
            intake.replace(user.id(), caseNumber, replaces, name, content);
        } else if (material.isEmpty()) {
            throw Refusal.invalid("material", "material-kind-first");
        } else {
            intake.attach(user.id(), caseNumber, material, name, content);
        }
    }

    @PostMapping("/{document}/remove")
    ModelAndView detach(@PathVariable String caseNumber, @PathVariable UUID document, RedirectAttributes next) {
        intake.detach(user.id(), caseNumber, document);
        return saved(caseNumber, "portal.materials.removed", next);
    }

    /** Says something to an item of the return. */
    @PostMapping("/notes/{position}")
    ModelAndView note(@PathVariable String caseNumber, @PathVariable int position, @RequestParam(defaultValue = "") String note,
                      RedirectAttributes next) {
        var application = intake.open(user.id(), caseNumber);
        try {
            intake.note(user.id(), caseNumber, position, note);
        } catch (Refusal refusal) {
            return page(application, PageForm.of(Map.of("note-" + position, note)).with(texts, refusal).at("note-" + position),
                    refusal.kind().status());
        }
        return saved(caseNumber, note.isBlank() ? "portal.supplement.note.taken-back" : "portal.supplement.note.saved", next);
    }

    @PostMapping("/{upload}/cancel")
    ModelAndView cancel(@PathVariable String caseNumber, @PathVariable UUID upload, RedirectAttributes next) {
        uploads.cancel(user.id(), caseNumber, upload);
        return saved(caseNumber, "portal.materials.cancelled", next);
    }

    @GetMapping("/{document}")
    ResponseEntity<Resource> view(@PathVariable String caseNumber, @PathVariable UUID document) {
        requireOwn(caseNumber, document);
        return FileAnswers.inline(documents, document);
    }

    @GetMapping("/{document}/preview")
    ResponseEntity<byte[]> preview(@PathVariable String caseNumber, @PathVariable UUID document, @RequestParam(defaultValue = "1") int page) {
        requireOwn(caseNumber, document);
        return FileAnswers.preview(previews.page(document, page));
    }

    /** The portrait as papers show it. */
    @GetMapping("/{document}/print")
    ResponseEntity<byte[]> print(@PathVariable String caseNumber, @PathVariable UUID document) {
        requireOwn(caseNumber, document);
        return FileAnswers.preview(documents.portrait(document));
    }

    private void requireOwn(String caseNumber, UUID document) {
        lines.requireAttached(intake.open(user.id(), caseNumber), document);
    }

    private static ModelAndView saved(String caseNumber, String message, RedirectAttributes next) {
        next.addFlashAttribute("done", message);
        return new ModelAndView("redirect:/portal/applications/" + caseNumber + "/materials");
    }

    private ModelAndView page(Application application, PageForm form, int status) {
        Map<String, Object> model = new HashMap<>(Map.of("application", application, "said", names.of(application),
                "lines", lines.of(application), "form", form, "nothing", PageForm.empty(), "maxBytes", limits.maxBytes(),
                "megabytes", limits.megabytes(), "portrait", portrait));
        model.put("returned", returned.of(application));
        model.put("unfinished", uploads.unfinished(user.id(), application.caseNumber()));
        return new ModelAndView("portal/materials", model, HttpStatusCode.valueOf(status));
    }
}
