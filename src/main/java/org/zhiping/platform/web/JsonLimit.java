package org.zhiping.platform.web;

import com.fasterxml.jackson.annotation.JsonSetter;
import com.fasterxml.jackson.annotation.Nulls;
import com.fasterxml.jackson.core.StreamReadConstraints;
import java.util.List;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.jackson.Jackson2ObjectMapperBuilderCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.util.unit.DataSize;

/**
 * JSON is read into memory, also of people who have not signed in: as much of it as of a form, and no more. A list holds no null: it would be
 * found far from where it came in.
 */
@Configuration(proxyBeanMethods = false)
class JsonLimit {

    @Bean
    Jackson2ObjectMapperBuilderCustomizer noMoreThanAForm(@Value("${server.tomcat.max-http-form-post-size}") DataSize most) {
        StreamReadConstraints limit = StreamReadConstraints.builder().maxDocumentLength(most.toBytes()).build();
        return builder -> builder.postConfigurer(json -> {
            json.getFactory().setStreamReadConstraints(limit);
            json.configOverride(List.class).setSetterInfo(JsonSetter.Value.forContentNulls(Nulls.FAIL));
        });
    }
}
