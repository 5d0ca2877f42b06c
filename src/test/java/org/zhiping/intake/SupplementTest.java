package org.zhiping.intake;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.zhiping.intake.Supplement.Kind;

/** What of an application may be changed after a return. */
class SupplementTest {

    private static final Claims.Job FIRST = new Claims.Job("甲公司", "全媒体运营师", "2018-01-01", "2020-01-01");
    private static final Claims.Job SECOND = new Claims.Job("乙公司", "全媒体运营师", "2020-02-01", "");
    private static final Claims BEFORE = claims("13800000000", FIRST, SECOND);

    @Test
    void aFactIsInTheEntryThatItIsAbout() {
        assertThat(Supplement.part("applicantKind")).isEqualTo("person.applicantKind");
        assertThat(Supplement.part("job2.from")).isEqualTo("jobs[1]");
        assertThat(Supplement.part("certificate10.level")).isEqualTo("certificates[9]");
    }

    @Test
    void onlyTheEntryThatWasAskedAboutMoves() {
        Supplement asked = asking(Set.of("jobs[1]"));
        Claims.Job later = new Claims.Job("乙公司", "全媒体运营师", "2020-03-01", "");
        assertThat(asked.beyond(BEFORE)).isEmpty();
        assertThat(asked.beyond(claims("13800000000", FIRST, later))).isEmpty();
        assertThat(asked.beyond(claims("13800000000", FIRST))).as("it may be taken out").isEmpty();
        assertThat(asked.beyond(claims("13800000000", later, SECOND))).containsExactly("jobs");
        assertThat(asked.beyond(claims("13800000000", FIRST, SECOND, later))).containsExactly("jobs");
        assertThat(asked.beyond(claims("13900000000", FIRST, SECOND))).containsExactly("person.phone");
        assertThat(asked.settled(BEFORE, "jobs", 0)).isTrue();
        assertThat(asked.settled(BEFORE, "jobs", 1)).isFalse();
        assertThat(asked.settled(claims("13800000000", later, FIRST), "jobs", 1)).as("wherever it has moved").isTrue();
    }

    @Test
    void aWholePartMayGrowAndShrink() {
        Supplement asked = asking(Set.of("jobs"));
        assertThat(asked.beyond(claims("13800000000"))).isEmpty();
        assertThat(asked.beyond(claims("13800000000", FIRST, SECOND, FIRST))).isEmpty();
        assertThat(asked.opensIn("certificates")).isFalse();
        assertThat(asking(Set.of(Supplement.ALL)).beyond(claims("1", SECOND))).isEmpty();
    }

    @Test
    void theConditionFollowsTheFacts() {
        Claims other = new Claims(BEFORE.person(), BEFORE.jobs(), null, null, null, null, "L4-2");
        assertThat(asking(Set.of("jobs")).beyond(other)).isEmpty();
        assertThat(asking(Set.of()).beyond(other)).containsExactly("condition");
    }

    private static Supplement asking(Set<String> opens) {
        return new Supplement("ZP1", 1, Instant.EPOCH, BEFORE, List.of(Supplement.Item.of(Kind.FACT, "job2.from", opens)));
    }

    private static Claims claims(String phone, Claims.Job... jobs) {
        return new Claims(new Claims.Person("RESIDENT_ID", "11010519491231002x", "", "", phone, "WORKER", "乙公司"), List.of(jobs),
                null, null, null, null, "");
    }
}
