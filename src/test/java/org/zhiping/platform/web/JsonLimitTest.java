package org.zhiping.platform.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.springframework.http.converter.json.Jackson2ObjectMapperBuilder;
import org.springframework.util.unit.DataSize;

class JsonLimitTest {

    private static InputStream json(int characters) {
        return new ByteArrayInputStream(("[" + "1,".repeat(characters / 2) + "1]").getBytes(StandardCharsets.UTF_8));
    }

    @Test
    void nobodySendsJsonWithoutEnd() throws Exception {
        Jackson2ObjectMapperBuilder builder = new Jackson2ObjectMapperBuilder();
        new JsonLimit().noMoreThanAForm(DataSize.ofKilobytes(20)).customize(builder);
        ObjectMapper limited = builder.build();
        assertThat(limited.readTree(json(19_000))).hasSize(9_501);
        assertThatThrownBy(() -> limited.readTree(json(60_000))).isInstanceOf(StreamConstraintsException.class);
    }
}
