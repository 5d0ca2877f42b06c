package org.zhiping.platform.web;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.zhiping.platform.Refusal;
import org.zhiping.platform.Texts;

/**
 * What a person typed and what is wrong with it. A page that refuses shows both again, so that nothing typed is lost
 * and every message is linked to its field.
 */
public record PageForm(Map<String, String> values, List<Line> faults) {

    /** One message; {@code field} is empty when it is about the whole form. */
    public record Line(String field, String text) {
    }

    public static PageForm empty() {
        return new PageForm(Map.of(), List.of());
    }

    public static PageForm of(Map<String, String> values) {
        return new PageForm(new LinkedHashMap<>(values), List.of());
    }

    public PageForm with(Texts texts, Refusal refusal) {
        return new PageForm(values, refusal.faults().stream()
                .map(fault -> new Line(fault.field() == null ? "" : fault.field(), texts.of(fault))).toList());
    }

    /** The same with every fault at this field, where a page has the same form many times. */
    public PageForm at(String field) {
        return new PageForm(values, faults.stream().map(line -> new Line(field, line.text())).toList());
    }

    public String value(String field) {
        return values.getOrDefault(field, "");
    }

    /** A day as a date field sends it. @throws Refusal with this code at the field when there is none, or none that can be read */
    public LocalDate day(String field, String code) {
        try {
            return LocalDate.parse(value(field).strip());
        } catch (DateTimeParseException unreadable) {
            throw Refusal.invalid(field, code);
        }
    }

    /** The messages of one field, or an empty text. */
    public String fault(String field) {
        return faults.stream().filter(line -> line.field().equals(field)).map(Line::text).collect(Collectors.joining(" "));
    }

    public boolean wrong() {
        return !faults.isEmpty();
    }
}
