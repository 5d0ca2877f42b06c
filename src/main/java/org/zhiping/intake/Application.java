package org.zhiping.intake;

import java.time.Instant;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.zhiping.platform.Refusal;

import static org.zhiping.intake.ApplicationStatus.*;

/** One person's application for one level in one round. Every step refuses a state from which it may not be taken. */
public final class Application {

    /** What is applied for; fixed when the draft is started. */
    record Subject(String roundNumber, String standard, String edition, String level, String direction) {
    }

    /** How far the application has come. */
    record Progress(ApplicationStatus status, Instant submittedAt, Instant supplementUntil) {
    }

    private final String caseNumber;
    private final Subject subject;
    private final String applicant;
    private final String applicantName;
    private final int version;
    private Progress progress;
    private final Claims claimsBefore;
    private final Confirmation confirmationBefore;
    private Claims claims;
    private Confirmation confirmation;

    Application(String caseNumber, Subject subject, String applicant, String applicantName, int version,
                Progress progress, Claims claims, Confirmation confirmation) {
        this.caseNumber = caseNumber;
        this.subject = subject;
        this.applicant = applicant;
        this.applicantName = applicantName;
        this.version = version;
        this.progress = progress;
        this.claims = claims;
        this.confirmation = confirmation;
        this.claimsBefore = claims;
        this.confirmationBefore = confirmation;
    }

    /** Claims or confirmation are others than those that were read. */
    boolean restated() {
        return claims != claimsBefore || confirmation != confirmationBefore;
    }

    static Application draft(String caseNumber, Subject subject, String applicant, String applicantName) {
        return new Application(caseNumber, subject, applicant, applicantName, 0, new Progress(DRAFT, null, null),
                Claims.EMPTY, Confirmation.NONE);
    }

    /** For a second reader in the same transaction, who may change it without the first. */
    Application copy() {
        return new Application(caseNumber, subject, applicant, applicantName, version, progress, claims, confirmation);
    }

    /** As its row is after it was written. */
    Application saved() {
        return new Application(caseNumber, subject, applicant, applicantName, version + 1, progress, claims, confirmation);
    }

    /** Changed claims have to be confirmed anew. */
    public void claim(Claims changed) {
        require("application-not-editable", DRAFT, RETURNED);
        if (!changed.equals(claims)) {
            claims = changed;
            confirmation = Confirmation.NONE;
        }
    }

    public void submit(Instant now) {
        requireNotEnded();
        require("application-already-submitted", DRAFT);
        progress = new Progress(SUBMITTED, now, null);
    }

    public void confirm(Confirmation established) {
        require("application-not-in-review", SUBMITTED);
        confirmation = established;
    }

    public void giveBack(Instant until) {
        require("application-not-in-review", SUBMITTED);
        progress = new Progress(RETURNED, progress.submittedAt(), until);
    }

    /** The time once told is never made shorter. */
    public void extendSupplement(Instant until) {
        require("application-not-returned", RETURNED);
        if (until.isAfter(progress.supplementUntil())) {
            progress = new Progress(RETURNED, progress.submittedAt(), until);
        }
    }

    /** The last moment for it is {@link #supplementUntil()} itself. */
    public void supplement(Instant now) {
        requireNotEnded();
        require("application-not-returned", RETURNED);
        if (now.isAfter(progress.supplementUntil())) {
            throw Refusal.conflict("supplement-deadline-passed", caseNumber);
        }
        progress = new Progress(SUBMITTED, progress.submittedAt(), null);
    }

    public void accept() {
        move("application-not-in-review", ACCEPTED, SUBMITTED);
    }

    /** Every part is recorded; also after the approver sent the result back. */
    public void assess() {
        move("application-not-accepted", ASSESSED, ACCEPTED, ASSESSED);
    }

    public void approve() {
        move("application-not-assessed", APPROVED, ASSESSED);
    }

    public void fail() {
        move("application-not-assessed", FAILED, ASSESSED);
    }

    public void certify() {
        move("application-not-approved", CERTIFIED, APPROVED);
    }

    /** At any time before there is a certificate. */
    public void withdraw() {
        move("application-cannot-be-withdrawn", WITHDRAWN, DRAFT, SUBMITTED, RETURNED, ACCEPTED, ASSESSED, APPROVED);
    }

    /** What the review was based on has been declared void: it begins anew, from the claims alone. */
    public void reviewAgain() {
        move("application-cannot-be-redone", SUBMITTED, SUBMITTED, RETURNED, ACCEPTED, ASSESSED, APPROVED);
        confirmation = Confirmation.NONE;
    }

    /** Something in a part has been declared void: that part is assessed again. */
    public void assessAgain() {
        move("application-cannot-be-redone", ACCEPTED, ACCEPTED, ASSESSED, APPROVED);
    }

    /** The approval has been declared void. */
    public void approveAgain() {
        move("application-cannot-be-redone", ASSESSED, ASSESSED, APPROVED);
    }

    /** Nothing was handed in before the round closed, or before the supplement was due. */
    public void lapse() {
        move("application-not-editable", LAPSED, DRAFT, RETURNED);
    }

    /** Its round was cancelled; what has a certificate, or ended before, stays as it is. */
    public void cancel() {
        move("application-cannot-be-cancelled", CANCELLED, DRAFT, SUBMITTED, RETURNED, ACCEPTED, ASSESSED, APPROVED);
    }

    private void move(String refusal, ApplicationStatus next, ApplicationStatus... from) {
        require(refusal, from);
        progress = new Progress(next, progress.submittedAt(), null);
    }

    private void requireNotEnded() {
        if (progress.status() == CANCELLED) {
            throw Refusal.conflict("application-cancelled", caseNumber);
        }
        if (progress.status() == LAPSED) {
            throw Refusal.conflict("application-lapsed", caseNumber);
        }
    }

    private void require(String refusal, ApplicationStatus... from) {
        if (!Set.of(from).contains(progress.status())) {
            throw Refusal.conflict(refusal, caseNumber);
        }
    }

    public String caseNumber() {
        return caseNumber;
    }

    public String roundNumber() {
        return subject.roundNumber();
    }

    public String standard() {
        return subject.standard();
    }

    public String edition() {
        return subject.edition();
    }

    public String level() {
        return subject.level();
    }

    /** Empty where the standard has none. */
    public String direction() {
        return subject.direction();
    }

    /** Account id. */
    public String applicant() {
        return applicant;
    }

    public String applicantName() {
        return applicantName;
    }

    public String applicantKind() {
        return claims.person().applicantKind();
    }

    /** For recusal 回避. */
    public String employer() {
        return claims.person().employer();
    }

    /** Where the person works now, as far as a reviewer has left it standing: for recusal 回避. */
    public Set<String> presentEmployers() {
        Claims confirmed = Corrections.apply(claims, confirmation.corrections());
        return Stream.concat(Stream.of(confirmed.person().employer()),
                        confirmed.jobs().stream().filter(job -> job.to().isBlank()).map(Claims.Job::employer))
                .filter(employer -> !employer.isBlank()).collect(Collectors.toUnmodifiableSet());
    }

    public ApplicationStatus status() {
        return progress.status();
    }

    /** Null before the first submission. */
    public Instant submittedAt() {
        return progress.submittedAt();
    }

    /** Null unless returned. */
    public Instant supplementUntil() {
        return progress.supplementUntil();
    }

    public Claims claims() {
        return claims;
    }

    public Confirmation confirmation() {
        return confirmation;
    }

    public int version() {
        return version;
    }
}
