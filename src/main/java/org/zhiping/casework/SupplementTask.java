package org.zhiping.casework;

import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.zhiping.intake.Applications;
import org.zhiping.intake.MaterialsSupplemented;
import org.zhiping.platform.process.Tasks;

/** Completes the applicant's only task, in the transaction in which the application was handed in again. */
@Component
class SupplementTask {

    private final Tasks tasks;
    private final Applications applications;

    SupplementTask(Tasks tasks, Applications applications) {
        this.tasks = tasks;
        this.applications = applications;
    }

    @EventListener
    void on(MaterialsSupplemented event) {
        tasks.completeFor(event.caseNumber(), "supplement-materials", applications.find(event.caseNumber()).applicant());
    }
}
