package org.zhiping.desk;

import jakarta.servlet.http.HttpServletRequest;
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
    ModelAndView list(@RequestParam(defaultValue = "waiting") String view, @RequestParam(defaultValue = "") String after, HttpSession session) {
        return page(WorkView.of(view).orElse(WorkView.WAITING), WorkCursor.of(after), WorklistWish.kept(session), PageForm.empty(), 200);
    }

    private ModelAndView page(WorkView view, WorkCursor after, WorklistWish wish, PageForm form, int status) {
        WorkReader reader = reader();
        boolean search = !wish.sought().isEmpty();
        int most = search ? MOST_FOUND : PAGE;
        List<WorkItem> found = search ? worklist.search(reader, wish.sought(), wish.filter(), most + 1)
                : worklist.page(reader, view, wish.filter(), after, most + 1);
        List<WorkItem> shown = found.stream().limit(most).toList();
        ModelAndView page = new ModelAndView("desk/worklist", HttpStatusCode.valueOf(status));
        page.addObject("lines", lines.of(shown));
        page.addObject("more", found.size() > most && !search ? shown.get(most - 1).cursor().text() : "");
        page.addObject("tooMany", found.size() > most && search);
        page.addObject("counts", worklist.counts(reader, wish.filter()).entrySet().stream().map(count -> new Count(count.getKey().id(),
                count.getValue() > Worklist.COUNTED ? Worklist.COUNTED + "+" : String.valueOf(count.getValue()))).toList());
        page.addObject("view", search ? "" : view.id());
        page.addObject("first", after == null);
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

    @PostMapping("/next")
    String next(HttpSession session, RedirectAttributes told) {
        NextTask.Found found = next.claim(reader(), WorklistWish.kept(session).filter());
        if (found.taken() != null) {
            return "redirect:" + lines.of(List.of(found.taken())).get(0).href();
        }
        told.addFlashAttribute("done", found.barred() > 0 ? "worklist.next.barred" : "worklist.next.none");
        return HOME;
    }

    /** The way on after a task. A browser comes here from a page of ours; an address on another site only leads to the list. */
    @GetMapping("/next")
    String goOn(HttpServletRequest request, HttpSession session, RedirectAttributes told) {
        String from = request.getHeader("Sec-Fetch-Site");
        return (from == null || from.equals("same-origin")) && request.getHeader("Sec-Purpose") == null ? next(session, told) : HOME;
    }

    @PostMapping("/claim")
    ModelAndView claim(@RequestParam(required = false) List<String> task, @RequestParam(defaultValue = "waiting") String view, HttpSession session, RedirectAttributes told) {
        return together(() -> many.claim(reader(), task), "worklist.claimed", view, session, told);
    }

    /** One, and on to it; what stands in the way is said above the list. */
    @PostMapping("/claim/{id}")
    ModelAndView claim(@PathVariable String id, @RequestParam(defaultValue = "waiting") String view, HttpSession session, RedirectAttributes told) {
        List<ManyTasks.Result> results = many.claim(reader(), List.of(id));
        return results.stream().allMatch(ManyTasks.Result::done) ? new ModelAndView("redirect:/desk/tasks/" + id)
                : together(() -> results, "worklist.claimed", view, session, told);
    }

    @PostMapping("/assign")
    ModelAndView assign(@RequestParam(required = false) List<String> task, @RequestParam(defaultValue = "") String to,
                        @RequestParam(defaultValue = "waiting") String view, HttpSession session, RedirectAttributes told) {
        return together(() -> many.assign(reader(), task, to), "worklist.assigned", view, session, told);
    }

    private interface Acts {
        List<ManyTasks.Result> done();
    }

    private ModelAndView together(Acts acts, String news, String id, HttpSession session, RedirectAttributes told) {
        WorkView view = WorkView.of(id).orElse(WorkView.WAITING);
        try {
            List<ManyTasks.Result> results = acts.done();
            told.addFlashAttribute("heading", texts.of(news, results.stream().filter(ManyTasks.Result::done).count(), results.size()));
            told.addFlashAttribute("refusals", lines.told(results.stream().filter(result -> !result.done()).toList()));
        } catch (Refusal refusal) {
            return page(view, null, WorklistWish.kept(session), PageForm.empty().with(texts, refusal), refusal.kind().status());
        }
        return new ModelAndView(HOME + "?view=" + view.id());
    }

    private WorkReader reader() {
        user.require(DeskRoles.CASE_WORK);
        return readers.of(user.id());
    }
}
