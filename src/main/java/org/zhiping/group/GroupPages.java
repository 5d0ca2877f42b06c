package org.zhiping.group;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatusCode;
import org.springframework.util.unit.DataSize;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseBody;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import org.springframework.web.util.UriUtils;
import org.zhiping.identity.CurrentUser;
import org.zhiping.identity.Role;
import org.zhiping.intake.Round;
import org.zhiping.intake.Rounds;
import org.zhiping.platform.Refusal;
import org.zhiping.platform.Texts;
import org.zhiping.platform.web.Page;
import org.zhiping.platform.web.PageForm;

/** An agent's pages: the template, handing a file in, what it would do, and what became of it. */
@Page
@RequestMapping("/group")
class GroupPages {

    static final String XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
    private static final int SHOWN = 50;

    /** A round in the list to choose from. */
    public record Choice(String value, String label) {
    }

    private final GroupImports imports;
    private final ImportViews views;
    private final Template template;
    private final ResultSheet results;
    private final Rounds rounds;
    private final CurrentUser user;
    private final Texts texts;
    private final GroupSettings settings;
    private final DataSize most;

    GroupPages(GroupImports imports, ImportViews views, Template template, ResultSheet results, Rounds rounds, CurrentUser user, Texts texts,
               GroupSettings settings, @Value("${spring.servlet.multipart.max-file-size}") DataSize most) {
        this.imports = imports;
        this.views = views;
        this.template = template;
        this.results = results;
        this.rounds = rounds;
        this.user = user;
        this.texts = texts;
        this.settings = settings;
        this.most = most;
    }

    @GetMapping
    ModelAndView index() {
        user.require(Role.GROUP_AGENT);
        return page(PageForm.empty(), 200);
    }

    @GetMapping("/rounds/{round}/template.xlsx")
    void template(@PathVariable String round, HttpServletResponse response) throws IOException {
        user.require(Role.GROUP_AGENT);
        Round open = imports.open(round);
        spreadsheet(response, texts.of("group.template.file", views.named(open), open.number()));
        template.write(open, response.getOutputStream());
    }

    @PostMapping("/imports")
    ModelAndView hand(@RequestParam(defaultValue = "") String round, @RequestParam MultipartFile sheet,
                      @RequestParam(required = false) MultipartFile archive, @RequestParam(defaultValue = "") String declared,
                      RedirectAttributes next) throws IOException {
        user.require(Role.GROUP_AGENT);
        try (InputStream rows = sheet.getInputStream(); InputStream files = archive == null ? null : archive.getInputStream()) {
            GroupImport file = imports.hand(user.id(), round, new GroupImports.Upload(sheet.getOriginalFilename(), rows),
                    archive == null || archive.isEmpty() ? null : new GroupImports.Upload(archive.getOriginalFilename(), files), !declared.isEmpty());
            return new ModelAndView("redirect:/group/imports/" + file.number());
        } catch (Refusal refusal) {
            return page(PageForm.of(Map.of("round", round, "declared", declared)).with(texts, refusal), refusal.kind().status());
        }
    }

    @GetMapping("/imports/{number}")
    ModelAndView show(@PathVariable String number, @RequestParam(defaultValue = "all") String show, @RequestParam(defaultValue = "1") int page,
                      @RequestHeader(name = "HX-Request", required = false) String polled, HttpServletResponse response) {
        user.require(Role.GROUP_AGENT);
        GroupImport file = imports.find(user.id(), number);
        if (polled != null && !file.state().running()) {
            response.setHeader("HX-Refresh", "true");
        }
        return detail(file, Filter.of(show), page, PageForm.empty(), 200);
    }

    @GetMapping("/imports/{number}/rows.xlsx")
    void rows(@PathVariable String number, @RequestParam(defaultValue = "all") String show, HttpServletResponse response) throws IOException {
        user.require(Role.GROUP_AGENT);
        GroupImport file = imports.find(user.id(), number);
        spreadsheet(response, number + ".xlsx");
        results.write(file, Filter.of(show), response.getOutputStream());
    }

    /** Materials that come later, or others in the place of the first. */
    @PostMapping("/imports/{number}/archive")
    ModelAndView pack(@PathVariable String number, @RequestParam MultipartFile archive) throws IOException {
        user.require(Role.GROUP_AGENT);
        try (InputStream files = archive.getInputStream()) {
            imports.pack(user.id(), number, new GroupImports.Upload(archive.getOriginalFilename(), files));
        } catch (Refusal refusal) {
            return detail(imports.find(user.id(), number), Filter.ALL, 1, PageForm.empty().with(texts, refusal), refusal.kind().status());
        }
        return new ModelAndView("redirect:/group/imports/" + number);
    }

    /** The same from a browser with script: the archive is the body, of any size that archives may have. */
    @PutMapping(path = "/imports/{number}/archive", consumes = "application/zip")
    @ResponseBody
    void whole(@PathVariable String number, @RequestHeader(name = "X-File-Name", defaultValue = "materials.zip") String name, InputStream content)
            throws IOException {
        user.require(Role.GROUP_AGENT);
        imports.pack(user.id(), number, new GroupImports.Upload(UriUtils.decode(name, StandardCharsets.UTF_8), content));
    }

    /** {@code act} is import, submit or cancel. */
    @PostMapping("/imports/{number}")
    ModelAndView act(@PathVariable String number, @RequestParam String act, @RequestParam(defaultValue = "") String all) {
        user.require(Role.GROUP_AGENT);
        try {
            switch (act) {
                case "import" -> imports.take(user.id(), number, !all.isEmpty());
                case "submit" -> imports.submit(user.id(), number);
                case "cancel" -> imports.cancel(user.id(), number);
                default -> throw Refusal.notFound("group-import-not-found");
            }
        } catch (Refusal refusal) {
            return detail(imports.find(user.id(), number), Filter.ALL, 1, PageForm.of(Map.of("all", all)).with(texts, refusal), refusal.kind().status());
        }
        return new ModelAndView("redirect:/group/imports/" + number);
    }

    private ModelAndView page(PageForm form, int status) {
        List<Choice> open = rounds.open().stream().map(round -> new Choice(round.number(), views.named(round) + " · " + round.number())).toList();
        return new ModelAndView("group/index", Map.of("form", form, "rounds", open, "megabytes", most.toMegabytes(), "maxBytes", most.toBytes(),
                "archiveMegabytes", settings.maxArchive().toMegabytes(),
                "imports", imports.page(user.id(), SHOWN, 0).stream().map(views::summary).toList()), HttpStatusCode.valueOf(status));
    }

    private ModelAndView detail(GroupImport file, Filter filter, int page, PageForm form, int status) {
        Map<String, Object> model = new HashMap<>(Map.of("detail", views.detail(file, filter, page), "form", form, "own", true, "here", "/group/imports/" + file.number()));
        model.put("megabytes", most.toMegabytes());
        model.put("maxBytes", most.toBytes());
        model.put("archiveMegabytes", settings.maxArchive().toMegabytes());
        model.put("archiveBytes", settings.maxArchive().toBytes());
        model.put("mayImport", file.state().importable());
        model.put("maySubmit", file.state().submittable() || file.state() == State.CHECKED);
        return new ModelAndView("group/import", model, HttpStatusCode.valueOf(status));
    }

    static void spreadsheet(HttpServletResponse response, String name) {
        response.setContentType(XLSX);
        response.setHeader(HttpHeaders.CONTENT_DISPOSITION,
                ContentDisposition.attachment().filename(name, StandardCharsets.UTF_8).build().toString());
        response.setHeader("X-Content-Type-Options", "nosniff");
        response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
    }
}
