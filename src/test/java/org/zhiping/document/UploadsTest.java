package org.zhiping.document;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.zhiping.TestDatabase;
import org.zhiping.platform.Refusal;

/** Uploads in parts on PostgreSQL; each use of {@link #uploads()} is a server that has just started. */
class UploadsTest {

    private static final int CHUNK = JdbcChunks.CHUNK_BYTES;
    private static final byte[] PDF = padded(TestDocuments.pdf(), 3 * CHUNK + 100);

    private Instant now = Instant.parse("2026-11-22T02:00:00Z");
    private final Clock clock = new Clock() {
        @Override
        public ZoneId getZone() {
            return ZoneId.of("Asia/Shanghai");
        }

        @Override
        public Clock withZone(ZoneId zone) {
            throw new UnsupportedOperationException();
        }

        @Override
        public Instant instant() {
            return now;
        }
    };
    private final JdbcClient jdbc = JdbcClient.create(TestDatabase.fresh());
    private final Documents documents = TestDocuments.on(jdbc, clock);

    private JdbcUploads uploads() {
        return (JdbcUploads) TestDocuments.uploads(jdbc, clock);
    }

    @Test
    void partsOfAnyLengthOverSeveralStartsOfTheServerBecomeOneFile() throws IOException {
        UUID id = uploads().begin("zhang", "证明.pdf", PDF.length, "known");
        int[] cuts = {0, 1, 1000, CHUNK, CHUNK + 7, 3 * CHUNK, PDF.length};
        for (int i = 1; i < cuts.length; i++) {
            assertThat(uploads().append(id, cuts[i - 1], part(cuts[i - 1], cuts[i]))).isEqualTo(cuts[i]);
        }
        assertThat(uploads().find(id).complete()).isTrue();
        assertThatExceptionOfType(Refusal.class).as("not a file yet").isThrownBy(() -> documents.find(id));
        StoredDocument stored = uploads().finish(id, false);
        assertThat(stored.name()).isEqualTo("证明.pdf");
        assertThat(stored.pages()).isEqualTo(1);
        assertThat(uploads().finish(id, false)).as("twice is once").isEqualTo(stored);
        assertThat(documents.open(id).readAllBytes()).isEqualTo(PDF);
    }

    @Test
    void whatCameBeforeTheConnectionBrokeIsKept() {
        UUID id = uploads().begin("zhang", "a.pdf", PDF.length, "");
        InputStream broken = new SequenceInputStream(part(0, CHUNK + 500), new InputStream() {
            @Override
            public int read() throws IOException {
                throw new IOException("Connection reset");
            }
        });
        assertThat(uploads().append(id, 0, broken)).isEqualTo(CHUNK + 500);
        assertThat(uploads().find(id).received()).isEqualTo(CHUNK + 500);
        assertThat(uploads().append(id, CHUNK + 500, part(CHUNK + 500, PDF.length))).isEqualTo(PDF.length);
        assertThat(uploads().finish(id, false).size()).isEqualTo(PDF.length);
    }

    @Test
    void anotherOffsetIsRefused() {
        UUID id = uploads().begin("zhang", "a.pdf", PDF.length, "");
        refused("upload-offset-conflict", () -> uploads().append(id, 10, part(10, 20)));
        uploads().append(id, 0, part(0, 50));
        refused("upload-offset-conflict", () -> uploads().append(id, 0, part(0, 50)));
        assertThat(uploads().find(id).received()).isEqualTo(50);
    }

    @Test
    void ofTwoThatSendTheSamePartOneIsOvertaken() throws Exception {
        UUID id = uploads().begin("zhang", "a.pdf", PDF.length, "");
        ExecutorService two = Executors.newFixedThreadPool(2);
        try {
            Future<Long> first = two.submit(() -> uploads().append(id, 0, part(0, PDF.length)));
            Future<Long> second = two.submit(() -> uploads().append(id, 0, part(0, PDF.length)));
            assertThat(ended(first) + ended(second)).as("one goes on to the end, the other stops").isEqualTo(1);
        } finally {
            two.shutdown();
        }
        assertThat(uploads().finish(id, false).size()).isEqualTo(PDF.length);
        assertThat(documents.open(id).readAllBytes()).isEqualTo(PDF);
    }

    private static int ended(Future<Long> sent) throws InterruptedException {
        try {
            return sent.get() == PDF.length ? 1 : 0;
        } catch (ExecutionException overtaken) {
            assertThat(overtaken.getCause()).hasMessage("upload-offset-conflict");
            return 0;
        }
    }

    @Test
    void whatIsNotAdmittedIsGone() {
        byte[] lie = "这不是 PDF".getBytes(StandardCharsets.UTF_8);
        UUID id = uploads().begin("zhang", "a.pdf", lie.length, "");
        refused("upload-not-complete", () -> uploads().finish(id, false));
        uploads().append(id, 0, new ByteArrayInputStream(lie));
        refused("file-type-not-allowed", () -> uploads().finish(id, false));
        refused("upload-not-found", () -> uploads().find(id));
        assertThat(jdbc.sql("select count(*) from document_chunk").query(Integer.class).single()).isZero();
    }

    @Test
    void limitsAreHeldToAtTheBeginning() {
        refused("file-empty", () -> uploads().begin("zhang", "a.pdf", 0, ""));
        refused("file-too-large", () -> uploads().begin("zhang", "a.pdf", TestDocuments.MAX_BYTES + 1L, ""));
        refused("file-name-unsafe", () -> uploads().begin("zhang", "../a.pdf", 5, ""));
        refused("file-name-too-long", () -> uploads().begin("zhang", "长".repeat(252) + ".pdf", 5, ""));
        assertThat(uploads().begin("zhang", "长".repeat(251) + ".pdf", 5, "")).isNotNull();
    }

    @Test
    void moreThanAnnouncedIsNotTaken() {
        UUID id = uploads().begin("zhang", "a.pdf", 100, "");
        assertThat(uploads().append(id, 0, part(0, 200))).isEqualTo(100);
    }

    @Test
    void anUnfinishedOneIsDeletedAfterItsTimeAndEachPartPutsThatOff() {
        UUID left = uploads().begin("zhang", "a.pdf", PDF.length, "");
        UUID goesOn = uploads().begin("zhang", "b.pdf", PDF.length, "");
        now = now.plus(Duration.ofDays(2));
        uploads().append(goesOn, 0, part(0, 10));
        now = now.plus(Duration.ofDays(2));
        refused("upload-not-found", () -> uploads().find(left));
        uploads().sweep();
        assertThat(jdbc.sql("select id from document").query(UUID.class).list()).containsExactly(goesOn);
    }

    @Test
    void theNoteOfAFinishedOneGoesAndTheFileStays() {
        UUID id = uploads().begin("zhang", "a.pdf", PDF.length, "");
        uploads().append(id, 0, part(0, PDF.length));
        uploads().finish(id, false);
        now = now.plus(Duration.ofDays(4));
        uploads().sweep();
        assertThat(jdbc.sql("select count(*) from document_upload").query(Integer.class).single()).isZero();
        assertThat(documents.find(id).size()).isEqualTo(PDF.length);
    }

    private static void refused(String code, Runnable act) {
        assertThatExceptionOfType(Refusal.class).isThrownBy(act::run).withMessage(code);
    }

    private static InputStream part(int from, int to) {
        return new ByteArrayInputStream(PDF, from, to - from);
    }

    /** A comment makes a PDF as long as one likes. */
    private static byte[] padded(byte[] pdf, int length) {
        byte[] padded = Arrays.copyOf(pdf, length);
        Arrays.fill(padded, pdf.length, length, (byte) ' ');
        byte[] end = "\n%%EOF\n".getBytes(StandardCharsets.US_ASCII);
        System.arraycopy(end, 0, padded, length - end.length, end.length);
        return padded;
    }
}
