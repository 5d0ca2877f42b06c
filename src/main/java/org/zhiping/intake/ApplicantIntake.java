package org.zhiping.intake;

import java.io.InputStream;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.zhiping.document.Documents;
import org.zhiping.platform.Refusal;
import org.zhiping.standard.MaterialKind;

/** Carries out what an applicant does; each act is one transaction on the locked case. */
@Component
@Transactional
class ApplicantIntake implements Intake {

    private static final int LONGEST_REASON = 500;

    private final Drafts drafts;
    private final JdbcApplications applications;
    private final Standings standings;
    private final DraftChecks checks;
    private final Requirements requirements;
    private final Files files;
    private final Documents documents;
    private final Submission submission;
    private final Supplementing supplementing;
    private final PinnedStandings pinned;
    private final HandIns handIns;
    private final Milestones milestones;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    ApplicantIntake(Drafts drafts, JdbcApplications applications, Standings standings, DraftChecks checks, Requirements requirements,
                    Files files, Documents documents, Submission submission, Supplementing supplementing, PinnedStandings pinned,
                    HandIns handIns, Milestones milestones,
                    ApplicationEventPublisher events, Clock clock) {
        this.drafts = drafts;
        this.applications = applications;
        this.standings = standings;
        this.checks = checks;
        this.requirements = requirements;
        this.files = files;
        this.documents = documents;
        this.submission = submission;
        this.supplementing = supplementing;
        this.pinned = pinned;
        this.handIns = handIns;
        this.milestones = milestones;
        this.events = events;
        this.clock = clock;
    }

    @Override
    public Application start(String account, String roundNumber, String level, String direction) {
        return drafts.start(account, roundNumber, level, direction);
    }

    @Override
    public Application open(String account, String caseNumber) {
        return own(account, applications.find(caseNumber));
    }

    @Override
    public List<Application> mine(String account) {
        return applications.ofApplicant(account);
    }

    @Override
    public Application save(String account, String caseNumber, Claims claims, Integer version) {
        Application application = own(account, applications.lock(caseNumber));
        if (version != null && version != application.version()) {
            throw new ChangedMeanwhile(application, claims);
        }
        supplementing.requireAsked(application, claims);
        application.claim(claims);
        applications.save(application);
        return applications.find(caseNumber);
    }

    @Override
    public Eligibility eligibility(String account, String caseNumber) {
        return standings.of(open(account, caseNumber), Confirmation.NONE).eligibility();
    }

    @Override
    public DraftCheck check(String account, String caseNumber) {
        return checks.of(open(account, caseNumber));
    }

    @Override
    public List<Requirement> requirements(String account, String caseNumber) {
        return requirements.of(open(account, caseNumber), Confirmation.NONE);
    }

    @Override
    public AttachedFile attach(String account, String caseNumber, String material, String fileName, InputStream content) {
        Application application = editable(account, caseNumber);
        MaterialKind kind = requirements.upload(application, material);
        supplementing.requireAsked(application, kind.code());
        files.requireRoom(caseNumber, kind.code());
        return files.attach(caseNumber, kind.code(), store(application, kind, fileName, content));
    }

    @Override
    public AttachedFile replace(String account, String caseNumber, UUID document, String fileName, InputStream content) {
        Application application = editable(account, caseNumber);
        MaterialKind kind = requirements.upload(application, files.material(caseNumber, document));
        supplementing.requireFree(application, document);
        UUID stored = store(application, kind, fileName, content);
        files.detach(caseNumber, document, stored, account);
        return files.attach(caseNumber, kind.code(), stored);
    }

    private UUID store(Application application, MaterialKind kind, String fileName, InputStream content) {
        return kind.fulfilledBy().equals(MaterialKind.PORTRAIT)
                ? documents.storePortrait(application.applicant(), fileName, content)
                : documents.store(application.applicant(), fileName, content);
    }

    @Override
    public void detach(String account, String caseNumber, UUID document) {
        supplementing.requireFree(editable(account, caseNumber), document);
        files.detach(caseNumber, document, null, account);
    }

    @Override
    public void submit(String account, String caseNumber) {
        Application application = own(account, applications.lock(caseNumber));
        application.submit(clock.instant());
        submission.checkFirst(application);
        applications.save(application);
        pinned.pin(application, PinnedStanding.Occasion.SUBMITTED);
        handIns.keep(application);
        files.handIn(caseNumber);
        milestones.reach(caseNumber, Milestone.SUBMITTED, Map.of());
        events.publishEvent(new ApplicationSubmitted(caseNumber, application.standard(), application.edition(),
                application.level(), application.direction()));
    }

    @Override
    public void note(String account, String caseNumber, int position, String note) {
        supplementing.note(editable(account, caseNumber), position, note);
    }

    @Override
    public Set<String> openMaterials(String account, String caseNumber) {
        return supplementing.openMaterials(open(account, caseNumber));
    }

    @Override
    public void supplement(String account, String caseNumber) {
        supplement(account, caseNumber, false);
    }

    @Override
    public void supplement(String account, String caseNumber, boolean asItIs) {
        Application application = own(account, applications.lock(caseNumber));
        Optional<Supplement> asked = supplementing.current(application);
        application.supplement(clock.instant());
        asked.filter(one -> !asItIs).ifPresent(one -> supplementing.requireAnswered(application, one));
        submission.checkAgain(application);
        applications.save(application);
        pinned.pin(application, PinnedStanding.Occasion.SUPPLEMENTED);
        handIns.keep(application);
        files.handIn(caseNumber);
        milestones.reach(caseNumber, Milestone.SUPPLEMENTED, Map.of());
        events.publishEvent(new MaterialsSupplemented(caseNumber));
    }

    @Override
    public void withdraw(String account, String caseNumber, String reason) {
        String told = reason == null ? "" : reason.strip();
        if (told.length() > LONGEST_REASON) {
            throw Refusal.invalid("reason", "reason-too-long", LONGEST_REASON);
        }
        Application application = own(account, applications.lock(caseNumber));
        boolean wasDraft = application.status() == ApplicationStatus.DRAFT;
        application.withdraw();
        applications.save(application);
        milestones.reach(caseNumber, Milestone.WITHDRAWN, told.isEmpty() ? Map.of() : Map.of("reason", told));
        if (!wasDraft) {
            events.publishEvent(new ApplicationWithdrawn(caseNumber));
        }
    }

    private Application editable(String account, String caseNumber) {
        Application application = own(account, applications.lock(caseNumber));
        if (!application.status().editable()) {
            throw Refusal.conflict("application-not-editable", caseNumber);
        }
        return application;
    }

    private static Application own(String account, Application application) {
        if (!application.applicant().equals(account)) {
            throw Refusal.notFound("application-not-found");
        }
        return application;
    }
}
