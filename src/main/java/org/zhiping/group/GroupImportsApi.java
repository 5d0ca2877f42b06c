package org.zhiping.group;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.util.List;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RequestPart;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.multipart.MultipartFile;
import org.zhiping.identity.CurrentUser;
import org.zhiping.identity.Role;

/** The same for programs of a school or a company. */
@RestController
@RequestMapping("/api/v1/group-imports")
@Tag(name = "集体报名")
class GroupImportsApi {

    private static final int SHOWN = 100;

    private final GroupImports imports;
    private final ImportViews views;
    private final Template template;
    private final ResultSheet results;
    private final CurrentUser user;

    GroupImportsApi(GroupImports imports, ImportViews views, Template template, ResultSheet results, CurrentUser user) {
        this.imports = imports;
        this.views = views;
        this.template = template;
        this.results = results;
        this.user = user;
    }

    @GetMapping("/templates/{round}")
    @Operation(summary = "下载某批次的报名模板（XLSX）")
    void template(@PathVariable String round, HttpServletResponse response) throws IOException {
        user.require(Role.GROUP_AGENT);
        var open = imports.open(round);
        GroupPages.spreadsheet(response, round + ".xlsx");
        template.write(open, response.getOutputStream());
    }

    @PostMapping(consumes = MediaType.MULTIPART_FORM_DATA_VALUE)
    @Operation(summary = "上传报名表与材料压缩包", description = "先做试检查，不写入任何申报。declared=true 表示经办人声明每个人均已同意。")
    ResponseEntity<ImportViews.Summary> hand(@RequestParam String round, @RequestPart MultipartFile sheet,
                                             @RequestPart(required = false) MultipartFile archive,
                                             @RequestParam(defaultValue = "false") boolean declared) throws IOException {
        user.require(Role.GROUP_AGENT);
        try (InputStream rows = sheet.getInputStream(); InputStream files = archive == null ? null : archive.getInputStream()) {
            GroupImport file = imports.hand(user.id(), round, new GroupImports.Upload(sheet.getOriginalFilename(), rows),
                    archive == null || archive.isEmpty() ? null : new GroupImports.Upload(archive.getOriginalFilename(), files), declared);
            return ResponseEntity.created(URI.create("/api/v1/group-imports/" + file.number())).body(views.summary(file));
        }
    }

    @GetMapping
    @Operation(summary = "本人上传的报名表，新的在前")
    List<ImportViews.Summary> mine() {
        user.require(Role.GROUP_AGENT);
        return imports.page(user.id(), SHOWN, 0).stream().map(views::summary).toList();
    }

    @GetMapping("/{number}")
    @Operation(summary = "进度与逐行结果", description = "show 取 all、faulty、new、changed、unchanged、locked、taken、eligible、undetermined、ineligible、"
            + "lacking、imported、refused、submitted；每页 50 行。")
    ImportViews.Detail show(@PathVariable String number, @RequestParam(defaultValue = "all") String show, @RequestParam(defaultValue = "1") int page) {
        user.require(Role.GROUP_AGENT);
        return views.detail(imports.find(user.id(), number), Filter.of(show), page);
    }

    @GetMapping("/{number}/rows.xlsx")
    @Operation(summary = "下载带有问题说明的报名表（XLSX）")
    void rows(@PathVariable String number, @RequestParam(defaultValue = "all") String show, HttpServletResponse response) throws IOException {
        user.require(Role.GROUP_AGENT);
        GroupImport file = imports.find(user.id(), number);
        GroupPages.spreadsheet(response, number + ".xlsx");
        results.write(file, Filter.of(show), response.getOutputStream());
    }

    @PutMapping(value = "/{number}/archive", consumes = "application/zip")
    @Operation(summary = "上传或更换材料压缩包（ZIP，直接作为请求体，可以很大）", description = "边接收边加密保存，之后重新检查材料。")
    ImportViews.Summary pack(@PathVariable String number, @RequestParam(defaultValue = "materials.zip") String name, InputStream content)
            throws IOException {
        user.require(Role.GROUP_AGENT);
        imports.pack(user.id(), number, new GroupImports.Upload(name, content));
        return views.summary(imports.find(user.id(), number));
    }

    @PostMapping("/{number}/import")
    @Operation(summary = "导入没有问题的行", description = "all=true 时只要有一行有问题就全部不导入。")
    ImportViews.Summary take(@PathVariable String number, @RequestParam(defaultValue = "false") boolean all) {
        user.require(Role.GROUP_AGENT);
        imports.take(user.id(), number, all);
        return views.summary(imports.find(user.id(), number));
    }

    @PostMapping("/{number}/submit")
    @Operation(summary = "提交所有可以提交的申报")
    ImportViews.Summary submit(@PathVariable String number) {
        user.require(Role.GROUP_AGENT);
        imports.submit(user.id(), number);
        return views.summary(imports.find(user.id(), number));
    }

    @PostMapping("/{number}/cancel")
    @Operation(summary = "停止正在进行的处理", description = "已经导入或提交的不受影响。")
    ImportViews.Summary cancel(@PathVariable String number) {
        user.require(Role.GROUP_AGENT);
        imports.cancel(user.id(), number);
        return views.summary(imports.find(user.id(), number));
    }
}
