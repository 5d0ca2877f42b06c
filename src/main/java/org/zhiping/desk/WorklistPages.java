package org.zhiping.desk;

import jakarta.servlet.http.HttpSession;
import java.util.List;
import org.springframework.http.HttpStatusCode;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import org.zhiping.identity.CurrentUser;
import org.zhiping.platform.Refusal;
import org.zhiping.platform.Texts;
import org.zhiping.platform.web.Page;
import org.zhiping.platform.web.PageForm;
import org.zhiping.worklist.ManyTasks;
import org.zhiping.worklist.NextTask;
import org.zhiping.worklist.WorkCursor;
import org.zhiping.worklist.WorkFilter;
import org.zhiping.worklist.WorkItem;
import org.zhiping.worklist.WorkReader;
import org.zhiping.worklist.WorkReaders;
import org.zhiping.worklist.WorkView;
import org.zhiping.worklist.Worklist;

/** The work list of those who decide hundreds of tasks a day. */
@Page
@RequestMapping("/desk/worklist")
class WorklistPages {

    private static final int PAGE = 50;
    private static final int MOST_FOUND = 200;
    private static final String HOME = "redirect:/desk/worklist";
    private static final String LAST_VIEW = WorkView.class.getName();

    private final Worklist worklist;
    private final NextTask next;
    private final ManyTasks many;
    private final WorklistLines lines;
    private final WorkReaders readers;
    private final CurrentUser user;
    private final Texts texts;

    WorklistPages(Worklist worklist, NextTask next, ManyTasks many, WorklistLines lines, WorkReaders readers, CurrentUser user, Texts texts) {
        this.worklist = worklist;
        this.next = next;
        this.many = many;
        this.lines = lines;
        this.readers = readers;
        this.user = user;
        this.texts = texts;
    }

    @GetMapping
    ModelAndView list(@RequestParam(defaultValue = "") String view, @RequestParam(defaultValue = "") String after, HttpSession session) {
        WorkView last = session.getAttribute(LAST_VIEW) instanceof WorkView kept ? kept : WorkView.WAITING;
        WorkView wanted = WorkView.of(view).orElse(last);
        session.setAttribute(LAST_VIEW, wanted);
        return page(wanted, WorkCursor.of(after), WorklistWish.kept(session), PageForm.empty(), Chosen.NONE, 200);
    }

    /** Rows that were ticked, and the colleague they are for: what is left as it was when an act is refused as a whole. */
    public record Chosen(List<String> tasks, String to) {

        private static final Chosen NONE = new Chosen(List.of(), "");
    }

    private ModelAndView page(WorkView view, WorkCursor after, WorklistWish wish, PageForm form, Chosen chosen, int status) {
        WorkReader reader = reader();
        boolean search = !wish.sought().isEmpty();
        int most = search ? MOST_FOUND : PAGE;
        List<WorkItem> found = search ? worklist.search(reader, wish.sought(), wish.filter(), most + 1)
                : worklist.page(reader, view, wish.filter(), after, most + 1);
        if (found.isEmpty() && after != null) {
            return page(view, null, wish, form, chosen, status);
        }
        List<WorkItem> shown = found.stream().limit(most).toList();
        ModelAndView page = new ModelAndView("desk/worklist", HttpStatusCode.valueOf(status));
        page.addObject("lines", lines.of(shown));
        page.addObject("more", found.size() > most && !search ? shown.get(most - 1).cursor().text() : "");
        page.addObject("tooMany", found.size() > most && search);
        page.addObject("counts", worklist.counts(reader, wish.filter()).entrySet().stream().map(count -> new Count(count.getKey().id(),
                count.getValue() > Worklist.COUNTED ? Worklist.COUNTED + "+" : String.valueOf(count.getValue()))).toList());
        page.addObject("view", search ? "" : view.id());
        page.addObject("list", view.id());
        page.addObject("after", after == null ? "" : after.text());
        page.addObject("chosen", chosen);
        page.addObject("wish", wish);
        page.addObject("form", form);
        page.addObject("levels", lines.levels());
        page.addObject("rounds", lines.roundsToChoose());
        page.addObject("steps", lines.stepsToChoose(worklist.steps(reader)));
        page.addObject("colleagues", lines.colleagues(reader));
        return page;
    }

    /** The length of one list, as a tab says it. */
    public record Count(String view, String number) {
    }

    @PostMapping("/filter")
    String filter(@RequestParam(defaultValue = "") String level, @RequestParam(defaultValue = "") String round, @RequestParam(defaultValue = "") String step,
                  @RequestParam(defaultValue = "") String sought, @RequestParam(defaultValue = "waiting") String view, HttpSession session) {
        reader();
        WorklistWish.of(level, round, step, sought).keep(session);
        return HOME + "?view=" + WorkView.of(view).orElse(WorkView.WAITING).id();
    }

    /** Takes the next task; from a task, first of what the person has already. */
    @PostMapping("/next")
    String next(@RequestParam(defaultValue = "") String step, @RequestParam(defaultValue = "") String after, HttpSession session, RedirectAttributes told) {
        WorkFilter filter = WorklistWish.kept(session).filter();
        return lead(step.isEmpty() ? next.claim(reader(), filter) : next.goOn(reader(), filter, step, WorkCursor.of(after)), told);
    }

    /** Taking is an act; whoever only comes to its address, as after a sign-in in between, finds the list. */
    @GetMapping("/next")
    String nothingTaken() {
        return HOME;
    }

    private String lead(NextTask.Found found, RedirectAttributes told) {
        if (found.taken() != null) {
            return "redirect:" + lines.of(List.of(found.taken())).get(0).href();
        }
        told.addFlashAttribute("done", found.barred() > 0 ? "worklist.next.barred" : "worklist.next.none");
        return HOME;
    }

    @PostMapping("/claim")
    ModelAndView claim(@RequestParam(defaultValue = "") List<String> task, Place place, HttpSession session, RedirectAttributes told) {
        return together(() -> many.claim(reader(), task), "worklist.claimed", new Chosen(task, ""), place, session, told);
    }

    /** One, and on to it; what stands in the way is said above the list. */
    @PostMapping("/claim/{id}")
    ModelAndView claim(@PathVariable String id, Place place, HttpSession session, RedirectAttributes told) {
        List<ManyTasks.Result> results = many.claim(reader(), List.of(id));
        return results.stream().allMatch(ManyTasks.Result::done) ? new ModelAndView("redirect:/desk/tasks/" + id)
                : together(() -> results, "worklist.not-claimed", Chosen.NONE, place, session, told);
    }

    @PostMapping("/assign")
    ModelAndView assign(@RequestParam(defaultValue = "") List<String> task, @RequestParam(defaultValue = "") String to, Place place, HttpSession session,
                        RedirectAttributes told) {
        return together(() -> many.assign(reader(), task, to), "worklist.assigned", new Chosen(task, to), place, session, told);
    }

    /** To the lead who asks, and on to it; what stands in the way is said above the list. */
    @PostMapping("/assign/{id}")
    ModelAndView takeOver(@PathVariable String id, Place place, HttpSession session, RedirectAttributes told) {
        List<ManyTasks.Result> results = many.assign(reader(), List.of(id), user.id());
        return results.stream().allMatch(ManyTasks.Result::done) ? new ModelAndView("redirect:/desk/tasks/" + id)
                : together(() -> results, "worklist.not-taken-over", Chosen.NONE, place, session, told);
    }

    /** The list and the page of it that an act was done on, and to which it leads back. */
    record Place(String view, String after) {

        private WorkView list() {
            return view == null ? WorkView.WAITING : WorkView.of(view).orElse(WorkView.WAITING);
        }
    }

    private interface Acts {
        List<ManyTasks.Result> done();
    }

    private ModelAndView together(Acts acts, String news, Chosen chosen, Place place, HttpSession session, RedirectAttributes told) {
        WorkCursor after = WorkCursor.of(place.after());
        try {
            List<ManyTasks.Result> results = acts.done();
            told.addFlashAttribute("heading", texts.of(news, results.stream().filter(ManyTasks.Result::done).count(), results.size()));
            told.addFlashAttribute("refusals", lines.told(results.stream().filter(result -> !result.done()).toList()));
        } catch (Refusal refusal) {
            return page(place.list(), after, WorklistWish.kept(session), PageForm.empty().with(texts, refusal), chosen, refusal.kind().status());
        }
        return new ModelAndView(HOME + "?view=" + place.list().id() + (after == null ? "" : "&after=" + after.text()));
    }

    private WorkReader reader() {
        user.require(DeskRoles.CASE_WORK);
        return readers.of(user.id());
    }
}
