package org.zhiping.standard;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.regex.Pattern;

/** Whether everything of a pack that pages show has an English text beside the Chinese, without Chinese in it. */
final class EnglishCheck {

    private static final Pattern ENGLISH = Pattern.compile("[^\\p{IsHan}\\u3000-\\u303f\\uff00-\\uffef]*[A-Za-z][^\\p{IsHan}\\u3000-\\u303f\\uff00-\\uffef]*");

    private final List<PackFault> faults = new ArrayList<>();

    private EnglishCheck() {
    }

    static List<PackFault> faults(StandardPack pack) {
        EnglishCheck check = new EnglishCheck();
        check.demand("/nameEn", pack.nameEn());
        check.demand("/titleEn", pack.titleEn());
        check.each("/levels", "nameEn", pack.levels(), Level::nameEn);
        check.each("/directions", "nameEn", pack.directions(), Direction::nameEn);
        check.each("/parts", "nameEn", pack.parts(), Part::nameEn);
        check.each("/applicantKinds", "nameEn", pack.applicantKinds(), ApplicantKind::nameEn);
        check.each("/materials", "nameEn", pack.materials(), MaterialKind::nameEn);
        check.each("/conditions", "textEn", pack.conditions(), Condition::textEn);
        check.each("/parameters", "nameEn", pack.parameters(), ParameterSpec::nameEn);
        check.each("/parameters", "whyEn", pack.parameters(), ParameterSpec::whyEn);
        check.each("/facts", "nameEn", pack.facts(), FactSpec::nameEn);
        for (int i = 0; i < pack.facts().size(); i++) {
            if (pack.facts().get(i).question() != null) {
                check.demand("/facts/" + i + "/questionEn", pack.facts().get(i).questionEn());
            }
        }
        for (int i = 0; i < pack.parameters().size(); i++) {
            check.each("/parameters/" + i + "/choices", "nameEn", pack.parameters().get(i).choices(), Choice::nameEn);
        }
        return check.faults;
    }

    private <T> void each(String path, String field, List<T> lines, Function<T, String> text) {
        for (int i = 0; i < lines.size(); i++) {
            demand(path + "/" + i + "/" + field, text.apply(lines.get(i)));
        }
    }

    private void demand(String path, String text) {
        if (text == null || !ENGLISH.matcher(text).matches()) {
            faults.add(PackFault.at(path, "no-english", path.substring(path.lastIndexOf('/') + 1)));
        }
    }
}
