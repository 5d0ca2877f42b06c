package org.zhiping.platform.web;

import freemarker.template.TemplateMethodModelEx;
import freemarker.template.TemplateModel;
import freemarker.template.TemplateModelException;
import freemarker.template.utility.DeepUnwrap;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import org.springframework.boot.autoconfigure.freemarker.FreeMarkerVariablesCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.zhiping.platform.Countdown;
import org.zhiping.platform.Language;
import org.zhiping.platform.Refusal;
import org.zhiping.platform.Texts;

/**
 * Words of every template: {@code t(key, args…)} from the bundles, {@code refused(fault)}, {@code when(instant)} and
 * {@code day(date)} and {@code zone()} in the reader's language, {@code left(instant)} and {@code leftTone(instant)} for the
 * time until a deadline, {@code lang()} for the html element. {@code typed(text)} shows what people
 * or standards have written, whatever its language; {@code typedLang(text)} is the attribute for a field that holds it.
 */
@Configuration(proxyBeanMethods = false)
class PageTexts {

    @Bean
    FreeMarkerVariablesCustomizer pageWords(Texts texts, PageTimes times, Countdown countdown) {
        return variables -> {
            variables.put("t", method(args -> texts.of((String) args[0], Arrays.copyOfRange(args, 1, args.length))));
            variables.put("refused", method(args -> texts.of((Refusal.Fault) args[0])));
            variables.put("when", method(args -> times.when((Instant) args[0])));
            variables.put("day", method(args -> times.day((LocalDate) args[0])));
            variables.put("left", method(args -> countdown.words((Instant) args[0])));
            variables.put("leftTone", method(args -> countdown.tone((Instant) args[0])));
            variables.put("zone", method(args -> times.zone()));
            variables.put("typed", method(args -> ForeignWords.marked((String) args[0])));
            variables.put("typedHtml", method(args -> ForeignWords.markedHtml((String) args[0])));
            variables.put("typedLang", method(args -> ForeignWords.attribute((String) args[0])));
            variables.put("lang", method(args -> Language.now().toLanguageTag()));
        };
    }

    private interface Words {
        Object say(Object[] args) throws TemplateModelException;
    }

    private static TemplateMethodModelEx method(Words body) {
        return new TemplateMethodModelEx() {
            @Override
            public Object exec(List arguments) throws TemplateModelException {
                var values = new Object[arguments.size()];
                for (int i = 0; i < values.length; i++) {
                    values[i] = DeepUnwrap.unwrap((TemplateModel) arguments.get(i));
                }
                return body.say(values);
            }
        };
    }
}
