package org.zhiping.portal;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.zhiping.intake.Application;
import org.zhiping.intake.ClaimFields;
import org.zhiping.intake.ClaimMerge;
import org.zhiping.intake.Claims;

/**
 * The application form as a browser sends it. Beside what was typed it says what the page knew before: {@code version} and
 * {@code base}, the claims it was last told; {@code sent}, what it has sent without hearing an answer; {@code choice.<field>} and
 * {@code against}, how the person settles a difference, and with which version.
 */
record ClaimsForm(Map<String, String> fields) {

    /** Characters in one field. Nobody's employer has a longer name. */
    static final int LONGEST = 1000;

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final List<String> AT_LEAST_ONE = List.of("educations", "courses");
    private static final Pattern IN_ROW = Pattern.compile("(\\w+)\\[(\\d{1,4})]\\.\\w*");

    static ClaimsForm showing(Application application) {
        Map<String, String> fields = new LinkedHashMap<>(ClaimFields.of(application.claims()));
        fields.put("version", String.valueOf(application.version()));
        fields.put("base", base(application.claims()));
        return new ClaimsForm(fields);
    }

    static String base(Claims claims) {
        try {
            return JSON.writeValueAsString(ClaimFields.of(claims));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    Claims claims() {
        return ClaimFields.claims(fields);
    }

    /** The same with other claims typed in. */
    ClaimsForm with(Claims claims) {
        Map<String, String> changed = new LinkedHashMap<>(fields);
        changed.keySet().removeIf(field -> field.indexOf('[') > 0 && !field.startsWith("choice."));
        changed.putAll(ClaimFields.of(claims));
        return new ClaimsForm(changed);
    }

    /** The same with what is too long as it was kept. */
    ClaimsForm shortened(Claims kept) {
        Map<String, String> before = ClaimFields.of(kept);
        Map<String, String> changed = new LinkedHashMap<>(fields);
        tooLong().forEach(field -> changed.put(field, before.getOrDefault(field, "")));
        return new ClaimsForm(changed);
    }

    List<String> tooLong() {
        return fields.entrySet().stream().filter(field -> field.getValue().length() > LONGEST)
                .map(Map.Entry::getKey).filter(field -> !List.of("base", "sent").contains(field)).toList();
    }

    /** Null when the page did not say. */
    Integer version() {
        String version = fields.getOrDefault("version", "");
        return version.matches("\\d{1,9}") ? Integer.valueOf(version) : null;
    }

    /** Null when the page did not say. */
    Claims base() {
        List<Map<String, String>> base = read("[" + fields.getOrDefault("base", "") + "]");
        return base.isEmpty() ? null : ClaimFields.claims(base.get(0));
    }

    /** Whether these claims came from this page, which has not heard of it. */
    boolean wasHere(Claims kept) {
        return read(fields.getOrDefault("sent", "[]")).stream().map(ClaimFields::claims).anyMatch(kept::equals);
    }

    /** How the person settled a field in which the page differs from this version; null where that is open. */
    UnaryOperator<String> choices(int version) {
        if (!String.valueOf(version).equals(fields.get("against"))) {
            return field -> null;
        }
        String all = fields.getOrDefault("act", "");
        return field -> List.of(ClaimMerge.MINE, ClaimMerge.THEIRS).contains(all) ? all : fields.get("choice." + field);
    }

    /** The name under which the page shows a field of claims: rows in which nothing was typed are only there. */
    String shown(String field) {
        Matcher name = IN_ROW.matcher(field);
        if (!name.matches()) {
            return field;
        }
        List<Integer> kept = ClaimFields.kept(fields, name.group(1));
        int row = Integer.parseInt(name.group(2));
        return row >= kept.size() ? field : name.group(1) + "[" + kept.get(row) + "]" + field.substring(field.indexOf("]") + 1);
    }

    /** How many rows of each list the page shows. */
    Map<String, Integer> rows() {
        Map<String, Integer> rows = new LinkedHashMap<>();
        ClaimFields.lists().forEach(list -> rows.put(list, fields.keySet().stream().map(IN_ROW::matcher)
                .filter(name -> name.matches() && name.group(1).equals(list)).mapToInt(name -> Integer.parseInt(name.group(2)) + 1)
                .max().orElse(AT_LEAST_ONE.contains(list) ? 1 : 0)));
        return rows;
    }

    /** {@code add:<list>} or {@code remove:<list>:<row>}. */
    ClaimsForm withRows(String... act) {
        if (act[0].equals("add") && act.length == 2) {
            Map<String, String> changed = new LinkedHashMap<>(with(claims()).fields());
            changed.put(act[1] + "[" + new ClaimsForm(changed).rows().getOrDefault(act[1], 0) + "].", "");
            return new ClaimsForm(changed);
        }
        if (act.length == 3) {
            Map<String, String> changed = new LinkedHashMap<>(fields);
            changed.keySet().removeIf(field -> field.startsWith(act[1] + "[" + act[2] + "]."));
            return new ClaimsForm(changed).with(new ClaimsForm(changed).claims());
        }
        return this;
    }

    private static List<Map<String, String>> read(String json) {
        try {
            List<Map<String, String>> read = new ArrayList<>(JSON.readValue(json, new TypeReference<List<Map<String, String>>>() { }));
            read.removeIf(java.util.Objects::isNull);
            return read;
        } catch (JsonProcessingException forged) {
            return List.of();
        }
    }

    @Override
    public String toString() {
        return "ClaimsForm[…]";
    }
}
