package org.zhiping.platform.web;

import freemarker.template.TemplateMethodModelEx;
import freemarker.template.TemplateModel;
import freemarker.template.TemplateModelException;
import freemarker.template.utility.DeepUnwrap;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import org.springframework.boot.autoconfigure.freemarker.FreeMarkerVariablesCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.i18n.LocaleContextHolder;
import org.zhiping.platform.Texts;

/**
 * Words of every template: {@code t(key, args…)} from the bundles, {@code when(instant)} and {@code day(date)} in the
 * reader's language, {@code lang()} for the html element.
 */
@Configuration(proxyBeanMethods = false)
class PageTexts {

    private static final DateTimeFormatter ZH_DAY = DateTimeFormatter.ofPattern("yyyy年M月d日", Locale.CHINA);
    private static final DateTimeFormatter ZH_TIME = DateTimeFormatter.ofPattern("yyyy年M月d日 HH:mm", Locale.CHINA);
    private static final DateTimeFormatter EN_DAY = DateTimeFormatter.ofPattern("d MMM yyyy", Locale.ENGLISH);
    private static final DateTimeFormatter EN_TIME = DateTimeFormatter.ofPattern("d MMM yyyy, HH:mm", Locale.ENGLISH);

    @Bean
    FreeMarkerVariablesCustomizer pageWords(Texts texts, Clock clock) {
        return variables -> {
            variables.put("t", method(args -> texts.of((String) args[0], tail(args))));
            variables.put("when", method(args -> (chinese() ? ZH_TIME : EN_TIME).withZone(clock.getZone()).format((Instant) args[0])));
            variables.put("day", method(args -> (chinese() ? ZH_DAY : EN_DAY).format((LocalDate) args[0])));
            variables.put("lang", method(args -> chinese() ? "zh-CN" : "en"));
        };
    }

    private static boolean chinese() {
        return !LocaleContextHolder.getLocale().getLanguage().equals("en");
    }

    private static Object[] tail(Object[] args) {
        return java.util.Arrays.copyOfRange(args, 1, args.length);
    }

    private static TemplateMethodModelEx method(Function<Object[], Object> body) {
        return new TemplateMethodModelEx() {
            @Override
            public Object exec(List arguments) throws TemplateModelException {
                var values = new Object[arguments.size()];
                for (int i = 0; i < values.length; i++) {
                    values[i] = DeepUnwrap.unwrap((TemplateModel) arguments.get(i));
                }
                return body.apply(values);
            }
        };
    }
}
