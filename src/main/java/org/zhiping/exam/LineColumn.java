package org.zhiping.exam;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.Map;
import java.util.TreeMap;

/** Scores of rubric lines as a jsonb column keeps them: code → millionths of a point. */
final class LineColumn {

    private static final ObjectMapper JSON = new ObjectMapper();

    private LineColumn() {
    }

    /** The marks in the columns {@code millionths}, which may be null, and {@code lines}. */
    static Marks marks(Long millionths, String lines) {
        return new Marks(millionths == null ? null : new Points(millionths), read(lines));
    }

    static Long total(Marks marks) {
        return marks.total() == null ? null : marks.total().millionths();
    }

    static String write(Map<String, Points> lines) {
        Map<String, Long> plain = new TreeMap<>();
        lines.forEach((code, points) -> plain.put(code, points.millionths()));
        try {
            return JSON.writeValueAsString(plain);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Map<String, Points> read(String column) {
        Map<String, Points> lines = new TreeMap<>();
        try {
            JSON.readValue(column, new TypeReference<Map<String, Long>>() { }).forEach((code, value) -> lines.put(code, new Points(value)));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
        return lines;
    }
}
