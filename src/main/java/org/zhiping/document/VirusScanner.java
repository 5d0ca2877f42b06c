package org.zhiping.document;

import java.io.DataOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Asks a ClamAV daemon, by its command INSTREAM: pieces with their length before them, a length of zero at the end. */
@Component
class VirusScanner {

    private static final Logger LOG = LoggerFactory.getLogger(VirusScanner.class);
    private static final byte[] COMMAND = "zINSTREAM\0".getBytes(StandardCharsets.US_ASCII);
    private static final int PIECE_BYTES = 64 * 1024;
    private static final int LONGEST_ANSWER = 1024;

    private final ClamavSettings settings;

    VirusScanner(ClamavSettings settings) {
        this.settings = settings;
    }

    /** {@link VirusCheck#WAITING} when the daemon does not answer, or not with what it found. */
    VirusCheck scan(Content content) {
        if (settings.address().isBlank()) {
            return VirusCheck.NOT_ASKED;
        }
        String answer = answer(content);
        if (answer.endsWith(" FOUND")) {
            return VirusCheck.FOUND;
        }
        return answer.endsWith(" OK") ? VirusCheck.CLEAN : VirusCheck.WAITING;
    }

    boolean refusesWhileUnavailable() {
        return settings.unavailable() == ClamavSettings.Unavailable.REFUSE;
    }

    /** Empty when there is none. */
    private String answer(Content content) {
        byte[] piece = new byte[PIECE_BYTES];
        try (Socket socket = connect()) {
            DataOutputStream out = new DataOutputStream(socket.getOutputStream());
            InputStream plain = content.stream();
            out.write(COMMAND);
            for (int count = plain.read(piece); count > 0; count = plain.read(piece)) {
                out.writeInt(count);
                out.write(piece, 0, count);
            }
            out.writeInt(0);
            out.flush();
            String said = new String(socket.getInputStream().readNBytes(LONGEST_ANSWER), StandardCharsets.UTF_8).replace("\0", "").strip();
            if (said.endsWith("ERROR") || said.isEmpty()) {
                LOG.warn("The virus scanner answered: {}", said);
            }
            return said;
        } catch (IOException unavailable) {
            LOG.warn("The virus scanner at {} cannot be asked: {}", settings.address(), unavailable.toString());
            return "";
        }
    }

    private Socket connect() throws IOException {
        int colon = settings.address().lastIndexOf(':');
        int patience = Math.toIntExact(settings.patience().toMillis());
        Socket socket = new Socket();
        try {
            socket.connect(new InetSocketAddress(settings.address().substring(0, colon), Integer.parseInt(settings.address().substring(colon + 1))),
                    patience);
            socket.setSoTimeout(patience);
            return socket;
        } catch (IOException | RuntimeException failed) {
            socket.close();
            throw failed instanceof IOException io ? io : new IOException("zhiping.clamav.address must be host:port", failed);
        }
    }
}
