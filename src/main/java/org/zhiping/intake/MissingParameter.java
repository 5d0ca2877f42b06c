package org.zhiping.intake;

import java.util.Objects;
import org.zhiping.platform.Language;
import org.zhiping.platform.Refusal.Fault;
import org.zhiping.standard.ParameterSpec;
import org.zhiping.standard.StandardPack;

/** Says which matter the institution has not settled yet, where the standard leaves it open and what it says about it. */
final class MissingParameter {

    private MissingParameter() {
    }

    static Fault of(StandardPack pack, String key) {
        return pack.parameters().stream().filter(spec -> spec.isId(key)).findFirst().map(spec -> of(pack, spec, key))
                .orElseGet(() -> new Fault(key, "round-parameter-missing", key, ""));
    }

    private static Fault of(StandardPack pack, ParameterSpec spec, String key) {
        String name = spec.in(Language.now()) + level(pack, spec, key);
        String why = Objects.toString(spec.why(Language.now()), "");
        return spec.clause() == null ? new Fault(key, "round-parameter-missing", name, why)
                : new Fault(key, "round-parameter-missing-clause", name, why, spec.clause());
    }

    private static String level(StandardPack pack, ParameterSpec spec, String key) {
        return !spec.perLevel() ? "" : pack.level(key.substring(spec.id().length() + 1))
                .map(level -> " · " + level.in(Language.now())).orElse("");
    }
}
