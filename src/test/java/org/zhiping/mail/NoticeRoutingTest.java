package org.zhiping.mail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.zhiping.intake.Milestone;
import org.zhiping.notice.NoticeTold;
import org.zhiping.platform.process.Decisions;
import org.zhiping.platform.process.FileDecisions;

/** The table knows every notice, and a table that is of no use stops nothing. */
class NoticeRoutingTest {

    @ParameterizedTest
    @EnumSource
    void everyMilestoneHasARule(Milestone milestone) {
        String kind = milestone.name().toLowerCase(Locale.ROOT).replace('_', '-');
        assertThat(new FileDecisions().single("notice-routing", Map.of("kind", kind, "audience", "applicant"))).containsKeys("mail", "sms");
    }

    @Test
    void theTableDecides() {
        Routing routing = new Routing(new FileDecisions());
        assertThat(routing.of(new NoticeTold(1, "zhang", "returned")).mail()).isTrue();
        assertThat(routing.of(new NoticeTold(2, "zhang", "escalated")).mail()).isFalse();
        assertThat(routing.of(new NoticeTold(3, "zhang", "something-new")).mail()).isFalse();
        assertThat(routing.of(new NoticeTold(4, "manager", "staff-something-new")).mail()).isTrue();
        assertThat(routing.of(new NoticeTold(1, "zhang", "returned")).sms()).isTrue();
        assertThat(routing.of(new NoticeTold(4, "manager", "staff-something-new")).sms()).isFalse();
    }

    @Test
    void aTableFromBeforeShortMessagesSendsNone() {
        Decisions before = mock(Decisions.class);
        when(before.single(any(), any())).thenReturn(Map.of("mail", true));
        assertThat(new Routing(before).of(new NoticeTold(1, "zhang", "returned"))).isEqualTo(new Routing.Ways(true, false, false, false, false, ""));
    }

    @Test
    void aTableThatFailsOrAnswersSomethingElseLeavesTheNoticeInTheInbox() {
        Decisions broken = mock(Decisions.class);
        when(broken.single(any(), any())).thenThrow(new IllegalStateException("answers more than once"));
        assertThat(new Routing(broken).of(new NoticeTold(1, "zhang", "returned")).mail()).isFalse();
        Decisions strange = mock(Decisions.class);
        when(strange.single(any(), any())).thenReturn(Map.of("mail", "by pigeon"));
        assertThat(new Routing(strange).of(new NoticeTold(1, "zhang", "returned")).mail()).isFalse();
    }
}
