package org.zhiping.intake;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** Texts by name, as a jsonb column keeps them. */
@Component
class TextMaps {

    private final ObjectMapper json;

    TextMaps(ObjectMapper json) {
        this.json = json;
    }

    String write(Map<String, String> texts) {
        try {
            return json.writeValueAsString(texts);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    static <S> Map<String, String> texts(Map<String, S> values) {
        return values(values, value -> value.toString());
    }

    /** Read as what they mean. */
    static <S, T> Map<String, T> values(Map<String, S> texts, Function<S, T> meaning) {
        return texts.entrySet().stream().collect(Collectors.toUnmodifiableMap(Map.Entry::getKey, text -> meaning.apply(text.getValue())));
    }

    Map<String, String> read(String column) {
        try {
            return json.readValue(column, new TypeReference<>() { });
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }
}
