package org.zhiping.group;

import java.util.Map;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.zhiping.identity.CurrentUser;
import org.zhiping.identity.Role;
import org.zhiping.platform.web.Page;
import org.zhiping.platform.web.PageForm;

/** The exam officer sees what all agents hand in, and changes nothing of it. */
@Page
@RequestMapping("/desk/group-imports")
class GroupDeskPages {

    private static final int SHOWN = 50;

    private final JdbcImports imports;
    private final ImportViews views;
    private final CurrentUser user;

    GroupDeskPages(JdbcImports imports, ImportViews views, CurrentUser user) {
        this.imports = imports;
        this.views = views;
        this.user = user;
    }

    @GetMapping
    ModelAndView all(@RequestParam(defaultValue = "1") int page) {
        user.require(Role.EXAM_OFFICER);
        int shown = Math.max(1, page);
        return new ModelAndView("group/all", Map.of("page", shown,
                "imports", imports.page(null, SHOWN, (long) (shown - 1) * SHOWN).stream().map(views::summary).toList(), "more", SHOWN));
    }

    @GetMapping("/{number}")
    ModelAndView show(@PathVariable String number, @RequestParam(defaultValue = "all") String show, @RequestParam(defaultValue = "1") int page) {
        user.require(Role.EXAM_OFFICER);
        return new ModelAndView("group/import", Map.of("detail", views.detail(imports.find(number), Filter.of(show), page),
                "form", PageForm.empty(), "own", false, "here", "/desk/group-imports/" + number, "mayImport", false, "maySubmit", false));
    }
}
