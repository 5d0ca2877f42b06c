package org.zhiping.exam;

/**
 * A candidate's place in a session.
 *
 * @param number     seat number, or null while the session is only planned
 * @param attendance null until the invigilator has recorded it
 * @param note       the invigilator's remark, or empty
 */
public record Seat(String caseNumber, State state, Integer number, Attendance attendance, String note) {

    /** Chosen at planning, seated, then either recorded at the close or released because the case has ended. */
    public enum State {
        CHOSEN, SEATED, RECORDED, RELEASED
    }

    static Seat chosen(String caseNumber) {
        return new Seat(caseNumber, State.CHOSEN, null, null, "");
    }

    public boolean live() {
        return state == State.CHOSEN || state == State.SEATED;
    }

    public boolean present() {
        return attendance == Attendance.PRESENT;
    }

    Seat seated(int at) {
        return new Seat(caseNumber, State.SEATED, at, null, note);
    }

    Seat attended(Attendance seen, String remark) {
        return new Seat(caseNumber, state, number, seen, remark);
    }

    Seat examinedAgain() {
        return new Seat(caseNumber, State.SEATED, number, attendance, note);
    }

    Seat recorded() {
        return new Seat(caseNumber, State.RECORDED, number, attendance, note);
    }

    Seat released() {
        return new Seat(caseNumber, State.RELEASED, number, attendance, note);
    }
}
