package org.zhiping.desk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.eq;
import static org.mockito.Mockito.doThrow;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.verifyNoInteractions;
import static org.mockito.Mockito.when;
import static org.springframework.http.MediaType.APPLICATION_JSON;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.put;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.header;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.math.BigDecimal;
import java.util.Collection;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.mockito.ArgumentCaptor;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.setup.MockMvcBuilders;
import org.zhiping.exam.ScoreSheet;
import org.zhiping.exam.ScoreSheets;
import org.zhiping.exam.ScorerChange;
import org.zhiping.exam.Sessions;
import org.zhiping.exam.SheetEntry;
import org.zhiping.identity.CurrentUser;
import org.zhiping.identity.Role;
import org.zhiping.platform.Refusal;
import org.zhiping.standard.Scale;

class SessionsApiTest {

    private final Sessions sessions = mock(Sessions.class);
    private final ScoreSheets sheets = mock(ScoreSheets.class);
    private final CurrentUser user = mock(CurrentUser.class);
    private final MockMvc http = MockMvcBuilders.standaloneSetup(new SessionsApi(sessions, sheets, mock(ScorerChange.class), user)).build();

    @BeforeEach
    void signIn() {
        when(user.id()).thenReturn("exam-officer");
    }

    @Test
    void anExamOfficerOpensASession() throws Exception {
        when(sessions.open("R20260001", "JUNIOR", "", "THEORY", "exam-officer")).thenReturn("S2026000001");
        http.perform(post("/api/desk/sessions").contentType(APPLICATION_JSON)
                        .content("{\"round\":\"R20260001\",\"level\":\"JUNIOR\",\"part\":\"THEORY\"}"))
                .andExpect(status().isCreated()).andExpect(header().string("Location", "/api/desk/sessions/S2026000001"))
                .andExpect(jsonPath("$.sessionNumber").value("S2026000001"));
        verify(user).require(Role.EXAM_OFFICER);
    }

    @Test
    void nobodyElseDoes() {
        doThrow(Refusal.forbidden("role-missing")).when(user).require(Role.EXAM_OFFICER);
        refused("role-missing", "POST", "{\"round\":\"R20260001\",\"level\":\"JUNIOR\",\"part\":\"THEORY\"}");
        verifyNoInteractions(sessions);
    }

    @Test
    void aSessionNeedsRoundLevelAndPart() {
        refused("value-missing", "POST", "{\"level\":\"JUNIOR\",\"part\":\"THEORY\"}");
    }

    @Test
    void aScoreKeepsItsDigitsOnTheWay() throws Exception {
        ScoreSheet sheet = mock(ScoreSheet.class);
        when(sheet.sessionNumber()).thenReturn("S2026000001");
        when(sheets.of(any(), any())).thenReturn(sheet);
        when(sessions.scale(any())).thenReturn(new Scale(new BigDecimal("100"), new BigDecimal("60"), 2));
        http.perform(put("/api/desk/sessions/S2026000001/scores").contentType(APPLICATION_JSON).content("""
                {"scores": [{"caseNumber": "c1", "score": 59.999999999999999999}, {"caseNumber": "c2", "score": "60"},
                            {"caseNumber": "c3", "score": null}, {"caseNumber": "c4", "lines": {"1": 80.10, "2": "77.5"}}]}
                """)).andExpect(status().isOk()).andExpect(jsonPath("$.confirmed").value(false));
        ArgumentCaptor<Collection<SheetEntry>> entered = ArgumentCaptor.captor();
        verify(sheets).enter(eq("S2026000001"), eq("exam-officer"), entered.capture());
        assertThat(entered.getValue()).containsExactly(new SheetEntry("c1", "59.999999999999999999", Map.of()),
                new SheetEntry("c2", "60", Map.of()), new SheetEntry("c3", null, Map.of()),
                new SheetEntry("c4", null, Map.of("1", "80.10", "2", "77.5")));
    }

    @Test
    void aCandidateIsScoredOnce() {
        refused("score-twice", "PUT", "{\"scores\": [{\"caseNumber\": \"c1\", \"score\": 60}, {\"caseNumber\": \"c1\", \"score\": 61}]}");
        refused("value-missing", "PUT", "{\"scores\": [{\"score\": 60}]}");
        verifyNoInteractions(sheets);
    }

    private void refused(String code, String method, String body) {
        assertThatThrownBy(() -> http.perform((method.equals("POST") ? post("/api/desk/sessions")
                : put("/api/desk/sessions/S2026000001/scores")).contentType(APPLICATION_JSON).content(body)))
                .hasCauseInstanceOf(Refusal.class).cause().hasMessage(code);
    }
}
