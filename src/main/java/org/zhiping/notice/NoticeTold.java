package org.zhiping.notice;

/** A notice is in somebody's inbox; published once for each, in the transaction that put it there. */
public record NoticeTold(long id, String account, String kind) {

    public boolean forStaff() {
        return StaffNotifier.tells(kind);
    }
}
