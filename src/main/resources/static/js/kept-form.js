// A half-filled form of a task, at the desk and in Tasklist: its draft on the server, what another window has made of it, and what is said
// of both in the parts of kept-form.ftlh.
import { show, values } from "./form-viewer.js";
import { inWords, merge, putBack } from "./form-words.js";
import { keepDraft } from "./task-draft.js";

const SETTLING_MS = 150;
const FAULTS = ["failed", "ended", "someone", "refused", "newer"];
const AWAY = /^task-(not-open|held|done|done-by-you|called-off|case-|session-|of-another|not-yours|unclaimed)/;

/**
 * @param place where the parts are
 * @param words what they say, by state
 * @param send  what reaches the server
 * @param lost  told the refusal, once, when the task is not this person's any more
 */
export function keepForm({ place, words, send, lost }) {
  const at = id => place.querySelector(`#${id}`);
  let form, schema, shown, draft, other, joined = "", away = false;

  function tell(state, what) {
    const text = state === "refused" ? what : (words[state] || "").replace("{0}", what || "");
    if (state === "merged") joined = text;
    at("state").textContent = state === "saved" ? `${text} ${joined}`.trim() : text;
    at("state").className = FAULTS.includes(state) ? "fault" : "";
    at("sign-in").hidden = state !== "ended" && state !== "someone";
  }

  const content = () => ({ values: values(form), text: inWords(schema, shown, values(form)) });

  /** The form stands there with what was kept. @param fits whether all of it had a place. @returns its draft */
  async function begin(opened, kept, fits) {
    ({ form, schema, shown } = opened);
    // The form settles first: what it makes of the data by itself is nobody's typing.
    await new Promise(done => setTimeout(done, SETTLING_MS));
    if (kept) tell("draft", kept.at);
    if (!fits) showTyped(words.moved, kept.text);
    draft = keepDraft({ send, content, seen: kept?.version ?? 0, tell, lost: toldAway, newer });
    form.on("changed", draft.changed);
    return draft;
  }

  /** What was filled in goes on in a form that was made anew. */
  function goOnIn(again) {
    const typed = values(form);
    form = again;
    show(form, putBack(schema, shown, typed).data);
    form.on("changed", draft.changed);
  }

  function showTyped(heading, text) {
    if (!text) return;
    at("typed-text").value = text;
    if (heading) place.querySelector("label[for=typed-text]").textContent = heading;
    at("typed").hidden = false;
  }

  // Another window of this person has saved since. What only one of the two changed is brought together; where both changed the same, the
  // person says which is to stand, and the other stays in sight.
  function newer(theirs, base) {
    const { value, clash } = merge(base, values(form), theirs.values);
    other = theirs;
    if (!clash) {
      goOnWith(value);
      tell("merged", theirs.at);
      return;
    }
    tell("newer", theirs.at);
    at("newer-text").value = theirs.text;
    at("newer").hidden = false;
  }

  function goOnWith(value) {
    show(form, putBack(schema, shown, value).data);
    at("newer").hidden = true;
    draft.goOn(other);
  }

  /** @returns whether the refusal says that the task is not this person's any more */
  function toldAway(refusal) {
    const gone = AWAY.test(refusal.code || "");
    if (!gone || away) return gone;
    away = true;
    draft?.end();
    showTyped("", content().text);
    form.setProperty("readOnly", true);
    lost(refusal);
    return true;
  }

  // Whoever comes back to the window is told what happened meanwhile.
  async function seen() {
    if (!draft || away) return;
    if (document.visibilityState === "hidden" || draft.unsaved()) {
      draft.save();
      return;
    }
    const { ok, body, trouble } = await send("GET", `/mine?seen=${draft.seen()}`);
    if (!ok && !trouble) toldAway(body);
    else if (ok && body.draft && !draft.unsaved()) draft.met(body.draft);
  }

  at("take-theirs")?.addEventListener("click", () => {
    const mine = content().text;
    goOnWith(other.values);
    showTyped(words.mine, mine);
    tell("saved", other.at);
  });
  at("keep-mine")?.addEventListener("click", () => {
    goOnWith(values(form));
    showTyped(words.theirs, other.text);
  });
  at("copy")?.addEventListener("click", async () => {
    at("typed-text").select();
    try {
      await navigator.clipboard.writeText(at("typed-text").value);
    } catch (notAllowed) {
      document.execCommand("copy");
    }
    at("copied").textContent = words.copied;
  });
  document.addEventListener("visibilitychange", seen);

  function end() {
    draft?.end();
    document.removeEventListener("visibilitychange", seen);
  }

  return { place, tell, begin, goOnIn, toldAway, end, away: () => away };
}
