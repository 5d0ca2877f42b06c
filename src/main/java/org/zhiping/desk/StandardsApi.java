package org.zhiping.desk;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RequestPart;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.multipart.MultipartFile;
import org.zhiping.identity.CurrentUser;
import org.zhiping.identity.Role;
import org.zhiping.page.FileAnswers;
import org.zhiping.platform.Refusal;
import org.zhiping.platform.Texts;
import org.zhiping.standard.EditionVersion;
import org.zhiping.standard.Editions;
import org.zhiping.standard.PackProblem;
import org.zhiping.standard.PackReport;

/** Standard packs for programs. */
@Tag(name = "desk: standards", description = "职业标准")
@RestController
@RequestMapping("/api/desk/standards")
class StandardsApi {

    private final Editions editions;
    private final CurrentUser user;
    private final Texts texts;

    StandardsApi(Editions editions, CurrentUser user, Texts texts) {
        this.editions = editions;
        this.user = user;
        this.texts = texts;
    }

    /** @param line 0 when no line is meant */
    record Found(String file, int line, String kind, String code, String message) {
    }

    /** @param version of the upload; 0 after a dry run */
    record Brought(String standard, String edition, int version, List<Found> findings) {
    }

    @Operation(summary = "Every version of every edition; version 0 comes with the program")
    @GetMapping
    List<EditionVersion> all() {
        user.require(DeskRoles.STANDARDS);
        return editions.versions();
    }

    @Operation(summary = "Bring in an edition from its zip (process owner); with dryRun=true it is only checked",
            description = "Body: the zip itself (application/zip), or a form with the file in the part `file`.")
    @PostMapping(consumes = {"application/zip", MediaType.APPLICATION_OCTET_STREAM_VALUE})
    ResponseEntity<Brought> bring(HttpServletRequest request, @RequestParam(defaultValue = "false") boolean dryRun,
                                  @RequestParam(defaultValue = "false") boolean acceptWarnings) throws IOException {
        user.require(Role.PROCESS_OWNER);
        return bring(request.getInputStream(), dryRun, acceptWarnings);
    }

    @Operation(summary = "The same as a form")
    @PostMapping(consumes = MediaType.MULTIPART_FORM_DATA_VALUE)
    ResponseEntity<Brought> bring(@RequestPart MultipartFile file, @RequestParam(defaultValue = "false") boolean dryRun,
                                  @RequestParam(defaultValue = "false") boolean acceptWarnings) throws IOException {
        user.require(Role.PROCESS_OWNER);
        try (InputStream zip = file.getInputStream()) {
            return bring(zip, dryRun, acceptWarnings);
        }
    }

    private ResponseEntity<Brought> bring(InputStream zip, boolean dryRun, boolean acceptWarnings) throws IOException {
        PackReport report = dryRun ? editions.check(zip) : editions.store(zip, acceptWarnings, user.id());
        if (!dryRun && !report.stored()) {
            throw Refusal.invalid((report.errors().isEmpty() ? report.warnings() : report.problems()).stream().map(PackProblem::fault).toList());
        }
        return ResponseEntity.status(report.stored() ? HttpStatus.CREATED : HttpStatus.OK).body(new Brought(report.standard(),
                report.edition(), report.version(), report.problems().stream().map(this::found).toList()));
    }

    private Found found(PackProblem problem) {
        return new Found(problem.file(), problem.line(), problem.warning() ? "warning" : "error", problem.code(), texts.of(problem.fault()));
    }

    @Operation(summary = "The zip of one version")
    @GetMapping("/{standard}/{edition}/{version}")
    ResponseEntity<byte[]> zip(@PathVariable String standard, @PathVariable String edition, @PathVariable int version) {
        user.require(DeskRoles.STANDARDS);
        return FileAnswers.download(standard + "-" + edition + "-" + version + ".zip", "application/zip", editions.zip(standard, edition, version));
    }

    @Operation(summary = "Take every upload of an unused edition out of force (process owner)")
    @DeleteMapping("/{standard}/{edition}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void remove(@PathVariable String standard, @PathVariable String edition) {
        user.require(Role.PROCESS_OWNER);
        editions.remove(standard, edition, user.id());
    }
}
