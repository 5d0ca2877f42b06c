package org.zhiping.platform;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.Base64;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** Where this installation keeps what is its own: the embedded database and the generated secrets. */
@Component
public class DataFolder {

    private final Path root;

    DataFolder(@Value("${zhiping.data-dir:data}") Path root) {
        this.root = root.toAbsolutePath().normalize();
        try {
            Files.createDirectories(this.root);
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot make the data folder " + this.root, e);
        }
    }

    public Path resolve(String name) {
        return root.resolve(name);
    }

    /** A secret of {@code bytes} random bytes in Base64, made at the first call and kept in a file only we can read. */
    public String secret(String name, int bytes) {
        Path file = resolve(name);
        try {
            if (Files.notExists(file)) {
                byte[] random = new byte[bytes];
                new SecureRandom().nextBytes(random);
                PrivateFile.create(file);
                Files.writeString(file, Base64.getEncoder().encodeToString(random));
            }
            PrivateFile.keepToOurselves(file);
            return Files.readString(file).strip();
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot read or write " + file, e);
        }
    }
}
