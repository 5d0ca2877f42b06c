package org.zhiping.identity;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.zhiping.ProductTest;
import org.zhiping.intake.ApplicationStatus;
import org.zhiping.intake.Applications;
import org.zhiping.intake.Intake;
import org.zhiping.intake.IntakeOffice;
import org.zhiping.intake.RoundPlan;
import org.zhiping.intake.Rounds;

/** What a browser posts with a character in it that the database does not store. */
@ProductTest
class NullCharactersInFormsTest {

    private static final String PASSWORD = "correct-horse-7";

    @Autowired Accounts accounts;
    @Autowired Rounds rounds;
    @Autowired Intake intake;
    @Autowired Applications applications;
    @Autowired Clock clock;
    @LocalServerPort int port;

    @Test
    void reasonsAreTakenWithABlankInstead() {
        Instant now = clock.instant();
        String round = rounds.plan(new RoundPlan("all-media-operator", "2023", List.of("LEVEL_4"), List.of("A"), now.minusSeconds(60),
                now.plus(Duration.ofDays(1)), LocalDate.now(clock), IntakeOffice.S2_PARAMETERS)).number();
        rounds.open(round);
        accounts.register("pasting-applicant", "张伟", PASSWORD);
        String page = "/portal/applications/" + intake.start("pasting-applicant", round, "LEVEL_4", "A").caseNumber();
        Browser applicant = signedIn("pasting-applicant");

        assertThat(applicant.post(page + "/withdraw", page + "/withdraw", Map.of("reason", "改报\0其他批次")).statusCode()).isEqualTo(302);
        assertThat(applications.find(page.substring(page.lastIndexOf('/') + 1)).status()).isEqualTo(ApplicationStatus.WITHDRAWN);

        accounts.register("pasting-officer", "李考务", PASSWORD);
        accounts.grant("pasting-officer", Set.of(Role.EXAM_OFFICER), "administrator");
        String cancel = "/desk/rounds/" + round + "/cancel";
        assertThat(signedIn("pasting-officer").post(cancel, cancel, Map.of("reason", "考场\0停电")).statusCode()).isEqualTo(302);
    }

    private Browser signedIn(String account) {
        Browser browser = new Browser(port);
        browser.signIn(account, PASSWORD);
        return browser;
    }
}
