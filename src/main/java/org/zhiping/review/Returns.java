package org.zhiping.review;

import java.util.List;
import org.zhiping.intake.Application;

/** What returns have named, item by item. Returns of earlier versions named nothing. */
public interface Returns {

    /** What the applicant has to put right now; empty unless returned, and where the whole application was given back. */
    List<ReturnedItem> current(Application application);

    /** What the return at the end of this review round named, and how that stands now. */
    List<ReturnedItem> of(Application application, int number);
}
