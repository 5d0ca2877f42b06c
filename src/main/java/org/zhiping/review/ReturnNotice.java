package org.zhiping.review;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import org.zhiping.intake.Application;
import org.zhiping.intake.Applications;
import org.zhiping.intake.Milestone;
import org.zhiping.intake.MilestoneReached;
import org.zhiping.intake.MilestoneWords;
import org.zhiping.platform.Language;
import org.zhiping.platform.Texts;

/**
 * Tells in the notice of a return which items it names, by the words of their codes. What a reviewer wrote about a person stays sealed
 * in the review and is read on the case page: notices travel by mail.
 */
@Component
class ReturnNotice implements MilestoneWords {

    private final Applications applications;
    private final Returns returns;
    private final Texts texts;

    ReturnNotice(Applications applications, Returns returns, Texts texts) {
        this.applications = applications;
        this.returns = returns;
        this.texts = texts;
    }

    @Override
    public Milestone milestone() {
        return Milestone.RETURNED;
    }

    /** {@code items}: a line each. */
    @Override
    public Map<String, String> of(MilestoneReached reached, Locale language) {
        return Language.said(language, () -> {
            Application application = applications.find(reached.caseNumber());
            List<ReturnedItem> items = returns.current(application);
            return items.isEmpty() ? Map.of() : Map.of("items", items.stream().map(this::line).collect(Collectors.joining("\n")));
        });
    }

    private String line(ReturnedItem item) {
        String said = item.reasons().isEmpty() ? texts.of("review.notice.see", item.state().name())
                : texts.of("review.notice.item", item.state().name(), item.wrong(Language.now()), String.join(Language.now().equals(Language.ENGLISH) ? " " : "", item.advice()));
        return said.replaceAll("\\s+", " ");
    }
}
