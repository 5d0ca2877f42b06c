package org.zhiping.exam;

import static org.zhiping.exam.SessionState.ABANDONED;
import static org.zhiping.exam.SessionState.ATTENDED;
import static org.zhiping.exam.SessionState.CLOSED;
import static org.zhiping.exam.SessionState.OPENED;
import static org.zhiping.exam.SessionState.PLANNED;
import static org.zhiping.exam.SessionState.SCORED;
import static org.zhiping.exam.SessionState.SEATED;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.zhiping.platform.Refusal;

/** One sitting 考试场次 from its opening to its close. Every act refuses a state that it does not fit. */
public final class ExamSession {

    /** What the second person said about the scores. */
    public record Verdict(boolean verified, String by, String reason) {
    }

    private final String number;
    private final SessionSubject subject;
    private final int version;
    private SessionState state;
    private SessionPlan plan;
    private List<Seat> seats;
    private Verdict verdict;

    ExamSession(String number, SessionSubject subject, SessionState state, SessionPlan plan, List<Seat> seats,
                Verdict verdict, int version) {
        this.number = number;
        this.subject = subject;
        this.state = state;
        this.plan = plan;
        this.seats = List.copyOf(seats);
        this.verdict = verdict;
        this.version = version;
    }

    static ExamSession open(String number, SessionSubject subject) {
        return new ExamSession(number, subject, OPENED, null, List.of(), null, 0);
    }

    /** For a second reader in the same transaction. */
    ExamSession copy() {
        return new ExamSession(number, subject, state, plan, seats, verdict, version);
    }

    /** May be repeated until the staffing suffices. */
    void plan(SessionPlan wanted, List<String> cases, Instant now) {
        expect(OPENED, PLANNED);
        if (!wanted.startsAt().isAfter(now)) {
            throw Refusal.invalid("startsAt", "session-start-past");
        }
        if (cases.isEmpty()) {
            throw Refusal.invalid("candidates", "session-candidates-needed");
        }
        if (wanted.invigilators().isEmpty()) {
            throw Refusal.invalid("invigilators", "session-invigilators-needed");
        }
        if (wanted.scorers().isEmpty()) {
            throw Refusal.invalid("scorers", "session-scorers-needed");
        }
        if (wanted.capacity() != null && wanted.capacity() < cases.size()) {
            throw Refusal.invalid("capacity", "session-room-too-small", wanted.capacity(), cases.size());
        }
        plan = wanted;
        seats = cases.stream().distinct().map(Seat::chosen).toList();
        state = PLANNED;
    }

    /** Gives seats in the order of choice; whoever is no longer a candidate loses the place. */
    void seat(Set<String> stillCandidates) {
        expect(PLANNED);
        List<Seat> placed = new ArrayList<>();
        int next = 1;
        for (Seat seat : seats) {
            boolean stays = seat.live() && stillCandidates.contains(seat.caseNumber());
            placed.add(stays ? seat.seated(next++) : seat.released());
        }
        seats = List.copyOf(placed);
        state = SEATED;
    }

    /** Takes a line for each live seat; lines of candidates who have withdrawn meanwhile are passed over. */
    void recordAttendance(List<AttendanceMark> marks, String invigilator) {
        expect(SEATED);
        if (!plan.invigilators().contains(invigilator)) {
            throw Refusal.forbidden("not-an-invigilator", number);
        }
        Map<String, AttendanceMark> byCase = marks.stream()
                .collect(Collectors.toMap(AttendanceMark::caseNumber, Function.identity(), (first, again) -> {
                    throw Refusal.invalid("candidates", "attendance-twice", again.caseNumber());
                }));
        byCase.keySet().stream().filter(mark -> seat(mark).isEmpty()).findFirst().ifPresent(stranger -> {
            throw Refusal.invalid("candidates", "not-a-candidate", stranger);
        });
        replaceLive(seat -> {
            AttendanceMark mark = byCase.get(seat.caseNumber());
            if (mark == null) {
                throw Refusal.invalid("candidates", "attendance-missing", seat.number());
            }
            return seat.attended(mark.attendance(), mark.note());
        });
        state = ATTENDED;
    }

    void checkScoring() {
        expect(ATTENDED);
    }

    /** All sheets are confirmed. */
    void scored() {
        expect(ATTENDED);
        state = SCORED;
        verdict = null;
    }

    /** A second person looks at the scores; sending them back needs a reason. */
    void verify(Verdict given) {
        expect(SCORED);
        if (plan.scorers().contains(given.by())) {
            throw Refusal.forbidden("verifier-has-scored");
        }
        if (!given.verified() && given.reason().isBlank()) {
            throw Refusal.invalid("reason", "reason-needed");
        }
        verdict = given;
    }

    /** The scorers go over their sheets again. */
    void reopen() {
        expect(SCORED);
        if (verdict == null || verdict.verified()) {
            throw Refusal.conflict("session-not-sent-back", number);
        }
        state = ATTENDED;
    }

    /** Somebody else scores instead: the session waits for that sheet, whatever a verifier has said so far. */
    void replaceScorer(String leaving, String successor) {
        expect(ATTENDED, SCORED);
        if (!plan.scorers().contains(leaving)) {
            throw Refusal.invalid("leaving", "scorer-unknown", leaving);
        }
        if (plan.scorers().contains(successor)) {
            throw Refusal.invalid("successor", "scorer-already", successor);
        }
        plan = plan.withScorer(leaving, successor);
        state = ATTENDED;
        verdict = null;
    }

    /** Before the exam somebody else invigilates or scores. */
    void replaceStaff(String leaving, String successor) {
        expect(SEATED);
        List<List<String>> duties = Stream.of(plan.invigilators(), plan.scorers()).filter(people -> people.contains(leaving)).toList();
        if (duties.isEmpty()) {
            throw Refusal.invalid("leaving", "session-staff-unknown", leaving);
        }
        if (duties.stream().anyMatch(people -> people.contains(successor))) {
            throw Refusal.invalid("successor", "session-staff-already", successor);
        }
        plan = plan.with(leaving, successor);
    }

    void close() {
        expect(SCORED);
        if (verdict == null || !verdict.verified()) {
            throw Refusal.conflict("session-not-verified", number);
        }
        replaceLive(Seat::recorded);
        state = CLOSED;
    }

    /** Something in it has been declared void: this candidate's paper is scored or verified again. What the others have stands. */
    void reopenFor(String caseNumber, SessionState at) {
        expect(CLOSED);
        if (seat(caseNumber).filter(seat -> seat.state() == Seat.State.RECORDED).isEmpty()) {
            throw Refusal.conflict("not-a-candidate", caseNumber);
        }
        seats = seats.stream().map(seat -> seat.caseNumber().equals(caseNumber) ? seat.examinedAgain() : seat).toList();
        state = at;
        verdict = null;
    }

    /** Nobody is left to be examined. */
    void abandon() {
        expect(PLANNED, SEATED, ATTENDED, SCORED);
        if (seats.stream().anyMatch(Seat::live)) {
            throw Refusal.conflict("session-state", number);
        }
        state = ABANDONED;
    }

    private void replaceLive(UnaryOperator<Seat> change) {
        seats = seats.stream().map(seat -> seat.live() ? change.apply(seat) : seat).toList();
    }

    private void expect(SessionState... allowed) {
        if (!Arrays.asList(allowed).contains(state)) {
            throw Refusal.conflict("session-state", number);
        }
    }

    public String number() {
        return number;
    }

    public SessionSubject subject() {
        return subject;
    }

    public SessionState state() {
        return state;
    }

    /** Null until the session is planned. */
    public SessionPlan plan() {
        return plan;
    }

    public List<Seat> seats() {
        return seats;
    }

    public Optional<Seat> seat(String caseNumber) {
        return seats.stream().filter(seat -> seat.caseNumber().equals(caseNumber)).findFirst();
    }

    /** Candidates whose papers are to be scored; of a closed session those whose papers were. */
    public List<Seat> present() {
        return seats.stream().filter(seat -> seat.state() != Seat.State.RELEASED && seat.present())
                .filter(seat -> state == CLOSED || seat.state() != Seat.State.RECORDED).toList();
    }

    /** Null until a verifier has spoken, and again once corrected scores are complete. */
    public Verdict verdict() {
        return verdict;
    }

    int version() {
        return version;
    }
}
