package org.zhiping.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.zhiping.intake.ClaimMerge.MINE;
import static org.zhiping.intake.ClaimMerge.THEIRS;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Two pages of one person, both begun with the same draft. */
class ClaimMergeTest {

    private static final Claims.Job A = new Claims.Job("甲公司", "全媒体运营师", "2015-01-01", "2018-01-01");
    private static final Claims.Job B = new Claims.Job("乙公司", "网络编辑", "2018-02-01", "");
    private static final Claims.Job C = new Claims.Job("丙公司", "摄影师", "2012-01-01", "2013-01-01");
    private static final Claims.Job B_ENDED = new Claims.Job("乙公司", "网络编辑", "2018-02-01", "2024-01-01");

    @Test
    void changesOfDifferentFieldsComeTogether() {
        ClaimMerge.Merged merged = merge(claims("138", A, B), claims("139", A, B), claims("138", A, B_ENDED));
        assertThat(merged.differences()).isEmpty();
        assertThat(merged.claims()).isEqualTo(claims("139", A, B_ENDED));
    }

    @Test
    void theSameFieldChangedTwiceIsAskedFor() {
        Claims base = claims("138", A);
        ClaimMerge.Merged merged = merge(base, claims("139", A), claims("137", A, B));
        assertThat(merged.differences()).containsExactly(new Difference("person.phone", "139", "137"));
        assertThat(ClaimMerge.of(base, claims("139", A), claims("137", A, B), field -> THEIRS).claims()).isEqualTo(claims("137", A, B));
        assertThat(ClaimMerge.of(base, claims("139", A), claims("137", A, B), Map.of("person.phone", MINE)::get).claims())
                .isEqualTo(claims("139", A, B));
        assertThat(merge(base, claims("139", A), claims("139", A)).differences()).as("changed alike").isEmpty();
    }

    @Test
    void rowsAddedOnBothSidesAreAllKept() {
        assertThat(merge(claims("", A), claims("", A, B), claims("", A, C)).claims().jobs()).containsExactlyInAnyOrder(A, B, C);
        assertThat(merge(claims("", A), claims("", A, B), claims("", A, B)).claims().jobs()).containsExactly(A, B);
    }

    @Test
    void aRowTakenAwayDoesNotDragTheNextOnesAlong() {
        ClaimMerge.Merged merged = merge(claims("", A, B), claims("", B), claims("", A, B_ENDED));
        assertThat(merged.differences()).isEmpty();
        assertThat(merged.claims().jobs()).containsExactly(B_ENDED);
    }

    @Test
    void aRowTakenAwayHereAndChangedThereIsAskedForAndStaysMeanwhile() {
        ClaimMerge.Merged merged = merge(claims("", A, B), claims("", A), claims("", A, B_ENDED));
        assertThat(merged.differences()).extracting(Difference::field).containsExactly("jobs[1]");
        assertThat(merged.claims().jobs()).containsExactly(A, B_ENDED);
        assertThat(ClaimMerge.of(claims("", A, B), claims("", A), claims("", A, B_ENDED), field -> MINE).claims().jobs()).containsExactly(A);
    }

    @Test
    void aRowPutInThePlaceOfAnotherIsNotMixedWithIt() {
        ClaimMerge.Merged merged = merge(claims("", A, B), claims("", A, C), claims("", A, B_ENDED));
        assertThat(merged.claims().jobs()).containsExactlyInAnyOrder(A, B_ENDED, C);
        assertThat(merged.differences()).extracting(Difference::field).containsExactly("jobs[1]");
    }

    @Test
    void aRowThatWasOnlyBegunIsStillTheSameAfterItsOneFieldWasTypedOn() {
        Claims.Job begun = new Claims.Job("北", "", "", "");
        Claims.Job more = new Claims.Job("北京某传媒", "", "", "");
        assertThat(merge(claims("", begun), claims("", more), claims("137", begun)).claims()).isEqualTo(claims("137", more));
    }

    @Test
    void fieldsAndClaimsAreTheSame() {
        Claims claims = claims("138", A, B);
        assertThat(ClaimFields.claims(ClaimFields.of(claims))).isEqualTo(claims);
        assertThat(ClaimFields.of(claims)).containsEntry("jobs[1].employer", "乙公司").containsEntry("condition", "");
    }

    private static ClaimMerge.Merged merge(Claims base, Claims mine, Claims theirs) {
        return ClaimMerge.of(base, mine, theirs, field -> null);
    }

    private static Claims claims(String phone, Claims.Job... jobs) {
        return ClaimFields.claims(ClaimFields.of(new Claims(new Claims.Person("", "", "", "", phone, "", ""), List.of(jobs),
                null, null, null, null, "")));
    }
}
