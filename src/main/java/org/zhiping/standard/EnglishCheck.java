package org.zhiping.standard;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.regex.Pattern;

/** Whether everything of a pack that pages show has an English text beside the Chinese, without Chinese in it. */
final class EnglishCheck {

    private static final Pattern ENGLISH = Pattern.compile("[^\\p{IsHan}\\u3000-\\u303f\\uff00-\\uffef]*[A-Za-z][^\\p{IsHan}\\u3000-\\u303f\\uff00-\\uffef]*");

    private final List<String> faults = new ArrayList<>();

    private EnglishCheck() {
    }

    static List<String> faults(StandardPack pack) {
        EnglishCheck check = new EnglishCheck();
        check.demand("the standard", pack.nameEn());
        check.demand("the title", pack.titleEn());
        check.each("level", pack.levels(), Level::code, Level::nameEn);
        check.each("direction", pack.directions(), Direction::code, Direction::nameEn);
        check.each("part", pack.parts(), Part::code, Part::nameEn);
        check.each("kind of applicant", pack.applicantKinds(), ApplicantKind::code, ApplicantKind::nameEn);
        check.each("material", pack.materials(), MaterialKind::code, MaterialKind::nameEn);
        check.each("condition", pack.conditions(), Condition::id, Condition::textEn);
        check.each("parameter", pack.parameters(), ParameterSpec::id, ParameterSpec::nameEn);
        check.each("why of parameter", pack.parameters(), ParameterSpec::id, ParameterSpec::whyEn);
        pack.parameters().forEach(spec -> check.each("choice of " + spec.id(), spec.choices(), Choice::code, Choice::nameEn));
        return check.faults;
    }

    private <T> void each(String kind, List<T> lines, Function<T, String> code, Function<T, String> text) {
        lines.forEach(line -> demand(kind + " " + code.apply(line), text.apply(line)));
    }

    private void demand(String what, String text) {
        if (text == null || !ENGLISH.matcher(text).matches()) {
            faults.add(what + " has no English text");
        }
    }
}
