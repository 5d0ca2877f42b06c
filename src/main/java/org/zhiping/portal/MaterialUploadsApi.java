package org.zhiping.portal;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.bind.annotation.RestController;
import org.zhiping.document.Upload;
import org.zhiping.document.UploadLimits;
import org.zhiping.identity.CurrentUser;
import org.zhiping.intake.MaterialUploads;
import org.zhiping.intake.MaterialUploads.Arriving;
import org.zhiping.platform.Refusal;

/**
 * Resumable upload of materials by the open protocol tus 1.0 (https://tus.io/protocols/resumable-upload) with its extensions creation,
 * termination and expiration; for the pages and for programs alike.
 */
@RestController
@RequestMapping({"/portal/applications/{caseNumber}/materials/uploads", "/api/v1/applications/{caseNumber}/materials/uploads"})
@Tag(name = "申报材料")
class MaterialUploadsApi {

    private static final String PART = "application/offset+octet-stream";
    private static final String OFFSET = "Upload-Offset";
    private static final String LENGTH = "Upload-Length";
    private static final String OVERRIDE = "X-HTTP-Method-Override";

    private final MaterialUploads uploads;
    private final UploadLimits limits;
    private final CurrentUser user;

    MaterialUploadsApi(MaterialUploads uploads, UploadLimits limits, CurrentUser user) {
        this.uploads = uploads;
        this.limits = limits;
        this.user = user;
    }

    /** An upload that is not finished; {@code fingerprint} is what its browser gave, to know the file again. */
    record Unfinished(UUID id, String material, UUID replaces, String name, long length, long received, String fingerprint, Instant expiresAt) {

        static Unfinished of(Arriving arriving) {
            Upload upload = arriving.upload();
            return new Unfinished(upload.id(), arriving.material(), arriving.replaces(), upload.name(), upload.length(), upload.received(),
                    upload.fingerprint(), upload.expiresAt());
        }
    }

    /** Every answer names the protocol; a request that speaks another version goes no further. */
    @ModelAttribute
    void speak(HttpServletRequest request, HttpServletResponse response) {
        response.setHeader(Tus.RESUMABLE, Tus.VERSION);
        if (!List.of("OPTIONS", "GET").contains(request.getMethod()) && !Tus.VERSION.equals(request.getHeader(Tus.RESUMABLE))) {
            throw new Tus.WrongVersion();
        }
    }

    @RequestMapping(method = RequestMethod.OPTIONS)
    @Operation(summary = "断点续传（tus 1.0）：服务器支持的内容")
    ResponseEntity<Void> abilities() {
        return ResponseEntity.noContent().header("Tus-Version", Tus.VERSION).header("Tus-Extension", "creation,termination,expiration")
                .header("Tus-Max-Size", String.valueOf(limits.maxBytes())).build();
    }

    @GetMapping
    @Operation(summary = "未传完的文件")
    List<Unfinished> unfinished(@PathVariable String caseNumber) {
        return uploads.unfinished(user.id(), caseNumber).stream().map(Unfinished::of).toList();
    }

    @PostMapping
    @Operation(summary = "断点续传（tus 1.0）：开始", description = "Upload-Metadata 的键：filename、material 或 replaces（被替换文件的编号），可选 fingerprint；值用 Base64。")
    ResponseEntity<Void> begin(@PathVariable String caseNumber, @RequestHeader(LENGTH) long length,
                               @RequestHeader(name = "Upload-Metadata", defaultValue = "") String metadata, HttpServletRequest request) {
        Upload upload = uploads.begin(user.id(), caseNumber, Tus.plan(metadata, length)).upload();
        return ResponseEntity.created(URI.create(request.getRequestURI() + "/" + upload.id()))
                .header(Tus.EXPIRES, Tus.date(upload.expiresAt())).build();
    }

    @RequestMapping(path = "/{upload}", method = RequestMethod.HEAD)
    @Operation(summary = "断点续传（tus 1.0）：已收到多少")
    ResponseEntity<Void> progress(@PathVariable String caseNumber, @PathVariable UUID upload) {
        Upload found = uploads.find(user.id(), caseNumber, upload);
        return ResponseEntity.ok().cacheControl(CacheControl.noStore()).header(OFFSET, String.valueOf(found.received()))
                .header(LENGTH, String.valueOf(found.length())).header(Tus.EXPIRES, Tus.date(found.expiresAt())).build();
    }

    @PatchMapping("/{upload}")
    @Operation(summary = "断点续传（tus 1.0）：继续", description = "最后一个字节到达后检查文件并归入材料；不合格时返回原因并删除。")
    ResponseEntity<Void> append(@PathVariable String caseNumber, @PathVariable UUID upload, @RequestHeader(OFFSET) long offset,
                                HttpServletRequest request) throws IOException {
        if (!PART.equals(request.getContentType())) {
            return ResponseEntity.status(HttpStatus.UNSUPPORTED_MEDIA_TYPE).build();
        }
        Upload found = uploads.find(user.id(), caseNumber, upload);
        if (request.getContentLengthLong() > found.length() - offset && offset == found.received()) {
            throw Refusal.invalid("file", "upload-beyond-length", found.length());
        }
        long now = uploads.append(user.id(), caseNumber, upload, offset, request.getInputStream());
        return ResponseEntity.noContent().header(OFFSET, String.valueOf(now))
                .header(Tus.EXPIRES, Tus.date(found.expiresAt())).build();
    }

    @DeleteMapping("/{upload}")
    @Operation(summary = "断点续传（tus 1.0）：取消")
    ResponseEntity<Void> cancel(@PathVariable String caseNumber, @PathVariable UUID upload) {
        uploads.cancel(user.id(), caseNumber, upload);
        return ResponseEntity.noContent().build();
    }

    /** For clients that cannot send every method. */
    @PostMapping("/{upload}")
    @Operation(hidden = true)
    ResponseEntity<Void> overridden(@PathVariable String caseNumber, @PathVariable UUID upload, @RequestHeader(OVERRIDE) String method,
                                    @RequestHeader(name = OFFSET, defaultValue = "-1") long offset, HttpServletRequest request) throws IOException {
        return switch (method) {
            case "PATCH" -> append(caseNumber, upload, offset, request);
            case "DELETE" -> cancel(caseNumber, upload);
            case "HEAD" -> progress(caseNumber, upload);
            default -> ResponseEntity.status(HttpStatus.METHOD_NOT_ALLOWED).build();
        };
    }

    @ExceptionHandler
    ResponseEntity<Void> speaksAnother(Tus.WrongVersion wrong) {
        return ResponseEntity.status(HttpStatus.PRECONDITION_FAILED).header("Tus-Version", Tus.VERSION).build();
    }
}
