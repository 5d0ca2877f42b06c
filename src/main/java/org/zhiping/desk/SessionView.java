package org.zhiping.desk;

import java.time.Instant;
import java.util.List;
import org.zhiping.exam.ExamSession;
import org.zhiping.exam.Seat;
import org.zhiping.exam.SessionPlan;
import org.zhiping.exam.SessionSubject;

/** A session as programs see it. Names stay out of it. */
record SessionView(String sessionNumber, String state, String round, String standard, String edition, String level,
                   String direction, String part, Instant startsAt, Integer minutes, String room, Integer capacity,
                   List<String> invigilators, List<String> scorers, List<SeatView> seats) {

    record SeatView(String caseNumber, Integer seat, String state, String attendance) {

        static SeatView of(Seat seat) {
            return new SeatView(seat.caseNumber(), seat.number(), seat.state().name(),
                    seat.attendance() == null ? null : seat.attendance().id());
        }
    }

    static SessionView of(ExamSession session) {
        SessionSubject subject = session.subject();
        SessionPlan plan = session.plan();
        boolean planned = plan != null;
        return new SessionView(session.number(), session.state().name(), subject.round(), subject.standard(),
                subject.edition(), subject.level(), subject.direction(), subject.part(),
                planned ? plan.startsAt() : null, planned ? plan.minutes() : null, planned ? plan.room() : null,
                planned ? plan.capacity() : null, planned ? plan.invigilators() : List.of(),
                planned ? plan.scorers() : List.of(), session.seats().stream().map(SeatView::of).toList());
    }
}
