package org.zhiping.group;

import java.util.List;
import org.zhiping.intake.Claims;
import org.zhiping.platform.Refusal.Fault;

/** Somebody a row asks to be taken in. */
record Applicant(String name, String phone, String email, String level, String direction, Claims claims, List<Fault> faults) {
}
