package org.zhiping.intake;

import java.util.Objects;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.zhiping.platform.Language;
import org.zhiping.platform.Texts;
import org.zhiping.standard.FactSpec;
import org.zhiping.standard.StandardPack;

/** Says questions: in the words of the pack where it asks them, in the product's about occupations and majors. */
@Component
class QuestionTexts {

    private final Texts texts;

    QuestionTexts(Texts texts) {
        this.texts = texts;
    }

    Question said(StandardPack pack, Question question) {
        return new Question(question.id(), question.subject(), fact(pack, question.kind()).map(spec -> spec.question(Language.now()))
                .orElseGet(() -> texts.of("question." + question.kind(), question.subject())));
    }

    /** By its own name, or by that of what it judges, as earlier versions named it. */
    private static Optional<FactSpec> fact(StandardPack pack, String id) {
        return pack.fact(id).filter(spec -> Objects.nonNull(spec.question()))
                .or(() -> pack.facts().stream().filter(spec -> spec.question() != null && id.equals(spec.of())).findFirst());
    }
}
