package org.zhiping;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;

import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.web.context.WebApplicationContext;
import org.zhiping.casework.TaskDraft;
import org.zhiping.casework.TaskDrafts;
import org.zhiping.intake.Applications;
import org.zhiping.intake.Round;
import org.zhiping.intake.Rounds;
import org.zhiping.page.PageReader;
import org.zhiping.page.SoundHtml;
import org.zhiping.platform.Refusal;
import org.zhiping.platform.process.Tasks;

/** Somebody still looks at a task that is no more: they are told why and keep what they wrote. */
@ProductTest
class LostTaskTest {

    @Autowired
    private CaseWalk walk;
    @Autowired
    private Tasks tasks;
    @Autowired
    private TaskDrafts drafts;
    @Autowired
    private Applications applications;
    @Autowired
    private Rounds rounds;
    @Autowired
    private Clock clock;
    @Autowired
    private WebApplicationContext product;

    @BeforeEach
    void hire() {
        walk.hireStaff();
    }

    private String reviewed() {
        Round round = walk.openRound("all-media-operator", "2023", List.of("LEVEL_4"), List.of("A"));
        String caseNumber = walk.applyAtWork(round, "LEVEL_4", "A");
        walk.claim("officer", caseNumber, "review-materials");
        return caseNumber;
    }

    private String begun(String caseNumber) {
        String task = walk.task(caseNumber, "review-materials", "officer").getId();
        drafts.save(new TaskDraft(task, "officer", "review-materials", caseNumber, "{\"values\":{},\"text\":\"理由：缺少盖章\"}", clock.instant(), 0));
        return task;
    }

    private void assertTold(String task, String code, String words) throws Exception {
        PageReader reader = new PageReader(product);
        for (Runnable act : List.<Runnable>of(() -> tasks.complete(task, "officer", Map.of()), () -> tasks.form(task, "officer"),
                () -> tasks.own(task, "officer"), () -> tasks.claim(task, "officer"))) {
            Refusal told = catchThrowableOfType(Refusal.class, act::run);
            assertThat(told.kind()).isEqualTo(Refusal.Kind.CONFLICT);
            assertThat(told.getMessage()).isEqualTo(code);
        }
        var page = reader.as("officer", get("/desk/tasks/" + task));
        assertThat(page.getStatus()).isEqualTo(409);
        assertThat(page.getContentAsString()).contains(words).contains("理由：缺少盖章");
        SoundHtml.check("a lost task", page.getContentAsString());
        assertThat(reader.as("evaluator1", get("/desk/tasks/" + task)).getStatus()).as("nobody's business who could not have had it").isEqualTo(404);
    }

    @Test
    void theApplicantHasWithdrawnWhileSomebodyReviews() throws Exception {
        String caseNumber = reviewed();
        String task = begun(caseNumber);
        walk.withdraw(caseNumber);
        assertTold(task, "task-case-withdrawn", "撤回申报（" + caseNumber + "）");
    }

    @Test
    void theRoundWasCancelledWhileSomebodyReviews() throws Exception {
        String caseNumber = reviewed();
        String task = begun(caseNumber);
        walk.cancel(rounds.find(applications.find(caseNumber).roundNumber()), "考场停电");
        assertTold(task, "task-case-cancelled", "批次已于");
    }

    @Test
    void whatWasSubmittedIsNoDraftAnyMore() {
        String caseNumber = reviewed();
        String task = begun(caseNumber);
        walk.review(caseNumber, "accepted", null);
        assertThat(drafts.find(task, "officer")).isEmpty();
        assertThat(catchThrowableOfType(Refusal.class, () -> tasks.own(task, "officer")).getMessage()).isEqualTo("task-done-by-you");
    }

    @Test
    void ofTwoWindowsThatSubmitInTheSameMomentOneIsTaken() {
        String caseNumber = reviewed();
        String task = begun(caseNumber);
        Map<String, Object> shown = tasks.form(task, "officer").shown();
        Map<String, Object> values = Map.of("materials", walk.filled(shown, "materials", Map.of("authenticity", "confirmed", "completeness", "complete")),
                "facts", walk.filled(shown, "facts", Map.of()), "questions", walk.filled(shown, "questions", Map.of("answer", "yes", "reason", "已核实")),
                "reviewOutcome", "accepted");
        List<CompletableFuture<Refusal>> both = Stream.of(1, 2).map(window -> CompletableFuture.supplyAsync(
                () -> catchThrowableOfType(Refusal.class, () -> tasks.complete(task, "officer", values)))).toList();
        List<Refusal> refused = both.stream().map(CompletableFuture::join).filter(refusal -> refusal != null).toList();
        assertThat(refused).hasSize(1).extracting(Refusal::getMessage).containsExactly("task-done-by-you");
    }
}
