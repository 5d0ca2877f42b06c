package org.zhiping.group;

import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.RecoverableDataAccessException;
import org.springframework.dao.TransientDataAccessException;
import org.springframework.dao.NonTransientDataAccessResourceException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionException;
import org.springframework.transaction.support.TransactionTemplate;
import org.zhiping.consent.Consents;
import org.zhiping.group.JdbcGroupCases.GroupCase;
import org.zhiping.identity.Accounts;
import org.zhiping.intake.Application;
import org.zhiping.intake.ApplicationStatus;
import org.zhiping.intake.Intake;
import org.zhiping.intake.Round;
import org.zhiping.intake.Rounds;
import org.zhiping.platform.Refusal;
import org.zhiping.platform.Refusal.Fault;

/**
 * Takes rows over into cases, or hands their cases in. A row, its case and the mark that it is done are one transaction: whenever the
 * work breaks off, a row is either done or still to be done.
 */
@Component
class RowImport {

    private static final Logger LOG = LoggerFactory.getLogger(RowImport.class);

    private final JdbcRows rows;
    private final JdbcGroupCases cases;
    private final Standing standing;
    private final Applicants applicants;
    private final Accounts accounts;
    private final Consents consents;
    private final Intake intake;
    private final Rounds rounds;
    private final Notes notes;
    private final TransactionTemplate transactions;

    RowImport(JdbcRows rows, JdbcGroupCases cases, Standing standing, Applicants applicants, Accounts accounts, Consents consents,
              Intake intake, Rounds rounds, Notes notes, TransactionTemplate transactions) {
        this.rows = rows;
        this.cases = cases;
        this.standing = standing;
        this.applicants = applicants;
        this.accounts = accounts;
        this.consents = consents;
        this.intake = intake;
        this.rounds = rounds;
        this.notes = notes;
        this.transactions = transactions;
    }

    /** The next row that is to be done. @return false when there is none */
    boolean next(GroupImport file) {
        int[] line = {0};
        try {
            return transactions.execute(status -> rows.take(file.number()).map(row -> {
                line[0] = row.line();
                if (file.state() == State.SUBMITTING) {
                    submit(file, row);
                } else {
                    take(file, row);
                }
                return true;
            }).orElse(false));
        } catch (Refusal refused) {
            refused(file, line[0], notes.of(refused));
            return true;
        } catch (TransientDataAccessException | RecoverableDataAccessException | NonTransientDataAccessResourceException | TransactionException later) {
            throw later;
        } catch (RuntimeException failed) {
            if (line[0] == 0) {
                throw failed;
            }
            LOG.error("Line {} of {} could not be worked on", line[0], file.number(), failed);
            refused(file, line[0], List.of(notes.of(new Fault("", "row-failed"))));
            return true;
        }
    }

    private void refused(GroupImport file, int line, List<Note> why) {
        rows.done(file.number(), line, file.state() == State.SUBMITTING ? "NOT_SUBMITTED" : "REFUSED", null, null, why);
    }

    private void take(GroupImport file, GroupRow row) {
        cases.hold(row.person());
        Round round = rounds.find(file.round());
        Standing.Found found = standing.known(file.agent(), round.standard(), List.of(row.person())).of(row.person(), row.level(), row.digest());
        GroupCase made = switch (found.change()) {
            case NEW -> begin(file, row, round);
            case CHANGED -> change(file, row, round, found.mine());
            case UNCHANGED -> found.mine();
            case LOCKED -> throw Refusal.conflict("row-locked");
            case TAKEN -> throw Refusal.conflict("row-taken");
            case FAULTY -> throw new IllegalStateException("A faulty row is not taken over");
        };
        rows.done(file.number(), row.line(), "IMPORTED", made.account(), made.caseNumber(), null);
    }

    private GroupCase begin(GroupImport file, GroupRow row, Round round) {
        Applicant applicant = applicants.of(row.line(), row.cells());
        String account = cases.account(file.agent(), row.person())
                .orElseGet(() -> accounts.preRegister(applicant.name(), applicant.phone(), applicant.email(), file.agent()).id());
        if (!consents.given(account)) {
            consents.declare(account, consents.text().version(), file.agent());
        }
        Application draft = intake.start(account, round.number(), applicant.level(), applicant.direction());
        return saved(file, row, round, account, draft, applicant);
    }

    private GroupCase change(GroupImport file, GroupRow row, Round round, GroupCase mine) {
        Applicant applicant = applicants.of(row.line(), row.cells());
        Application before = intake.open(mine.account(), mine.caseNumber());
        if (!before.direction().equals(applicant.direction()) || !before.applicantName().equals(applicant.name())) {
            throw Refusal.conflict("row-other-subject");
        }
        return saved(file, row, round, mine.account(), before, applicant);
    }

    private GroupCase saved(GroupImport file, GroupRow row, Round round, String account, Application before, Applicant applicant) {
        Application saved = intake.save(account, before.caseNumber(), applicant.claims(), before.version());
        GroupCase made = new GroupCase(row.person(), row.level(), account, before.caseNumber(), row.digest(), standing.claimsDigest(saved));
        cases.put(file.agent(), round.standard(), made);
        return made;
    }

    /** What its person has changed is theirs to hand in. */
    private void submit(GroupImport file, GroupRow row) {
        Application application = intake.open(row.account(), row.caseNumber());
        if (application.status().editable()) {
            GroupCase mine = cases.find(row.caseNumber()).orElseThrow(() -> Refusal.notFound("application-not-found"));
            if (!standing.asImported(application, mine)) {
                throw Refusal.conflict("row-of-its-person");
            }
            if (application.status() == ApplicationStatus.RETURNED) {
                intake.supplement(row.account(), row.caseNumber());
            } else {
                intake.submit(row.account(), row.caseNumber());
            }
        }
        rows.done(file.number(), row.line(), "SUBMITTED", null, null, null);
    }
}
