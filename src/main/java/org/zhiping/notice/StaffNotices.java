package org.zhiping.notice;

import java.util.Collection;
import java.util.Map;

/** Notices to staff: one inbox entry each, by mail too where the routing says so. */
public interface StaffNotices {

    /**
     * In the running transaction; who was told under this key already is not told again.
     *
     * @param kind   the template {@code notice/<locale>/staff-<kind>.ftlh}
     * @param key    what it is about, as {@code reminder:<taskId>:2026-11-30}
     * @param number case or session
     * @param values for the template, no personal data; {@code task} is the id of a user task, moments and days are ISO 8601
     */
    void tell(Collection<String> accounts, String kind, String key, String number, Map<String, String> values);

    /** The same of what somebody did, who is not told of it themself, not even where they stand in for one of these people. */
    void tellOfAct(String by, Collection<String> accounts, String kind, String key, String number, Map<String, String> values);
}
