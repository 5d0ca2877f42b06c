package org.zhiping.sample;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import org.springframework.core.io.ClassPathResource;

/** What the sample is made of, in files of the folder {@code sample}. */
final class SampleFile {

    private SampleFile() {
    }

    static <T> T read(String name, Class<T> content) {
        try (InputStream yaml = new ClassPathResource("sample/" + name).getInputStream()) {
            return new ObjectMapper(new YAMLFactory()).registerModule(new JavaTimeModule()).readValue(yaml, content);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
