package org.zhiping.portal;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.UUID;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestPart;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.multipart.MultipartFile;
import org.zhiping.identity.CurrentUser;
import org.zhiping.intake.AttachedFile;
import org.zhiping.intake.Intake;
import org.zhiping.page.MaterialLines;
import org.zhiping.page.Option;

/** The materials of one's own application. */
@RestController
@RequestMapping("/api/v1/applications/{caseNumber}/materials")
@Tag(name = "申报材料")
class MaterialsApi {

    /** @param byApplication the filled-in application itself is this material; nothing is uploaded */
    record Material(String material, String name, List<Option> anyOf, boolean required, String clause, boolean byApplication,
                    boolean fulfilled, List<AttachedFile> files) {

        static Material of(MaterialLines.Line line) {
            return new Material(line.requirement().material(), line.name(), line.kinds(), line.requirement().required(),
                    line.requirement().clause(), line.requirement().byApplication(), line.requirement().fulfilled(),
                    line.requirement().files());
        }
    }

    private final Intake intake;
    private final MaterialLines lines;
    private final CurrentUser user;

    MaterialsApi(Intake intake, MaterialLines lines, CurrentUser user) {
        this.intake = intake;
        this.lines = lines;
        this.user = user;
    }

    @GetMapping
    @Operation(summary = "所需材料与已上传的文件")
    List<Material> materials(@PathVariable String caseNumber) {
        return lines.of(intake.open(user.id(), caseNumber)).stream().map(Material::of).toList();
    }

    @PostMapping(value = "/{code}", consumes = MediaType.MULTIPART_FORM_DATA_VALUE)
    @ResponseStatus(HttpStatus.CREATED)
    @Operation(summary = "上传一项材料的文件", description = "PDF、JPG 或 PNG，不超过 10 MB。同一项材料可以上传多个文件。")
    AttachedFile attach(@PathVariable String caseNumber, @PathVariable String code, @RequestPart MultipartFile file) throws IOException {
        try (InputStream content = file.getInputStream()) {
            return intake.attach(user.id(), caseNumber, code, file.getOriginalFilename(), content);
        }
    }

    @DeleteMapping("/{document}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(summary = "删除一个已上传的文件")
    void detach(@PathVariable String caseNumber, @PathVariable UUID document) {
        intake.detach(user.id(), caseNumber, document);
    }
}
