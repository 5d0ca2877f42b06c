package org.zhiping.casework;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.zhiping.TestDatabase;
import org.zhiping.platform.Refusal;
import org.zhiping.platform.TestVault;
import org.zhiping.platform.Vault;
import org.zhiping.platform.process.TaskMoved;

class TaskDraftsTest {

    private static final Instant MONDAY = Instant.parse("2026-11-23T01:00:00Z");

    private final JdbcClient jdbc = JdbcClient.create(TestDatabase.fresh());
    private final Vault vault = TestVault.create();
    private final JdbcTaskDrafts drafts = at(MONDAY);

    private JdbcTaskDrafts at(Instant now) {
        return new JdbcTaskDrafts(jdbc, vault, Clock.fixed(now, ZoneId.of("Asia/Shanghai")));
    }

    private static TaskDraft draft(String person, String values) {
        return draft(person, values, 0);
    }

    private static TaskDraft draft(String person, String values, int seen) {
        return new TaskDraft("t1", person, "review-materials", "ZP202600000001", values, MONDAY, seen);
    }

    private static TaskMoved ended(TaskMoved.Kind kind, String by) {
        return new TaskMoved("t1", "review-materials", "ZP202600000001", kind, by, List.of(), MONDAY, null, by, null, null);
    }

    @Test
    void theLastWordsAreKeptAndNobodyReadsThemInTheDatabase() {
        drafts.save(draft("officer", "{\"reason\":\"初稿\"}"));
        drafts.save(draft("officer", "{\"reason\":\"身份证号 110105199001011234\"}", 1));
        assertThat(drafts.find("t1", "officer")).map(TaskDraft::values).contains("{\"reason\":\"身份证号 110105199001011234\"}");
        assertThat(drafts.find("t1", "colleague")).isEmpty();
        byte[] stored = jdbc.sql("select content from task_draft").query(byte[].class).single();
        assertThat(new String(stored, StandardCharsets.ISO_8859_1)).doesNotContain("110105199001011234");
    }

    @Test
    void aWindowThatHasNotSeenTheLatestPutsNothingInItsPlace() {
        assertThat(drafts.save(draft("officer", "{\"reason\":\"第一个窗口\"}")).version()).isEqualTo(1);
        assertThat(drafts.save(draft("officer", "{\"reason\":\"第一个窗口，续\"}", 1)).version()).isEqualTo(2);
        for (int seen : new int[] {0, 1, 3}) {
            NewerDraft newer = catchThrowableOfType(NewerDraft.class, () -> drafts.save(draft("officer", "{\"reason\":\"第二个窗口\"}", seen)));
            assertThat(newer.kept().values()).contains("第一个窗口，续");
            assertThat(newer.kept().version()).isEqualTo(2);
        }
        assertThat(drafts.find("t1", "officer")).map(TaskDraft::values).contains("{\"reason\":\"第一个窗口，续\"}");
        assertThat(drafts.save(draft("officer", "{\"reason\":\"第二个窗口\"}", 2)).version()).as("once it has been seen").isEqualTo(3);
    }

    @Test
    void theSameOnceMoreIsNoQuarrelWithOneself() {
        drafts.save(draft("officer", "{\"reason\":\"答复没有收到\"}"));
        assertThat(drafts.save(draft("officer", "{\"reason\":\"答复没有收到\"}")).version()).isEqualTo(1);
    }

    @Test
    void ofTwoWindowsThatSaveInTheSameMomentOneIsKept() {
        drafts.save(draft("officer", "{}"));
        List<CompletableFuture<Boolean>> both = Stream.of("甲", "乙").map(window -> CompletableFuture.supplyAsync(
                () -> catchThrowableOfType(NewerDraft.class, () -> drafts.save(draft("officer", "{\"reason\":\"" + window + "\"}", 1))) == null)).toList();
        assertThat(both.stream().map(CompletableFuture::join)).containsExactlyInAnyOrder(true, false);
        assertThat(drafts.find("t1", "officer")).map(TaskDraft::version).contains(2);
    }

    @Test
    void aDraftOfAnotherPersonCannotBePutInItsPlace() {
        drafts.save(draft("officer", "{}"));
        jdbc.sql("update task_draft set person = 'colleague'").update();
        assertThatThrownBy(() -> drafts.find("t1", "colleague")).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void itGoesWithTheSubmissionAndThatOfAColleagueStaysReadableForAWeek() {
        drafts.save(draft("officer", "{}"));
        drafts.save(draft("colleague", "{\"reason\":\"没有提交\"}"));
        drafts.on(ended(TaskMoved.Kind.COMPLETED, "officer"));
        assertThat(drafts.find("t1", "officer")).isEmpty();
        at(MONDAY.plus(Duration.ofDays(6))).sweep();
        assertThat(drafts.find("t1", "colleague")).isPresent();
        drafts.save(draft("colleague", "{\"reason\":\"最后的话\"}", 1));
        at(MONDAY.plus(Duration.ofDays(8))).sweep();
        assertThat(drafts.find("t1", "colleague")).as("last words do not prolong it").isEmpty();
    }

    @Test
    void ofATaskThatIsCalledOffEveryDraftStaysForAWeekAndThatOfAnOpenTaskAlways() {
        drafts.save(draft("officer", "{}"));
        at(MONDAY.plus(Duration.ofDays(300))).sweep();
        assertThat(drafts.find("t1", "officer")).isPresent();
        drafts.on(ended(TaskMoved.Kind.DELETED, null));
        assertThat(drafts.find("t1", "officer")).isPresent();
        at(MONDAY.plus(Duration.ofDays(8))).sweep();
        assertThat(drafts.find("t1", "officer")).isEqualTo(Optional.empty());
    }

    @Test
    void aDraftWithoutMeasureIsRefused() {
        assertThatThrownBy(() -> drafts.save(draft("officer", "x".repeat(TaskDrafts.MOST + 1)))).isInstanceOf(Refusal.class);
    }
}
