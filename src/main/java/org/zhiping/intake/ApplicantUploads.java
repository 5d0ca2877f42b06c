package org.zhiping.intake;

import java.io.InputStream;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import org.zhiping.document.Upload;
import org.zhiping.document.UploadLimits;
import org.zhiping.document.Uploads;
import org.zhiping.platform.Refusal;
import org.zhiping.standard.MaterialKind;

/** Lets materials arrive without holding the case while a slow client sends, or while a large file is checked. */
@Component
class ApplicantUploads implements MaterialUploads {

    private static final Logger LOG = LoggerFactory.getLogger(ApplicantUploads.class);
    private static final int MOST_UNDER_WAY = 20;
    /** A request that is still at it is left alone. */
    private static final Duration LEFT_ALONE = Duration.ofMinutes(2);

    private final JdbcApplications applications;
    private final Requirements requirements;
    private final Supplementing supplementing;
    private final Files files;
    private final ArrivingFiles arriving;
    private final Uploads uploads;
    private final UploadLimits limits;
    private final TransactionTemplate transaction;
    private final Clock clock;

    ApplicantUploads(JdbcApplications applications, Requirements requirements, Supplementing supplementing, Files files, ArrivingFiles arriving, Uploads uploads,
                     UploadLimits limits, PlatformTransactionManager transactions, Clock clock) {
        this.applications = applications;
        this.requirements = requirements;
        this.supplementing = supplementing;
        this.files = files;
        this.arriving = arriving;
        this.uploads = uploads;
        this.limits = limits;
        this.transaction = new TransactionTemplate(transactions);
        this.clock = clock;
    }

    @Override
    public Arriving begin(String account, String caseNumber, Plan plan) {
        return transaction.execute(status -> {
            Application application = editable(account, caseNumber);
            String material = plan.replaces() == null ? requirements.upload(application, plan.material()).code()
                    : files.material(caseNumber, plan.replaces());
            requireAsked(application, material, plan.replaces());
            if (plan.replaces() == null) {
                files.requireRoom(caseNumber, material);
            }
            if (unfinished(caseNumber).size() >= MOST_UNDER_WAY) {
                throw Refusal.conflict("too-many-uploads", MOST_UNDER_WAY);
            }
            UUID upload = uploads.begin(account, plan.fileName(), plan.length(), plan.fingerprint());
            arriving.add(new ArrivingFiles.Row(upload, caseNumber, material, plan.replaces()));
            return new Arriving(material, plan.replaces(), uploads.find(upload));
        });
    }

    @Override
    public List<Arriving> unfinished(String account, String caseNumber) {
        own(account, applications.find(caseNumber));
        return unfinished(caseNumber);
    }

    private List<Arriving> unfinished(String caseNumber) {
        List<ArrivingFiles.Row> rows = arriving.of(caseNumber);
        Map<UUID, Upload> found = uploads.find(rows.stream().map(ArrivingFiles.Row::document).toList());
        return rows.stream().filter(row -> found.containsKey(row.document()))
                .map(row -> new Arriving(row.material(), row.replaces(), found.get(row.document())))
                .sorted(Comparator.comparing(one -> one.upload().expiresAt())).toList();
    }

    @Override
    public Upload find(String account, String caseNumber, UUID upload) {
        own(account, applications.find(caseNumber));
        if (arriving.find(caseNumber, upload).isEmpty() && !files.has(caseNumber, upload)) {
            throw Refusal.notFound("upload-not-found");
        }
        return uploads.find(upload);
    }

    @Override
    public long append(String account, String caseNumber, UUID upload, long offset, InputStream part) {
        Upload there = find(account, caseNumber, upload);
        requireEditable(applications.find(caseNumber));
        long now = uploads.append(upload, offset, part);
        if (now == there.length()) {
            finish(account, caseNumber, upload);
        }
        return now;
    }

    /** Once is as good as twice. */
    private void finish(String account, String caseNumber, UUID upload) {
        ArrivingFiles.Row row = arriving.find(caseNumber, upload).orElse(null);
        if (row == null) {
            return;
        }
        uploads.finish(upload, portrait(applications.find(caseNumber), row.material()));
        try {
            transaction.executeWithoutResult(status -> attach(account, row));
        } catch (Refusal refusal) {
            uploads.drop(upload);
            throw refusal;
        }
    }

    private boolean portrait(Application application, String material) {
        return requirements.upload(application, material).fulfilledBy().equals(MaterialKind.PORTRAIT);
    }

    /** The case is locked, and so one of two requests that finish the same upload finds it arrived. */
    private void attach(String account, ArrivingFiles.Row row) {
        Application application = editable(account, row.caseNumber());
        if (arriving.find(row.caseNumber(), row.document()).isEmpty()) {
            return;
        }
        requireAsked(application, row.material(), row.replaces());
        if (row.replaces() == null) {
            files.requireRoom(row.caseNumber(), row.material());
        } else {
            files.detach(row.caseNumber(), row.replaces(), row.document(), account);
        }
        files.attach(row.caseNumber(), row.material(), row.document());
        arriving.remove(row.document());
    }

    private void requireAsked(Application application, String material, UUID replaces) {
        if (replaces == null) {
            supplementing.requireAsked(application, material);
        } else {
            supplementing.requireFree(application, replaces);
        }
    }

    @Override
    public void cancel(String account, String caseNumber, UUID upload) {
        own(account, applications.find(caseNumber));
        if (arriving.find(caseNumber, upload).isEmpty()) {
            throw Refusal.notFound("upload-not-found");
        }
        uploads.drop(upload);
    }

    /** A file whose last byte came just before the server stopped is checked and attached all the same. */
    @Scheduled(cron = "${zhiping.upload.late:45 * * * * *}")
    void finishLate() {
        List<ArrivingFiles.Row> rows = arriving.all();
        Map<UUID, Upload> found = uploads.find(rows.stream().map(ArrivingFiles.Row::document).toList());
        Instant before = clock.instant().minus(LEFT_ALONE).plus(limits.keepUnfinished());
        rows.stream().filter(row -> found.containsKey(row.document()))
                .filter(row -> found.get(row.document()).complete() && found.get(row.document()).expiresAt().isBefore(before))
                .forEach(row -> finishLate(row, found.get(row.document()).owner()));
    }

    private void finishLate(ArrivingFiles.Row row, String owner) {
        try {
            finish(owner, row.caseNumber(), row.document());
        } catch (Refusal refusal) {
            LOG.info("An upload of {} that was complete is not taken: {}", row.caseNumber(), refusal.getMessage());
        }
    }

    private Application editable(String account, String caseNumber) {
        Application application = own(account, applications.lock(caseNumber));
        requireEditable(application);
        return application;
    }

    private static void requireEditable(Application application) {
        if (!application.status().editable()) {
            throw Refusal.conflict("application-not-editable", application.caseNumber());
        }
    }

    private static Application own(String account, Application application) {
        if (!application.applicant().equals(account)) {
            throw Refusal.notFound("application-not-found");
        }
        return application;
    }
}
