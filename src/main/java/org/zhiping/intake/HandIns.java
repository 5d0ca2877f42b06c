package org.zhiping.intake;

import java.util.List;

/** Every statement of an applicant as it was handed in, and what changed from one to the next. */
public interface HandIns {

    /** Keeps the claims as they are being handed in. */
    void keep(Application application);

    /** Oldest first. */
    List<HandIn> of(String caseNumber);

    /** One answer for each time the application was handed in again, oldest first. */
    List<Resubmission> resubmissions(Application application);
}
