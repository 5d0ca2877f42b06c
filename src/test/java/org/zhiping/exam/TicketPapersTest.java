package org.zhiping.exam;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.mockito.ArgumentMatchers.anyCollection;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import java.awt.geom.Rectangle2D;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.zhiping.document.PageReading;
import org.zhiping.document.PageReading.Placed;
import org.zhiping.document.Papers;
import org.zhiping.document.TestPapers;
import org.zhiping.intake.Application;
import org.zhiping.intake.Applications;
import org.zhiping.intake.Claims;
import org.zhiping.intake.Portraits;
import org.zhiping.platform.Refusal;
import org.zhiping.platform.TestTexts;
import org.zhiping.standard.Packs;
import org.zhiping.standard.TestStandards;

/** Admission tickets as pages: what they say, one a page, everything in its place. */
class TicketPapersTest {

    private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-11-22T01:00:00Z"), ZoneId.of("Asia/Shanghai"));
    private static final Papers PAPERS = new Papers();
    private static final Rectangle2D MARGINS = new Rectangle2D.Double(15, 15, 180, 267);
    private static final String SESSION = "S2026000001";

    private final SeatTable seats = mock(SeatTable.class);
    private final Applications applications = mock(Applications.class);
    private final Map<String, Application> cases = new HashMap<>();
    private final Portraits portraits = mock(Portraits.class);
    private final Packs packs = TestStandards.packs();

    @Test
    void saysWhoWhenAndWhereInBothLanguages() {
        holds("C1", "李䶮", 7, false);
        PageReading page = new PageReading(papers("").of("C1", SESSION + "-007"));
        assertThat(page.pages()).isEqualTo(1);
        assertThat(page.text()).contains("准考证AdmissionTicket", "姓名Name李䶮", "1101**********002X", SESSION + "-007", "申报编号CaseNo.C1",
                "全媒体运营师All-mediaoperator", "四级/中级工", "视听运营Audio-visualoperation", "理论知识考试Theoryexamination",
                "2026年11月23日（星期一）09:00—10:30（北京时间，UTC+8）", "Monday,23November2026,09:00to10:30(Beijingtime,UTC+8)",
                "90分钟", "第一教学楼101", "座位号Seat7", "由本机构规定", "有效身份证件原件", "SampleSkillEvaluationCentre")
                .doesNotContain("110105194912310");
    }

    @Test
    void theInstitutionsOwnNotesTakeThePlaceOfOurs() {
        holds("C1", "张三", 1, false);
        assertThat(new PageReading(papers("提前30分钟到场。\n\n不得携带手机。").of("C1", SESSION + "-001")).text())
                .contains("1.提前30分钟到场。2.不得携带手机。").doesNotContain("有效身份证件原件");
    }

    @Test
    void aSessionIsPrintedInTheOrderOfSeatsOnePageEach() {
        List<Ticket> tickets = IntStream.rangeClosed(1, 12).mapToObj(i -> holds("C" + i, "考生" + i, i, i % 2 == 0)).toList();
        when(seats.ticketsOfSession(SESSION)).thenReturn(tickets);
        PageReading paper = new PageReading(papers("").ofSession(SESSION));
        assertThat(paper.pages()).isEqualTo(12);
        for (int page = 0; page < 12; page++) {
            inItsPlace(paper, page, page % 2 == 1);
        }
        assertThat(paper.text()).containsSubsequence("考生1证件", "考生2证件", "考生11证件", "考生12证件");
    }

    @Test
    void longNamesStayInTheirPlaces() {
        for (String name : List.of("阿卜杜热合曼·买买提依明·吐尔逊江·艾合买提江·阿布都克里木·努尔买买提·热合木", "María de los Ángeles Fernández-Villaverde y Ruiz de Alarcón")) {
            holds("C1", name, 1, true);
            PageReading paper = new PageReading(papers("").of("C1", SESSION + "-001"));
            assertThat(paper.pages()).isEqualTo(1);
            assertThat(paper.text()).contains(name.replace(" ", ""));
            inItsPlace(paper, 0, true);
        }
    }

    @Test
    void aReleasedOrUnknownTicketIsNotPrinted() {
        Ticket live = holds("C1", "张三", 1, false);
        Ticket released = new Ticket(live.number(), SESSION, "C1", live.part(), live.startsAt(), 90, live.room(), 1, true);
        when(seats.tickets("C1")).thenReturn(List.of(released));
        refused("ticket-released", () -> papers("").of("C1", released.number()));
        refused("ticket-released", () -> papers("").ofSeat(SESSION, "C1"));
        refused("ticket-unknown", () -> papers("").of("C1", "S2026000009-001"));
        refused("no-tickets-yet", () -> papers("").ofSession("S2026000009"));
    }

    @Test
    void aCharacterWithoutAGlyphIsSaid() {
        holds("C1", "张𠀀", 1, false);
        assertThatExceptionOfType(Refusal.class).isThrownBy(() -> papers("").of("C1", SESSION + "-001"))
                .satisfies(refusal -> assertThat(TestTexts.create().of(refusal)).contains("U+20000"));
    }

    private static void inItsPlace(PageReading paper, int page, boolean withPhoto) {
        List<Placed> images = paper.images(page);
        assertThat(images).hasSize(withPhoto ? 1 : 0);
        assertThat(paper.characters(page)).isNotEmpty().allSatisfy(character -> {
            assertThat(MARGINS.contains(character.box())).as(character.toString()).isTrue();
            assertThat(images).noneMatch(image -> image.box().intersects(character.box()));
        });
        assertThat(images).allSatisfy(image -> assertThat(MARGINS.contains(image.box())).isTrue());
        assertThat(paper.overlaps(page)).isEmpty();
    }

    private static void refused(String code, Runnable act) {
        assertThatExceptionOfType(Refusal.class).isThrownBy(act::run).withMessage(code)
                .satisfies(refusal -> assertThat(refusal.kind()).isEqualTo(Refusal.Kind.NOT_FOUND));
    }

    private TicketPapers papers(String notes) {
        when(applications.find(anyCollection())).thenAnswer(call -> call.<Collection<String>>getArgument(0).stream().map(cases::get).toList());
        return new TicketPapers(seats, applications, new TicketSheets(packs, TestPapers.SAMPLE, TestTexts.create(), CLOCK, notes),
                portraits, PAPERS);
    }

    private Ticket holds(String caseNumber, String name, int seat, boolean withPhoto) {
        Application application = mock(Application.class);
        when(application.caseNumber()).thenReturn(caseNumber);
        when(application.standard()).thenReturn(TestStandards.S2);
        when(application.edition()).thenReturn(TestStandards.S2_EDITION);
        when(application.level()).thenReturn("LEVEL_4");
        when(application.direction()).thenReturn("B");
        when(application.applicantName()).thenReturn(name);
        when(application.claims()).thenReturn(new Claims(
                new Claims.Person("RESIDENT_ID", "11010519491231002X", null, null, null, null, null), null, null, null, null, null, null));
        cases.put(caseNumber, application);
        when(portraits.of(application)).thenReturn(withPhoto ? Optional.of(TestPapers.portrait()) : Optional.empty());
        Ticket ticket = new Ticket("%s-%03d".formatted(SESSION, seat), SESSION, caseNumber, "THEORY",
                Instant.parse("2026-11-23T01:00:00Z"), 90, "第一教学楼 101", seat, false);
        when(seats.tickets(caseNumber)).thenReturn(List.of(ticket));
        return ticket;
    }
}
