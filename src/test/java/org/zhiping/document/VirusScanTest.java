package org.zhiping.document;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.zhiping.TestDatabase;
import org.zhiping.document.ClamavSettings.Unavailable;
import org.zhiping.platform.Refusal;

/** Files on their way through a scanner that speaks as clamd does. */
class VirusScanTest {

    /** The harmless text that every scanner is agreed to find (eicar.org), in two halves so that this file is not found itself. */
    private static final String EICAR = "X5O!P%@AP[4\\PZX54(P^)7CC)7}$EICAR-STANDARD" + "-ANTIVIRUS-TEST-FILE!$H+H*";

    private final JdbcClient jdbc = JdbcClient.create(TestDatabase.fresh());

    @Test
    void aCleanFileIsTakenAndOneWithAVirusIsNot() throws IOException {
        try (FakeClamd clamd = new FakeClamd(0)) {
            JdbcDocuments documents = documents(clamd.address(), Unavailable.WAIT);
            assertThat(documents.find(store(documents, "")).virusCheck()).isEqualTo(VirusCheck.CLEAN);
            refused("file-had-virus", documents, EICAR);
            assertThat(jdbc.sql("select count(*) from document").query(Integer.class).single()).isEqualTo(1);
        }
    }

    @Test
    void whileTheScannerIsAwayAFileStaysClosedAndIsScannedLater() throws IOException {
        int port;
        try (FakeClamd gone = new FakeClamd(0)) {
            port = gone.port();
        }
        JdbcDocuments documents = documents("127.0.0.1:" + port, Unavailable.WAIT);
        LateScans late = new LateScans(documents, new VirusScanner(settings("127.0.0.1:" + port, Unavailable.WAIT)));
        UUID clean = store(documents, "");
        UUID infected = store(documents, EICAR);
        late.scan();
        assertThat(documents.find(clean).virusCheck()).isEqualTo(VirusCheck.WAITING);
        assertThatExceptionOfType(Refusal.class).isThrownBy(() -> documents.open(clean)).withMessage("file-waits-for-virus-check");
        try (FakeClamd back = new FakeClamd(port)) {
            late.scan();
        }
        assertThat(documents.open(clean).readAllBytes()).isNotEmpty();
        assertThat(documents.find(infected).virusCheck()).isEqualTo(VirusCheck.FOUND);
        assertThatExceptionOfType(Refusal.class).isThrownBy(() -> documents.open(infected)).withMessage("file-had-virus");
        assertThat(jdbc.sql("select count(*) from document_chunk where document = :id").param("id", infected).query(Integer.class).single()).isZero();
    }

    @Test
    void anInstitutionMayRefuseWhatItCannotScan() throws IOException {
        int port;
        try (FakeClamd gone = new FakeClamd(0)) {
            port = gone.port();
        }
        refused("virus-check-unavailable", documents("127.0.0.1:" + port, Unavailable.REFUSE), "");
    }

    private static ClamavSettings settings(String address, Unavailable unavailable) {
        return new ClamavSettings(address, unavailable, Duration.ofSeconds(10));
    }

    private JdbcDocuments documents(String address, Unavailable unavailable) {
        return TestDocuments.on(jdbc, Clock.systemUTC(), TestDocuments.LIMITS, settings(address, unavailable));
    }

    private static UUID store(Documents documents, String inside) {
        byte[] pdf = new String(TestDocuments.pdf(), StandardCharsets.ISO_8859_1).replace("%%EOF", "% " + inside + "\n%%EOF").getBytes(StandardCharsets.ISO_8859_1);
        return documents.store("zhang", "a.pdf", new ByteArrayInputStream(pdf));
    }

    private static void refused(String code, Documents documents, String inside) {
        assertThatExceptionOfType(Refusal.class).isThrownBy(() -> store(documents, inside)).withMessage(code);
    }

    /** Answers INSTREAM as clamd's manual page has it; anything else it refuses. */
    private static final class FakeClamd implements AutoCloseable {

        private final ServerSocket server;

        FakeClamd(int port) throws IOException {
            server = new ServerSocket(port);
            Thread thread = new Thread(this::serve);
            thread.setDaemon(true);
            thread.start();
        }

        int port() {
            return server.getLocalPort();
        }

        String address() {
            return "127.0.0.1:" + port();
        }

        private void serve() {
            while (!server.isClosed()) {
                try (Socket client = server.accept()) {
                    client.getOutputStream().write((answer(new DataInputStream(client.getInputStream())) + "\0").getBytes(StandardCharsets.US_ASCII));
                } catch (IOException closed) {
                    return;
                }
            }
        }

        private static String answer(DataInputStream in) throws IOException {
            if (!new String(in.readNBytes(10), StandardCharsets.US_ASCII).equals("zINSTREAM\0")) {
                return "UNKNOWN COMMAND";
            }
            ByteArrayOutputStream all = new ByteArrayOutputStream();
            for (int length = in.readInt(); length != 0; length = in.readInt()) {
                all.write(in.readNBytes(length));
            }
            return all.toString(StandardCharsets.ISO_8859_1).contains(EICAR) ? "stream: Eicar-Test-Signature FOUND" : "stream: OK";
        }

        @Override
        public void close() throws IOException {
            server.close();
        }
    }
}
