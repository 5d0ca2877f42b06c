package org.zhiping.desk;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.zhiping.document.Previews;
import org.zhiping.identity.CurrentUser;
import org.zhiping.intake.Application;
import org.zhiping.intake.AttachedFile;
import org.zhiping.page.MaterialLines;
import org.zhiping.page.ShownFile;
import org.zhiping.platform.web.Page;

/** The case file beside a task, as a piece of another page (the task at the desk) or in a frame of its own (Tasklist). */
@Page
@RequestMapping("/desk/cases/{caseNumber}/panel")
class CasePanelPages {

    private final CaseFiles files;
    private final CasePanels panels;
    private final MaterialLines materials;
    private final Previews previews;
    private final CurrentUser user;

    CasePanelPages(CaseFiles files, CasePanels panels, MaterialLines materials, Previews previews, CurrentUser user) {
        this.files = files;
        this.panels = panels;
        this.materials = materials;
        this.previews = previews;
        this.user = user;
    }

    /** @param framed whole, without the menu; otherwise a fragment */
    @GetMapping
    ModelAndView panel(@PathVariable String caseNumber, @RequestParam(required = false) String task,
                       @RequestParam(defaultValue = "false") boolean framed) {
        Application application = files.open(caseNumber);
        ModelAndView view = new ModelAndView(framed ? "desk/case-panel-frame" : "desk/case-panel", "panel", panels.of(application, task));
        return show(view, application, materials.first(application), 1);
    }

    /** The materials alone, with another file or page to look at. */
    @GetMapping("/materials")
    ModelAndView materials(@PathVariable String caseNumber, @RequestParam(required = false) UUID show, @RequestParam(defaultValue = "1") int page) {
        Application application = files.open(caseNumber);
        user.require(DeskRoles.MATERIALS);
        return show(new ModelAndView("desk/case-panel-materials", Map.of("application", application,
                        "materials", materials.of(application), "verdicts", panels.verdicts(application))), application,
                materials.file(application, show).or(() -> materials.first(application)), page);
    }

    private ModelAndView show(ModelAndView view, Application application, Optional<AttachedFile> file, int page) {
        if (user.hasAny(DeskRoles.MATERIALS)) {
            file.ifPresent(chosen -> {
                List<AttachedFile> all = materials.opening(application);
                int place = all.indexOf(chosen);
                view.addObject("shown", ShownFile.of(chosen, page, previews));
                if (place > 0) {
                    view.addObject("before", all.get(place - 1));
                }
                if (place >= 0 && place + 1 < all.size()) {
                    view.addObject("after", all.get(place + 1));
                }
            });
        }
        return view;
    }
}
