package org.zhiping.benchmark.intake;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.zaxxer.hikari.HikariDataSource;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.lang.management.MemoryType;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import javax.sql.DataSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.zhiping.TestDatabase;
import org.zhiping.document.Documents;
import org.zhiping.document.TestDocuments;
import org.zhiping.document.Uploads;

/**
 * A large upload on PostgreSQL: how fast it is received, checked and read again, beside a copy of the same file and a plain insert of the
 * same bytes in the same pieces; and how much heap it takes. {@code java -Xmx64m … org.zhiping.benchmark.intake.Upload} shows that the
 * file never lies in memory.
 */
public final class Upload {

    private static final int MIB = 1024 * 1024;
    private static final int PIECE = MIB / 2;

    private Upload() {
    }

    public static void main(String[] arguments) throws Exception {
        int megabytes = arguments.length == 0 ? 200 : Integer.parseInt(arguments[0]);
        System.out.println(new ObjectMapper().writerWithDefaultPrettyPrinter().writeValueAsString(measure(TestDatabase.durable(), megabytes)));
        System.exit(0);
    }

    /** @param database with all migrations applied; what is stored is removed again */
    public static Map<String, Object> measure(DataSource database, int megabytes) throws IOException {
        Path file = Files.createTempFile("zhiping-upload", ".pdf");
        try (HikariDataSource pool = new HikariDataSource()) {
            pool.setDataSource(database);
            pool.setMaximumPoolSize(2);
            JdbcClient jdbc = JdbcClient.create(pool);
            write(file, 8L * MIB);
            new Run(jdbc, file).all();
            write(file, (long) megabytes * MIB);
            return new Run(jdbc, file).all();
        } finally {
            Files.delete(file);
        }
    }

    /** One file through everything. */
    private static final class Run {

        private final JdbcClient jdbc;
        private final Path file;
        private final double megabytes;
        private final Uploads uploads;
        private final Documents documents;

        Run(JdbcClient jdbc, Path file) throws IOException {
            this.jdbc = jdbc;
            this.file = file;
            this.megabytes = (double) Files.size(file) / MIB;
            this.uploads = TestDocuments.uploads(jdbc, Clock.systemUTC(), Files.size(file));
            this.documents = TestDocuments.on(jdbc, Clock.systemUTC());
        }

        Map<String, Object> all() throws IOException {
            double copy = seconds(this::copy);
            double insert = seconds(this::insert);
            UUID[] id = new UUID[1];
            heap().forEach(MemoryPoolMXBean::resetPeakUsage);
            double receive = seconds(() -> id[0] = receive());
            double check = seconds(() -> uploads.finish(id[0], false));
            double read = seconds(() -> read(id[0]));
            long peak = heap().stream().mapToLong(pool -> pool.getPeakUsage().getUsed()).sum();
            documents.remove(id[0]);
            Map<String, Object> figures = new LinkedHashMap<>();
            figures.put("megabytes", Math.round(megabytes));
            figures.put("receive MB/s", rounded(megabytes / receive));
            figures.put("receive and check MB/s", rounded(megabytes / (receive + check)));
            figures.put("read MB/s", rounded(megabytes / read));
            figures.put("file copy MB/s", rounded(megabytes / copy));
            figures.put("plain insert MB/s", rounded(megabytes / insert));
            figures.put("receive : file copy (time)", rounded(receive / copy));
            figures.put("receive : plain insert (time)", rounded(receive / insert));
            figures.put("receive and check : plain insert (time)", rounded((receive + check) / insert));
            figures.put("peak heap MiB", peak / MIB);
            figures.put("heap allowed MiB", Runtime.getRuntime().maxMemory() / MIB);
            return figures;
        }

        private void copy() throws IOException {
            Path copy = Files.createTempFile("zhiping-copy", ".pdf");
            Files.copy(file, copy, StandardCopyOption.REPLACE_EXISTING);
            Files.delete(copy);
        }

        private void insert() throws IOException {
            jdbc.sql("create table plain_piece (position integer primary key, content bytea not null)").update();
            jdbc.sql("alter table plain_piece alter column content set storage external").update();
            try (InputStream in = Files.newInputStream(file)) {
                int position = 0;
                for (byte[] piece = in.readNBytes(PIECE); piece.length > 0; piece = in.readNBytes(PIECE)) {
                    jdbc.sql("insert into plain_piece values (:position, :content)").param("position", position++).param("content", piece).update();
                }
            }
            jdbc.sql("drop table plain_piece").update();
        }

        private UUID receive() throws IOException {
            UUID id = uploads.begin("benchmark", "large.pdf", Files.size(file), "");
            try (InputStream in = Files.newInputStream(file)) {
                uploads.append(id, 0, in);
            }
            return id;
        }

        private void read(UUID id) throws IOException {
            try (InputStream in = documents.open(id)) {
                in.transferTo(OutputStream.nullOutputStream());
            }
        }
    }

    private interface Act {
        void run() throws IOException;
    }

    private static double seconds(Act act) throws IOException {
        long start = System.nanoTime();
        act.run();
        return (System.nanoTime() - start) / 1e9;
    }

    private static double rounded(double figure) {
        return Math.round(figure * 100) / 100.0;
    }

    private static List<MemoryPoolMXBean> heap() {
        return ManagementFactory.getMemoryPoolMXBeans().stream().filter(pool -> pool.getType() == MemoryType.HEAP).toList();
    }

    /** One page, and a stream of noise as a scan would be. */
    private static void write(Path file, long bytes) throws IOException {
        String[] objects = {"<</Type/Catalog/Pages 2 0 R>>", "<</Type/Pages/Kids[3 0 R]/Count 1>>",
            "<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]>>"};
        StringBuilder table = new StringBuilder("xref\n0 5\n0000000000 65535 f \n");
        long at = 0;
        try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(file))) {
            at += ascii(out, "%PDF-1.4\n");
            for (int i = 0; i < objects.length; i++) {
                table.append("%010d 00000 n \n".formatted(at));
                at += ascii(out, (i + 1) + " 0 obj" + objects[i] + "endobj\n");
            }
            table.append("%010d 00000 n \n".formatted(at));
            long noise = bytes - at - 1024;
            at += ascii(out, "4 0 obj<</Length " + noise + ">>stream\n");
            Random random = new Random(1);
            byte[] piece = new byte[PIECE];
            for (long left = noise; left > 0; left -= PIECE) {
                random.nextBytes(piece);
                out.write(piece, 0, (int) Math.min(PIECE, left));
            }
            at += noise + ascii(out, "\nendstream endobj\n");
            ascii(out, table + "trailer<</Root 1 0 R/Size 5>>\nstartxref\n" + (at) + "\n%%EOF\n");
        }
    }

    private static int ascii(OutputStream out, String text) throws IOException {
        byte[] bytes = text.getBytes(StandardCharsets.US_ASCII);
        out.write(bytes);
        return bytes.length;
    }
}
