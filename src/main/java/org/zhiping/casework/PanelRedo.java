package org.zhiping.casework;

import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Component;
import org.zhiping.exam.Panel;
import org.zhiping.exam.PanelState;
import org.zhiping.exam.Panels;
import org.zhiping.exam.PartRedo;
import org.zhiping.platform.Refusal;
import org.zhiping.result.PartOutcome;
import org.zhiping.result.Results;

/** A panel in which an act is void is recalled and appointed again; whoever stays on it keeps the score. */
@Component
class PanelRedo implements Redo {

    private final Panels panels;
    private final Results results;
    private final PartRedo parts;
    private final PartAgain again;

    PanelRedo(Panels panels, Results results, PartRedo parts, PartAgain again) {
        this.panels = panels;
        this.results = results;
        this.parts = parts;
        this.again = again;
    }

    @Override
    public Set<String> tasks() {
        return Set.of("appoint-panel", "score-candidate", "confirm-minutes");
    }

    @Override
    public Done again(Wish wish) {
        String caseNumber = wish.caseNumber();
        Optional<Panel> atWork = panels.atWork(caseNumber);
        if (atWork.isPresent()) {
            return atWork.get().state() == PanelState.RECALLED || atWork.get().state() == PanelState.OPENED || gone(wish, atWork.get())
                    ? Done.marked() : recalled(wish);
        }
        Panel concluded = results.parts(caseNumber).stream().map(PartOutcome::part).flatMap(part -> panels.find(caseNumber, part).stream())
                .reduce((earlier, later) -> later).orElseThrow(() -> Refusal.conflict("panel-none", caseNumber));
        if (gone(wish, concluded)) {
            return Done.marked();
        }
        again.require(caseNumber);
        String minutes = concluded.minutes();
        parts.reviewAgain(caseNumber, concluded.part(), wish.reason(), wish.by());
        return new Done(minutes == null ? "" : minutes, again.begin(caseNumber, concluded.part()), false);
    }

    private Done recalled(Wish wish) {
        panels.recall(wish.caseNumber(), wish.reason(), wish.by());
        return Done.marked();
    }

    /** Whose score was void already when the panel was appointed anew. */
    private static boolean gone(Wish wish, Panel panel) {
        return !wish.latest() || !wish.act().task().equals("appoint-panel") && !panel.plan().members().contains(wish.act().account());
    }
}
