package org.zhiping.document;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.time.Clock;
import java.time.Duration;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Random;
import java.util.UUID;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.zhiping.TestDatabase;
import org.zhiping.platform.Refusal;
import org.zhiping.platform.Sha256;
import org.zhiping.platform.TestVault;

/** Contents in pieces on PostgreSQL, and what happens when somebody changes a piece there. */
class ChunksTest {

    private static final int CHUNK = JdbcChunks.CHUNK_BYTES;

    private final DataSource source = TestDatabase.fresh();
    private final JdbcClient jdbc = JdbcClient.create(source);
    private final Documents documents = TestDocuments.on(jdbc, Clock.systemUTC());

    @ParameterizedTest
    @ValueSource(ints = {1, CHUNK - 1, CHUNK, CHUNK + 1, 2 * CHUNK, 3 * CHUNK + 17})
    void everyLengthComesBack(int length) throws IOException {
        byte[] bytes = bytes(length);
        UUID id = documents.keep("a.pdf", "application/pdf", bytes);
        assertThat(documents.open(id).readAllBytes()).isEqualTo(bytes);
        assertThat(jdbc.sql("select count(*) from document_chunk").query(Integer.class).single()).isEqualTo((length + CHUNK - 1) / CHUNK);
        assertThat(jdbc.sql("select max(length(content)) from document_chunk").query(Integer.class).single()).isLessThan(CHUNK + 64);
    }

    @Test
    void aPartIsReadWithoutWhatLiesBeforeIt() throws IOException {
        byte[] bytes = bytes(3 * CHUNK);
        UUID id = documents.keep("a.pdf", "application/pdf", bytes);
        jdbc.sql("delete from document_chunk where position = 0").update();
        try (InputStream content = documents.open(id)) {
            assertThat(content.skip(CHUNK + 5)).isEqualTo(CHUNK + 5);
            assertThat(content.readNBytes(10)).isEqualTo(Arrays.copyOfRange(bytes, CHUNK + 5, CHUNK + 15));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {
        "delete from document_chunk where position = 2",
        "delete from document_chunk where position = 1",
        "delete from document_chunk where position = 2; update document set size = 1048576",
        "update document_chunk set content = set_byte(content, 40, get_byte(content, 40) # 1) where position = 1",
        "update document_chunk a set content = b.content from document_chunk b where a.position = 0 and b.position = 1",
        "update document_chunk a set content = b.content from other b where a.position = b.position and a.position = 1",
        "update document_chunk set last = true where position = 1; delete from document_chunk where position = 2; update document set size = 1048576",
        "update document set sha256 = repeat('0', 64)"})
    void aChangedDroppedExchangedOrCutPieceIsNoticed(String change) {
        UUID other = documents.keep("b.pdf", "application/pdf", bytes(3 * CHUNK));
        jdbc.sql("create table other as select * from document_chunk").update();
        documents.remove(other);
        UUID id = documents.keep("a.pdf", "application/pdf", bytes(3 * CHUNK));
        for (String statement : change.split("; ")) {
            assertThat(jdbc.sql(statement).update()).isPositive();
        }
        assertThatThrownBy(() -> documents.open(id).readAllBytes()).isInstanceOf(IOException.class);
    }

    @Test
    void removingTakesEveryPieceAlong() {
        UUID id = documents.keep("a.pdf", "application/pdf", bytes(2 * CHUNK));
        documents.remove(id);
        assertThat(jdbc.sql("select count(*) from document_chunk").query(Integer.class).single()).isZero();
    }

    @Test
    void anUploadThatIsTooLargeIsNotReadToItsEnd() {
        UploadLimits limits = new UploadLimits(CHUNK, 10, 1000, Duration.ofDays(1));
        Documents small = TestDocuments.on(jdbc, Clock.systemUTC(), limits, new ClamavSettings("", ClamavSettings.Unavailable.WAIT, Duration.ofSeconds(1)));
        InputStream endless = new InputStream() {
            @Override
            public int read() {
                return 1;
            }
        };
        assertThatExceptionOfType(Refusal.class).isThrownBy(() -> small.store("zhang", "a.pdf", endless)).withMessage("file-too-large");
        assertThat(jdbc.sql("select count(*) from document_chunk").query(Integer.class).single()).isZero();
    }

    @Test
    void aFileThatAnEarlierVersionStoredInOnePieceIsStillRead() throws IOException {
        DataSource old = TestDatabase.at("12");
        JdbcClient before = JdbcClient.create(old);
        UUID id = UUID.randomUUID();
        byte[] pdf = TestDocuments.pdf();
        before.sql("""
                insert into document (id, owner, name, media_type, size, sha256, content, stored_at)
                values (:id, 'zhang', :name, 'application/pdf', :size, :sha256, :content, now())
                """)
                .param("id", id).param("name", TestVault.create().encrypt("旧.pdf")).param("size", pdf.length)
                .param("sha256", HexFormat.of().formatHex(Sha256.digest().digest(pdf)))
                .param("content", TestVault.create().encrypt(pdf)).update();
        Flyway.configure().dataSource(old).locations("classpath:db/migration").load().migrate();
        JdbcDocuments now = (JdbcDocuments) TestDocuments.on(before, Clock.systemUTC());
        assertThat(now.open(id).readAllBytes()).isEqualTo(pdf);
        assertThat(now.find(id)).satisfies(stored -> {
            assertThat(stored.name()).isEqualTo("旧.pdf");
            assertThat(stored.virusCheck()).isEqualTo(VirusCheck.NOT_ASKED);
        });
        Previews previews = new JdbcPreviews(before, TestVault.create(), now);
        assertThat(previews.pages(id)).isEqualTo(1);
        assertThat(previews.page(id, 1)).isNotEmpty();
    }

    private static byte[] bytes(int length) {
        byte[] bytes = new byte[length];
        new Random(length).nextBytes(bytes);
        return bytes;
    }
}
