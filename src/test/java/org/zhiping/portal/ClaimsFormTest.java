package org.zhiping.portal;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.zhiping.intake.Claims;

class ClaimsFormTest {

    private final ClaimsForm form = new ClaimsForm(new ObjectMapper());

    @Test
    void whatWasTypedComesBackAsItWas() {
        Map<String, String> typed = Map.of("person.idNumber", "11010519491231002x", "jobs[0].employer", "某公司",
                "jobs[0].from", "去年三月", "educations[0].major", "网络与新媒体", "condition", "L4-1");
        Map<String, String> shown = form.fields(form.claims(typed));
        assertThat(shown).containsAllEntriesOf(typed);
    }

    @Test
    void rowsInWhichNothingWasTypedAreLeftOut() {
        Claims claims = form.claims(Map.of("jobs[0].employer", " ", "jobs[2].employer", "乙", "jobs[1].employer", "甲"));
        assertThat(claims.jobs()).extracting(Claims.Job::employer).containsExactly("甲", "乙");
        assertThat(claims.certificates()).isEmpty();
    }

    @Test
    void fieldsThatTheFormDoesNotHaveAreIgnored() {
        ObjectMapper asInTheProduct = new ObjectMapper()
                .configure(com.fasterxml.jackson.databind.DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES, false);
        Map<String, String> forged = new HashMap<>(Map.of("person.status", "ACCEPTED", "condition.x", "1", "jobs[x].employer", "丙",
                "jobs[999999999].employer", "丁", "_csrf", "t", "person", "x"));
        Claims claims = new ClaimsForm(asInTheProduct).claims(forged);
        assertThat(claims.jobs()).isEmpty();
        assertThat(claims).isEqualTo(Claims.EMPTY);
    }

    @Test
    void aPageShowsAsManyRowsAsThereAre() {
        assertThat(ClaimsForm.rows(Map.of("titles[1].rank", "JUNIOR", "jobs[0].", ""))).containsEntry("titles", 2).containsEntry("jobs", 1)
                .containsEntry("certificates", 0);
        assertThat(form.fields(Claims.EMPTY).keySet()).noneMatch(field -> List.of("jobs", "titles").contains(field));
    }
}
