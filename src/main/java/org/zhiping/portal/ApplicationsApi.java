package org.zhiping.portal;

import com.fasterxml.jackson.annotation.JsonAlias;
import com.fasterxml.jackson.annotation.JsonFormat;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.net.URI;
import java.util.List;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.zhiping.platform.web.Problems;
import org.zhiping.intake.ChangedMeanwhile;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.http.ProblemDetail;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import org.zhiping.certificate.Certificate;
import org.zhiping.certificate.Certificates;
import org.zhiping.identity.CurrentUser;
import org.zhiping.identity.Role;
import org.zhiping.intake.Application;
import org.zhiping.intake.Claims;
import org.zhiping.intake.Intake;
import org.zhiping.intake.Milestones;
import org.zhiping.platform.Refusal;
import org.zhiping.platform.Texts;

/** The applicant's own applications. A case of somebody else is as unknown as one that does not exist. */
@RestController
@RequestMapping("/api/v1/applications")
@Tag(name = "申报")
class ApplicationsApi {

    /** @param direction absent where the standard has none */
    record Start(String round, String level, String direction) {
    }

    /** @param version of the application that was read; absent to overwrite whatever is there. {@code education} and {@code course} are understood too */
    record Facts(Claims.Person person, List<Claims.Job> jobs, List<Claims.Certificate> certificates, List<Claims.Title> titles,
                 @JsonAlias("education") @JsonFormat(with = JsonFormat.Feature.ACCEPT_SINGLE_VALUE_AS_ARRAY)
                 List<Claims.Education> educations,
                 @JsonAlias("course") @JsonFormat(with = JsonFormat.Feature.ACCEPT_SINGLE_VALUE_AS_ARRAY)
                 List<Claims.Course> courses, String condition, Integer version) {

        Claims claims() {
            return new Claims(person, jobs, certificates, titles, educations, courses, condition);
        }
    }

    /**
     * A fact that was saved differently since the version that came with the request.
     *
     * @param yours  what the request says; {@code current} is what is saved
     */
    record Differing(String field, String yours, String current) {
    }

    record Withdrawal(String reason) {
    }

    /** @param asItIs hands it in although some of what was asked for is as it was */
    record HandingIn(boolean asItIs) {
    }

    private final Intake intake;
    private final Milestones milestones;
    private final Certificates certificates;
    private final CurrentUser user;
    private final Texts texts;

    ApplicationsApi(Intake intake, Milestones milestones, Certificates certificates, CurrentUser user, Texts texts) {
        this.intake = intake;
        this.milestones = milestones;
        this.certificates = certificates;
        this.user = user;
        this.texts = texts;
    }

    @PostMapping
    @Operation(summary = "新建申报草稿", description = "同一职业同一等级只能有一份正在办理的申报。")
    ResponseEntity<ApplicationView> start(@RequestBody Start start) {
        user.require(Role.APPLICANT);
        Application draft = intake.start(user.id(), text(start.round()), text(start.level()), text(start.direction()));
        return ResponseEntity.created(URI.create("/api/v1/applications/" + draft.caseNumber())).body(view(draft));
    }

    @GetMapping
    @Operation(summary = "本人的全部申报，新的在前")
    List<ApplicationView> mine() {
        return intake.mine(user.id()).stream().map(this::view).toList();
    }

    @GetMapping("/{caseNumber}")
    @Operation(summary = "申报的内容、状态与进度")
    ApplicationView find(@PathVariable String caseNumber) {
        return view(intake.open(user.id(), caseNumber));
    }

    @PutMapping("/{caseNumber}/facts")
    @Operation(summary = "保存申报事实", description = "不完整也会保存。带上 version 时，若期间已有改动则答 409，不覆盖；"
            + "differences 逐项列出两边不同的内容，version 是现有版本。")
    ApplicationView save(@PathVariable String caseNumber, @RequestBody Facts facts) {
        return view(intake.save(user.id(), caseNumber, facts.claims(), facts.version()));
    }

    @ExceptionHandler
    ResponseEntity<ProblemDetail> changed(ChangedMeanwhile changed) {
        ProblemDetail problem = Problems.of(changed, texts);
        problem.setProperty("version", changed.kept().version());
        problem.setProperty("differences", changed.differences().stream()
                .map(one -> new Differing(one.field(), one.mine(), one.theirs())).toList());
        return ResponseEntity.status(HttpStatus.CONFLICT).contentType(MediaType.APPLICATION_PROBLEM_JSON).body(problem);
    }

    @GetMapping("/{caseNumber}/eligibility")
    @Operation(summary = "按现有事实判定申报条件", description = "列出符合与不符合的条款原文及差距。")
    EligibilityView eligibility(@PathVariable String caseNumber) {
        return EligibilityView.of(intake.eligibility(user.id(), caseNumber), texts);
    }

    @PostMapping("/{caseNumber}/submit")
    @Operation(summary = "提交申报")
    ApplicationView submit(@PathVariable String caseNumber) {
        intake.submit(user.id(), caseNumber);
        return find(caseNumber);
    }

    @PostMapping("/{caseNumber}/supplement")
    @Operation(summary = "补正后重新提交", description = "退回时指出的事项有未补正也未说明的，答 400 并逐项列出；asItIs 为 true 时仍就此提交。")
    ApplicationView supplement(@PathVariable String caseNumber, @RequestBody(required = false) HandingIn how) {
        intake.supplement(user.id(), caseNumber, how != null && how.asItIs());
        return find(caseNumber);
    }

    @PostMapping("/{caseNumber}/withdraw")
    @Operation(summary = "撤回申报", description = "评价结果批准之前可以撤回，撤回后不能恢复。")
    ApplicationView withdraw(@PathVariable String caseNumber, @RequestBody(required = false) Withdrawal withdrawal) {
        intake.withdraw(user.id(), caseNumber, withdrawal == null ? null : withdrawal.reason());
        return find(caseNumber);
    }

    @GetMapping(value = "/{caseNumber}/certificate", produces = {MediaType.APPLICATION_PDF_VALUE, MediaType.APPLICATION_PROBLEM_JSON_VALUE})
    @Operation(summary = "下载证书（PDF）")
    ResponseEntity<byte[]> certificate(@PathVariable String caseNumber) {
        String number = certificates.ofCase(intake.open(user.id(), caseNumber).caseNumber()).map(Certificate::number)
                .orElseThrow(() -> Refusal.notFound("certificate-not-issued", caseNumber));
        return ResponseEntity.ok().contentType(MediaType.APPLICATION_PDF)
                .header(HttpHeaders.CONTENT_DISPOSITION, ContentDisposition.attachment().filename(number + ".pdf").build().toString())
                .body(certificates.pdf(number));
    }

    private ApplicationView view(Application application) {
        return ApplicationView.of(application, certificates.ofCase(application.caseNumber()).map(Certificate::number).orElse(null),
                milestones.of(application.caseNumber()));
    }

    private static String text(String given) {
        return given == null ? "" : given.strip();
    }
}
