package org.zhiping.platform.process;

import java.util.Set;

/** The groups that a user task may be offered to; the identity feature provides them. */
@FunctionalInterface
public interface CandidateGroups {

    Set<String> ids();
}
