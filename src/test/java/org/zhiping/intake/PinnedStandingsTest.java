package org.zhiping.intake;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.context.i18n.LocaleContextHolder;
import org.zhiping.intake.PinnedStanding.Occasion;
import org.zhiping.platform.Language;
import org.zhiping.platform.TestTexts;
import org.zhiping.platform.TestVault;
import org.zhiping.standard.Packs;
import org.zhiping.standard.StandardPack;
import org.zhiping.standard.TestFacts;
import org.zhiping.standard.TestStandards;

/** What is kept of the moments at which an application was handed in and accepted. */
class PinnedStandingsTest {

    private final IntakeOffice office = new IntakeOffice();

    @Test
    void aSubmissionIsPinnedInTheStandardsWords() {
        LocaleContextHolder.setLocale(Language.ENGLISH);
        String caseNumber = office.submitted();
        LocaleContextHolder.resetLocaleContext();
        PinnedStanding pinned = only(office.pinned.of(caseNumber));
        assertThat(pinned.occasion()).isEqualTo(Occasion.SUBMITTED);
        assertThat(pinned.outcome()).isEqualTo(Eligibility.ELIGIBLE);
        assertThat(pinned.met()).extracting(Eligibility.Condition::text).containsExactly("累计从事本职业或相关职业工作满5年。");
        assertThat(pinned.misses()).extracting(Eligibility.Miss::condition).containsExactly("L4-2", "L4-3");
        assertThat(pinned.value("totalYears")).isEqualTo("5");
        assertThat(pinned.decision()).startsWith("eligibility-conditions-all-media-operator-2023:");
        assertThat(pinned.edition()).isEqualTo("2023");
        assertThat(office.jdbc.sql("select content from pinned_standing").query(String.class).single()).doesNotContain("2021", "累计");
    }

    @Test
    void eachSupplementIsPinnedBesideTheFirst() {
        String caseNumber = office.submitted();
        office.act(() -> {
            Application application = office.applications.lock(caseNumber);
            application.giveBack(office.clock.instant().plusSeconds(86_400));
            ((JdbcApplications) office.applications).save(application);
        });
        office.supplement(caseNumber);
        assertThat(office.pinned.of(caseNumber)).extracting(PinnedStanding::occasion).containsExactly(Occasion.SUBMITTED, Occasion.SUPPLEMENTED);
    }

    @Test
    void aLaterPackOrTableChangesNothingOfIt() {
        String caseNumber = office.submitted();
        List<PinnedStanding> before = office.pinned.of(caseNumber);

        StandardPack stricter = TestFacts.pack(TestStandards.S2, TestStandards.S2_EDITION, Map.of("title", "改"),
                "id: certificate4, kind: certificate, levels: [LEVEL_4], name: 证书, nameEn: Certificate",
                "id: totalYears, kind: years, after: certificate4, name: 证书后年限, nameEn: Years after the certificate");
        Packs packs = new Packs() {
            @Override
            public StandardPack find(String standard, String edition) {
                return stricter;
            }

            @Override
            public List<StandardPack> all() {
                return List.of(stricter);
            }
        };
        QuestionTexts questions = new QuestionTexts(TestTexts.create());
        Standings standings = new Standings(packs, TestStandards.rulebook(office.decisions),
                office.roundRows, new Explanations(TestTexts.create()), questions, office.clock);
        Application application = office.applications.find(caseNumber);
        assertThat(standings.of(application, Confirmation.NONE).eligibility().outcome()).isEqualTo(Eligibility.INELIGIBLE);

        PinnedStandings later = new JdbcPinnedStandings(office.jdbc, TestVault.create(), standings, new ClaimWords(TestTexts.create(), packs), packs,
                TestStandards.rulebook(office.decisions), TestStandards.factTexts(), office.clock);
        assertThat(later.of(caseNumber)).isEqualTo(before);
    }

    private static PinnedStanding only(List<PinnedStanding> pinned) {
        assertThat(pinned).hasSize(1);
        return pinned.get(0);
    }
}
