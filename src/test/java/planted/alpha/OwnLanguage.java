package planted.alpha;

import java.util.Locale;
import org.springframework.context.i18n.LocaleContextHolder;

/** Planted: asks past the rule which language is spoken. */
public class OwnLanguage {

    Locale language() {
        return LocaleContextHolder.getLocale();
    }
}
