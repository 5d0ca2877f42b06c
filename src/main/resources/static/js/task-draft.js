// Keeps what is being filled in on the server, a moment after each change, and says how it stands.
import { send } from "./task-server.js";

const PAUSE_MS = 900, FIRST_RETRY_MS = 3000, LONGEST_RETRY_MS = 60000;

/**
 * @param content what is to be kept now
 * @param tell    says a state, with the time where there is one
 * @param lost    told the refusal when the task is not this person's any more
 */
export function keepDraft(content, tell, lost) {
  let kept = JSON.stringify(content()), timer = 0, running = null, retry = FIRST_RETRY_MS, over = false;
  const unsaved = () => !over && JSON.stringify(content()) !== kept;

  function changed() {
    if (over || !unsaved()) return;
    if (retry === FIRST_RETRY_MS) tell("typing");
    clearTimeout(timer);
    timer = setTimeout(save, PAUSE_MS);
  }

  /** Resolves to whether everything is kept. */
  async function save() {
    clearTimeout(timer);
    if (running) await running;
    if (!unsaved()) return !over;
    running = put();
    const done = await running;
    running = null;
    return done;
  }

  async function put() {
    const now = content(), text = JSON.stringify(now);
    const { ok, body, trouble } = await send("PUT", "/draft", now);
    if (ok) {
      kept = text;
      retry = FIRST_RETRY_MS;
      tell("saved", body.at);
      if (unsaved()) changed();
      return true;
    }
    if (trouble) {
      tell(trouble);
      timer = setTimeout(save, retry);
      retry = Math.min(retry * 2, LONGEST_RETRY_MS);
      return false;
    }
    if (lost(body)) over = true;
    else tell("refused", body.detail);
    return false;
  }

  addEventListener("online", save);
  addEventListener("beforeunload", event => { if (unsaved()) { save(); event.preventDefault(); } });
  return { changed, save, unsaved, end: () => { over = true; clearTimeout(timer); } };
}
