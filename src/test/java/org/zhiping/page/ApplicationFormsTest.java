package org.zhiping.page;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;
import static org.zhiping.intake.IntakeOffice.WHO;

import java.awt.geom.Rectangle2D;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.context.i18n.LocaleContextHolder;
import org.zhiping.document.PageReading;
import org.zhiping.document.Papers;
import org.zhiping.document.PdfA;
import org.zhiping.document.TestPapers;
import org.zhiping.intake.Application;
import org.zhiping.intake.Claims;
import org.zhiping.intake.IntakeOffice;
import org.zhiping.intake.Portraits;
import org.zhiping.intake.SubjectNames;
import org.zhiping.platform.PublicAddress;
import org.zhiping.platform.Refusal;
import org.zhiping.platform.TestTexts;
import org.zhiping.platform.Texts;
import org.zhiping.platform.web.TestTimes;
import org.zhiping.standard.TestStandards;

/** The application form on paper: all that was typed, page after page, marked while it is a draft. */
class ApplicationFormsTest {

    private static final Papers PAPERS = new Papers();
    private static final Rectangle2D SHEET = new Rectangle2D.Double(15, 8, 180, 283);

    private final IntakeOffice office = new IntakeOffice();
    private final Portraits portraits = mock(Portraits.class);

    @AfterEach
    void forgetLanguage() {
        LocaleContextHolder.resetLocaleContext();
    }

    @Test
    void saysEverythingWithTheClauseAndWhereToSign() {
        String caseNumber = office.submitted();
        PageReading paper = new PageReading(print(caseNumber, true));
        assertThat(paper.text()).contains("职业技能等级评价申报表", "ApplicationforEvaluationofaVocationalSkillLevel", caseNumber, "张伟",
                "11010519491231002x", "北京某传媒有限公司", "2021-11-22", "1.9.1四级(1)", "申请人签名", "本人声明", "Ideclarethat",
                "不是评价标准附录中的表格", "居民身份证等证件").doesNotContain("草稿");
        assertThat(paper.text()).contains("2026年第一批");
    }

    @Test
    void isMarkedWhileItIsADraftAndMaskedForStaff() {
        String caseNumber = draft(IntakeOffice.worker("2021-11-22", "").jobs());
        PageReading paper = new PageReading(print(caseNumber, false));
        assertThat(paper.text()).contains("草稿DRAFT", "1101**********002X").doesNotContain("11010519491231002", "13800000000");
    }

    @Test
    void speaksTheReadersLanguage() {
        LocaleContextHolder.setLocale(Locale.ENGLISH);
        assertThat(new PageReading(print(office.submitted(), true)).text()).contains("Employer", "Conditions", "Applicant:____", "本人声明");
    }

    @Test
    void aLongLifeAtWorkGoesOnOverPagesAndEachIsInItsPlace() throws Exception {
        List<Claims.Job> jobs = new ArrayList<>(IntStream.range(0, 60).mapToObj(i -> new Claims.Job(
                "北京第" + i + "文化传媒（集团）有限责任公司新媒体运营中心", "全媒体运营师", "2000-01-01", "2001-01-01")).toList());
        jobs.add(new Claims.Job("𠮷野·Łukasz GmbH", "Donaudampfschifffahrtsgesellschaftskapitänsmützenmacherei", "2015-01-01", ""));
        when(portraits.uploaded(any())).thenReturn(Optional.of(TestPapers.portrait()));
        byte[] pdf = print(draft(jobs), true);
        PageReading paper = new PageReading(pdf);
        assertThat(paper.pages()).isBetween(3, 8);
        assertThat(paper.text()).contains("北京第0文化", "北京第59文化", "𠮷野·Łukasz", "3/" + paper.pages());
        for (int page = 0; page < paper.pages(); page++) {
            assertThat(paper.characters(page)).isNotEmpty()
                    .allSatisfy(character -> assertThat(SHEET.contains(character.box())).as(character.toString()).isTrue());
            assertThat(paper.overlaps(page)).isEmpty();
        }
        assertThat(paper.images(0)).hasSize(1);
        assertThat(PdfA.faults(pdf)).isEmpty();
    }

    @Test
    void aCharacterWithoutAGlyphIsSaid() {
        String caseNumber = draft(List.of(new Claims.Job("快乐🎉公司", "运营", "2020-01-01", "")));
        assertThatExceptionOfType(Refusal.class).isThrownBy(() -> print(caseNumber, true))
                .satisfies(refusal -> assertThat(TestTexts.create().of(refusal)).contains("U+1F389"));
    }

    private String draft(List<Claims.Job> jobs) {
        String round = office.applications.find(office.submitted()).roundNumber();
        String caseNumber = office.act(() -> office.intake().start(WHO, round, "LEVEL_3", "A")).caseNumber();
        office.act(() -> office.intake().save(WHO, caseNumber, new Claims(IntakeOffice.person(), jobs, null, null, null, null, ""), null));
        return caseNumber;
    }

    private byte[] print(String caseNumber, boolean own) {
        Texts texts = TestTexts.create();
        SubjectNames names = mock(SubjectNames.class);
        when(names.of(any())).thenReturn("全媒体运营师 四级/中级工 创意策划");
        Application application = office.applications.find(caseNumber);
        return new ApplicationForms(new ClaimSections(texts, TestStandards.packs()), new MaterialLines(office.facts, TestStandards.packs()), office.facts,
                portraits, office.rounds(), names, PAPERS, texts, TestTimes.on(office.clock), TestPapers.OWN,
                new PublicAddress(URI.create("https://zhiping.example.org")), office.clock).print(application, own);
    }
}
