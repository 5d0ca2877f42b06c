package org.zhiping.platform;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.util.Base64;
import java.util.function.UnaryOperator;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/**
 * Where the keys of the vault are. The first of these that is there counts:
 * the setting {@code zhiping.vault.keyset} (the keyset itself, as from an environment variable; we never change it);
 * the file {@code zhiping.vault.keyset-file}, else {@code vault.keyset} in the data folder, written at the first change of keys;
 * the single secret {@code zhiping.vault.key} (32 bytes in Base64), else {@code vault.key} in the data folder, made at the first start.
 * With {@code zhiping.vault.wrapping-key} (32 bytes in Base64, as a key service hands it out) a keyset is itself encrypted.
 */
@Component
class VaultKeyStore {

    private static final long LOOK_AGAIN = Duration.ofSeconds(5).toNanos();

    private final String secret;
    private final String keyset;
    private final Path file;
    private final DataFolder data;
    private final KeysetText text;
    private volatile FileTime seen;
    private volatile long lookedAt = System.nanoTime();

    @Autowired
    VaultKeyStore(@Value("${zhiping.vault.key:}") String secret, @Value("${zhiping.vault.keyset:}") String keyset,
                  @Value("${zhiping.vault.keyset-file:}") String file, @Value("${zhiping.vault.wrapping-key:}") String wrappingKey,
                  DataFolder data) {
        this.secret = secret;
        this.keyset = keyset;
        this.file = !file.isBlank() ? Path.of(file).toAbsolutePath() : data == null ? null : data.resolve("vault.keyset");
        this.data = data;
        this.text = new KeysetText(wrappingKey);
        if (!file.isBlank() && Files.notExists(this.file)) {
            throw new WrongVaultKey("The keyset file " + this.file + " (zhiping.vault.keyset-file) does not exist.");
        }
    }

    VaultKeyStore(String secret, DataFolder data) {
        this(secret, "", "", "", data);
    }

    VaultKeys load() {
        if (!keyset.isBlank()) {
            return text.read(keyset);
        }
        if (file != null && Files.exists(file)) {
            return fromFile();
        }
        return VaultKeys.of(Base64.getDecoder().decode(secret.isBlank() ? data.secret("vault.key", 32) : secret));
    }

    boolean writable() {
        return keyset.isBlank() && file != null;
    }

    /** Whether another server has written the keys since they were read; looked for every few seconds only. */
    boolean looksChanged() {
        if (!writable() || System.nanoTime() - lookedAt < LOOK_AGAIN) {
            return false;
        }
        lookedAt = System.nanoTime();
        return Files.exists(file) && !modified().equals(seen);
    }

    /** Reads the newest keys, changes them and writes them, while no other server does. */
    VaultKeys change(UnaryOperator<VaultKeys> change) {
        if (!writable()) {
            throw Refusal.conflict("vault-keys-outside");
        }
        Path lockFile = file.resolveSibling(file.getFileName() + ".lock");
        try (FileChannel channel = FileChannel.open(lockFile, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
             FileLock lock = channel.lock()) {
            VaultKeys changed = change.apply(load());
            write(text.write(changed));
            seen = modified();
            return changed;
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot write the keys to " + file, e);
        }
    }

    /** In whole or not at all: a keyset that is half written would make everything unreadable. */
    private void write(String keys) throws IOException {
        Path next = file.resolveSibling(file.getFileName() + ".new");
        Files.deleteIfExists(next);
        PrivateFile.create(next);
        try (FileChannel channel = FileChannel.open(next, StandardOpenOption.WRITE)) {
            channel.write(ByteBuffer.wrap(keys.getBytes(StandardCharsets.UTF_8)));
            channel.force(true);
        }
        Files.move(next, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }

    private VaultKeys fromFile() {
        try {
            if (file.equals(data.resolve("vault.keyset"))) {
                PrivateFile.keepToOurselves(file);
            }
            seen = modified();
            return text.read(Files.readString(file));
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot read the keys in " + file, e);
        }
    }

    private FileTime modified() {
        try {
            return Files.getLastModifiedTime(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
