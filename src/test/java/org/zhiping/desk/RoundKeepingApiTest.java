package org.zhiping.desk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.anyString;
import static org.mockito.ArgumentMatchers.eq;
import static org.mockito.Mockito.doThrow;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.verifyNoInteractions;
import static org.mockito.Mockito.when;
import static org.springframework.http.MediaType.APPLICATION_JSON;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.put;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.header;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.mockito.ArgumentCaptor;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;
import org.springframework.test.web.servlet.setup.MockMvcBuilders;
import org.zhiping.identity.CurrentUser;
import org.zhiping.identity.Role;
import org.zhiping.intake.Announcement;
import org.zhiping.intake.Round;
import org.zhiping.intake.RoundPlan;
import org.zhiping.intake.RoundStatus;
import org.zhiping.intake.RoundUse;
import org.zhiping.intake.Rounds;
import org.zhiping.platform.Refusal;

/** Rounds over REST: who may, what is passed on, what is asked for. */
class RoundKeepingApiTest {

    private static final String ROUNDS = "/api/desk/rounds";
    private static final String PLAN = "{\"standard\":\"s\",\"edition\":\"e\",\"levels\":[\"L\"],\"opensAt\":\"2027-01-01T00:00:00Z\","
            + "\"closesAt\":\"2027-02-01T00:00:00Z\",\"capacity\":30,\"examDates\":{\"THEORY\":\"2027-03-01\"}}";
    private static final Round ROUND = new Round("R20270001", new RoundPlan("s", "e", List.of("L"), List.of(), Instant.EPOCH, Instant.MAX,
            LocalDate.EPOCH, Map.of("passMark", "60"), new Announcement("春季", 20, Map.of(), Map.of())), RoundStatus.PLANNED);

    private final Rounds rounds = mock(Rounds.class);
    private final CurrentUser user = mock(CurrentUser.class);
    private final MockMvc http = MockMvcBuilders.standaloneSetup(new RoundKeepingApi(rounds, user)).build();

    @BeforeEach
    void aRound() {
        when(rounds.find(anyString())).thenReturn(ROUND);
        when(rounds.plan(any())).thenReturn(ROUND);
        when(rounds.clone(anyString(), any())).thenReturn(ROUND);
        when(rounds.use(anyString())).thenReturn(new RoundUse(3, 2, 1, Map.of("L", 1)));
    }

    @Test
    void aRoundIsPlannedWithItsPlacesAndExamDays() throws Exception {
        http.perform(json(post(ROUNDS), PLAN)).andExpect(status().isCreated()).andExpect(header().string("Location", ROUNDS + "/R20270001"))
                .andExpect(jsonPath("$.use.taken").value(1)).andExpect(jsonPath("$.name").value("春季"));
        ArgumentCaptor<RoundPlan> plan = ArgumentCaptor.captor();
        verify(rounds).plan(plan.capture());
        assertThat(plan.getValue().announcement()).isEqualTo(new Announcement("", 30, Map.of(), Map.of("THEORY", LocalDate.parse("2027-03-01"))));
    }

    @Test
    void aCloneTakesOverWhatIsNotSaidButForItsNameAndDays() throws Exception {
        http.perform(json(post(ROUNDS + "/R20270001/clone"), "{\"opensAt\":\"2027-01-01T00:00:00Z\",\"closesAt\":\"2027-02-01T00:00:00Z\"}"))
                .andExpect(status().isCreated());
        ArgumentCaptor<RoundPlan> plan = ArgumentCaptor.captor();
        verify(rounds).clone(eq("R20270001"), plan.capture());
        assertThat(plan.getValue().parameters()).containsEntry("passMark", "60");
        assertThat(plan.getValue().announcement().name()).isEmpty();
        assertThat(plan.getValue().announcement().capacity()).isEqualTo(20);
        refused("round-field-missing", json(post(ROUNDS + "/R20270001/clone"), "{}"));
    }

    @Test
    void aChangeNamesTheVersionThatWasSeen() throws Exception {
        refused("round-field-missing", json(put(ROUNDS + "/R20270001"), "{\"capacity\":5}"));
        http.perform(json(put(ROUNDS + "/R20270001"), "{\"capacity\":5,\"version\":4}")).andExpect(status().isOk());
        verify(rounds).change(eq("R20270001"), eq(4), any());
    }

    @Test
    void actsArePassedOnWithTheirReason() throws Exception {
        http.perform(json(post(ROUNDS + "/R20270001/cancel"), "{\"reason\":\"考场停电\"}")).andExpect(status().isOk());
        verify(rounds).cancel("R20270001", "考场停电");
        http.perform(json(post(ROUNDS + "/R20270001/extend"), "{\"until\":\"2027-03-01T00:00:00Z\",\"reason\":\"x\"}")).andExpect(status().isOk());
        verify(rounds).extend("R20270001", Instant.parse("2027-03-01T00:00:00Z"), "x");
        http.perform(json(put(ROUNDS + "/R20270001/capacity"), "{\"capacity\":null,\"levelCapacity\":{\"L\":3}}")).andExpect(status().isOk());
        verify(rounds).limit("R20270001", null, Map.of("L", 3));
        http.perform(post(ROUNDS + "/R20270001/close")).andExpect(status().isOk());
        verify(rounds).close("R20270001", "");
        refused("round-field-missing", json(post(ROUNDS + "/R20270001/extend"), "{\"reason\":\"x\"}"));
    }

    @Test
    void nobodyElseMayReadOrKeepRounds() {
        doThrow(Refusal.forbidden("role-missing")).when(user).require(any(Role[].class));
        for (MockHttpServletRequestBuilder act : List.of(get(ROUNDS), get(ROUNDS + "/R1"), json(post(ROUNDS), PLAN), json(post(ROUNDS + "/R1/clone"), PLAN),
                json(put(ROUNDS + "/R1"), PLAN), post(ROUNDS + "/R1/open"), json(post(ROUNDS + "/R1/extend"), "{}"), post(ROUNDS + "/R1/close"),
                json(put(ROUNDS + "/R1/capacity"), "{}"), json(post(ROUNDS + "/R1/cancel"), "{}"))) {
            refused("role-missing", act);
        }
        verifyNoInteractions(rounds);
    }

    private static MockHttpServletRequestBuilder json(MockHttpServletRequestBuilder request, String body) {
        return request.contentType(APPLICATION_JSON).content(body);
    }

    private void refused(String code, MockHttpServletRequestBuilder request) {
        assertThatThrownBy(() -> http.perform(request)).rootCause().isInstanceOf(Refusal.class).hasMessage(code);
    }
}
