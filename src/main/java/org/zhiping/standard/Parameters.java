package org.zhiping.standard;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.zhiping.platform.Refusal;

/** The institution's values for what a standard leaves open. */
final class Parameters {

    private Parameters() {
    }

    static List<String> missing(StandardPack pack, List<String> levels, Map<String, String> values) {
        return pack.parameters().stream().filter(ParameterSpec::needed)
                .flatMap(spec -> spec.ids(pack, levels).stream()).filter(id -> isBlank(values.get(id))).toList();
    }

    static List<Refusal.Fault> faults(StandardPack pack, List<String> levels, Map<String, String> values) {
        List<Refusal.Fault> faults = new ArrayList<>();
        values.forEach((id, value) -> spec(pack, id).filter(spec -> spec.ids(pack, levels).contains(id)).ifPresentOrElse(
                spec -> Optional.of(value).filter(given -> !isBlank(given)).flatMap(given -> spec.fault(pack, id, given)).ifPresent(faults::add),
                () -> faults.add(new Refusal.Fault(id, "parameter-unknown", id))));
        if (faults.isEmpty() && isAboveScale(facts(pack, values))) {
            faults.add(new Refusal.Fault("passMark", "parameter-pass-mark-above-scale"));
        }
        return faults;
    }

    private static boolean isAboveScale(Map<String, Object> facts) {
        return facts.get("passMark") instanceof BigDecimal mark && facts.get("scaleMax") instanceof BigDecimal top
                && mark.compareTo(top) > 0;
    }

    static Map<String, Object> facts(StandardPack pack, Map<String, String> values) {
        Map<String, Object> facts = new LinkedHashMap<>();
        pack.parameters().stream().filter(spec -> spec.defaultValue() != null)
                .forEach(spec -> facts.put(spec.id(), typed(spec, spec.defaultValue())));
        values.forEach((id, value) -> spec(pack, id).filter(spec -> !isBlank(value))
                .ifPresent(spec -> facts.put(id, typed(spec, value))));
        return facts;
    }

    /** The weights of this part's lines at this level and in this direction, if the institution has set any. */
    static Optional<Map<String, BigDecimal>> weights(StandardPack pack, String level, String direction, String part,
                                                     Map<String, String> values) {
        return pack.parameters().stream().filter(spec -> spec.type() == ParameterSpec.Type.WEIGHTS && spec.part().equals(part))
                .flatMap(spec -> Stream.of(spec.id() + "." + level + "." + direction, spec.id() + "." + level))
                .map(values::get).filter(value -> !isBlank(value)).findFirst().map(Weights::read);
    }

    private static Object typed(ParameterSpec spec, String value) {
        return spec.isNumber() && !ParameterSpec.REVIEWER_DECIDES.equals(value) ? new BigDecimal(value) : value;
    }

    private static Optional<ParameterSpec> spec(StandardPack pack, String id) {
        return pack.parameters().stream().filter(spec -> spec.isId(id)).findFirst();
    }

    private static boolean isBlank(String value) {
        return value == null || value.isBlank();
    }
}
