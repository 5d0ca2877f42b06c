package org.zhiping.notice;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.zhiping.intake.Application;
import org.zhiping.standard.Named;
import org.zhiping.standard.Packs;
import org.zhiping.standard.StandardPack;

/** What a case is about, in the words of its standard. */
record CaseSubject(String caseNumber, String level, String direction, StandardPack pack) {

    static CaseSubject of(Application application, Packs packs) {
        return new CaseSubject(application.caseNumber(), application.level(), application.direction(),
                packs.find(application.standard(), application.edition()));
    }

    /** These values with a part called by its name, and with what the case is about. */
    Map<String, String> in(Locale locale, Map<String, String> values) {
        Map<String, String> said = new HashMap<>(values);
        said.computeIfPresent("part", (name, code) -> called(pack.part(code), code, locale));
        said.put("caseNumber", caseNumber);
        said.put("occupation", pack.in(locale));
        said.put("level", called(pack.level(level), level, locale));
        said.put("direction", called(pack.direction(direction), direction, locale));
        return said;
    }

    private static String called(Optional<? extends Named> named, String code, Locale locale) {
        return named.map(found -> found.in(locale)).orElse(code);
    }
}
