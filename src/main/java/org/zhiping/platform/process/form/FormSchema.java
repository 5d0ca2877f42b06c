package org.zhiping.platform.process.form;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** A {@code .form} file as a rule for what may be submitted: the browser checks for comfort, this checks for good. */
public final class FormSchema {

    private static final ObjectMapper JSON =
            new ObjectMapper().enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS, DeserializationFeature.FAIL_ON_TRAILING_TOKENS);

    private final List<Field> fields = new ArrayList<>();
    private final List<RowList> lists = new ArrayList<>();
    private final Set<String> keys = new HashSet<>();

    private FormSchema() {
    }

    /** @throws IllegalArgumentException naming the component, when the form asks for what is not understood here */
    public static FormSchema parse(String form) {
        FormSchema schema = new FormSchema();
        try {
            schema.add(new Component(JSON.readValue(form, new TypeReference<Map<String, Object>>() { })), List.of());
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("Not JSON: " + e.getOriginalMessage());
        } catch (ClassCastException | ArithmeticException | NumberFormatException e) {
            throw new IllegalArgumentException("Not a form: " + e.getMessage());
        }
        return schema;
    }

    private void add(Component parent, List<HideCondition> around) {
        for (Component component : parent.components()) {
            List<HideCondition> hidden = new ArrayList<>(around);
            hidden.add(HideCondition.of(component));
            if (component.type().equals("group")) {
                if (component.property("path").filter(path -> !path.equals("")).isPresent()) {
                    throw component.notUnderstood("a group with a path");
                }
                add(component, hidden);
            } else if (component.type().equals("dynamiclist")) {
                RowList list = RowList.of(component, hidden);
                once(component, list.path());
                lists.add(list);
            } else if (!Field.decoration(component)) {
                Field field = Field.of(component, hidden);
                once(component, field.key());
                fields.add(field);
            }
        }
    }

    private void once(Component component, String key) {
        if (!keys.add(key)) {
            throw component.notUnderstood("the key " + key + " is used twice");
        }
    }

    /** The keys that a submission may carry. */
    public Set<String> keys() {
        return Set.copyOf(keys);
    }

    /**
     * Checks what was submitted.
     *
     * @param submitted plain values: text, numbers, booleans, lists, maps
     * @param shown     what the handler shows, for options and read-only fields
     * @return the values for the handler; what was left empty is absent, read-only values are as shown
     * @throws org.zhiping.platform.Refusal with every fault found
     */
    public Map<String, Object> accept(Map<String, Object> submitted, Map<String, Object> shown) {
        Submission submission = new Submission(shown);
        submission.refuseUnknown(keys, submitted.keySet(), "");
        Map<String, Object> data = Submission.data(shown, fields, submitted);
        lists.forEach(list -> data.put(list.path(), submitted.getOrDefault(list.path(), List.of())));
        Map<String, Object> values = new LinkedHashMap<>(submission.read(fields, submitted, shown, data, "", ""));
        for (RowList list : lists) {
            Object raw = submitted.get(list.path());
            if (!list.hidden(data)) {
                values.put(list.path(), list.read(raw, data, submission));
            } else if (!Submission.blank(raw)) {
                submission.fault(list.path(), "form-hidden", list.label());
            }
        }
        submission.refuseIfFaulty();
        return values;
    }
}
