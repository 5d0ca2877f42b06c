package org.zhiping.portal;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.zhiping.intake.ClaimFields;
import org.zhiping.intake.Claims;

class ClaimsFormTest {

    @Test
    void whatWasTypedComesBackAsItWas() {
        Map<String, String> typed = Map.of("person.idNumber", "11010519491231002x", "jobs[0].employer", "某公司",
                "jobs[0].from", "去年三月", "educations[0].major", "网络与新媒体", "condition", "L4-1");
        assertThat(ClaimFields.of(claims(typed))).containsAllEntriesOf(typed);
    }

    @Test
    void rowsInWhichNothingWasTypedAreLeftOutAndStillFoundOnThePage() {
        ClaimsForm form = new ClaimsForm(Map.of("jobs[0].employer", " ", "jobs[12].employer", "乙", "jobs[1].employer", "甲"));
        assertThat(form.claims().jobs()).extracting(Claims.Job::employer).containsExactly("甲", "乙");
        assertThat(form.claims().certificates()).isEmpty();
        assertThat(form.shown("jobs[1].to")).isEqualTo("jobs[12].to");
        assertThat(form.shown("person.phone")).isEqualTo("person.phone");
    }

    @Test
    void twoHundredRowsAreTwoHundredRows() {
        Map<String, String> typed = new HashMap<>();
        for (int i = 0; i < 200; i++) {
            typed.put("jobs[" + i + "].employer", "单位" + i);
        }
        assertThat(claims(typed).jobs()).hasSize(200).last().extracting(Claims.Job::employer).isEqualTo("单位199");
    }

    @Test
    void fieldsThatTheFormDoesNotHaveAreIgnored() {
        Map<String, String> forged = new HashMap<>(Map.of("person.status", "ACCEPTED", "condition.x", "1", "jobs[x].employer", "丙",
                "jobs[999999999].employer", "丁", "_csrf", "t", "person", "x", "caseNumber", "ZP1"));
        assertThat(claims(forged)).isEqualTo(Claims.EMPTY);
    }

    @Test
    void rareCharactersStayAndControlCharactersGo() {
        Claims claims = claims(Map.of("jobs[0].employer", "𠮷·\uD83D\uDE00\u0000公司\u0007", "person.idNumber", "１１０"));
        assertThat(claims.jobs().get(0).employer()).isEqualTo("𠮷·\uD83D\uDE00 公司");
        assertThat(claims.person().idNumber()).isEqualTo("１１０");
    }

    @Test
    void aPageShowsAsManyRowsAsThereAre() {
        assertThat(new ClaimsForm(Map.of("titles[1].rank", "JUNIOR", "jobs[0].", "")).rows()).containsEntry("titles", 2).containsEntry("jobs", 1)
                .containsEntry("certificates", 0);
        assertThat(ClaimFields.of(Claims.EMPTY).keySet()).noneMatch(field -> List.of("jobs", "titles").contains(field));
    }

    @Test
    void whatThePageKnewIsReadAndForgedNonsenseIsNot() {
        Claims known = claims(Map.of("person.phone", "138", "jobs[0].employer", "甲"));
        assertThat(new ClaimsForm(Map.of("base", ClaimsForm.base(known))).base()).isEqualTo(known);
        for (String forged : List.of("", "null", "[]", "{\"person.phone\": {\"a\": 1}}", "{", "7")) {
            assertThat(new ClaimsForm(Map.of("base", forged)).base()).as(forged).isNull();
        }
        ClaimsForm retried = new ClaimsForm(Map.of("sent", "[{\"person.phone\": \"138\", \"jobs[0].employer\": \"\", \"jobs[1].employer\": \"甲\"}]"));
        assertThat(retried.wasHere(known)).isTrue();
        assertThat(retried.wasHere(Claims.EMPTY)).isFalse();
    }

    private static Claims claims(Map<String, String> fields) {
        return new ClaimsForm(fields).claims();
    }
}
