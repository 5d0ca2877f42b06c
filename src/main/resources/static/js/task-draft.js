// Keeps what is being filled in on the server, a moment after each change, and says how it stands. A window that has not seen what another
// one saved since does not put anything in its place.
const PAUSE_MS = 900, FIRST_RETRY_MS = 3000, LONGEST_RETRY_MS = 60000, MOST_UNHEARD = 8;

/**
 * @param send    what reaches the server
 * @param content what is to be kept now
 * @param seen    version of the draft that the page began with; 0 for none
 * @param tell    says a state, with the time where there is one
 * @param lost    told the refusal when the task is not this person's any more
 * @param newer   told what another window has saved and the values from which both went on; nothing is saved until goOn is called
 */
export function keepDraft({ send, content, seen, tell, lost, newer }) {
  const now = () => JSON.stringify(content().values);
  let kept = now(), unheard = [], timer = 0, running = null, retry = FIRST_RETRY_MS, over = false, held = false;
  const unsaved = () => !over && now() !== kept;

  function changed() {
    if (over || held || !unsaved()) return;
    if (retry === FIRST_RETRY_MS) tell("typing");
    clearTimeout(timer);
    timer = setTimeout(save, PAUSE_MS);
  }

  /** Resolves to whether everything is kept. */
  async function save() {
    await settle();
    if (held || !unsaved()) return !over && !held;
    running = put();
    const done = await running;
    running = null;
    return done;
  }

  /** Waits for what is under way. */
  async function settle() {
    clearTimeout(timer);
    if (running) await running;
  }

  async function put() {
    const sent = content(), text = JSON.stringify(sent.values);
    const { ok, body, trouble } = await send("PUT", `/draft?seen=${seen}`, sent);
    if (ok) {
      stands(text, body.version);
      retry = FIRST_RETRY_MS;
      tell("saved", body.at);
      changed();
      return true;
    }
    if (trouble) {
      unheard = [...unheard, text].slice(-MOST_UNHEARD);
      tell(trouble);
      timer = setTimeout(save, retry);
      retry = Math.min(retry * 2, LONGEST_RETRY_MS);
      return false;
    }
    if (body.code === "task-draft-newer") met(body.draft);
    else if (lost(body)) over = true;
    else tell("refused", body.detail);
    return false;
  }

  function stands(text, version) {
    kept = text;
    seen = version;
    unheard = [];
    held = false;
  }

  /** Another draft is kept than was seen last. @returns whether it came from this window, which had not heard in time that it arrived */
  function met(draft) {
    const text = JSON.stringify(draft.values), own = text === kept || unheard.includes(text);
    if (own) {
      goOn(draft);
    } else {
      clearTimeout(timer);
      held = true;
      newer(draft, JSON.parse(kept));
    }
    return own;
  }

  /** This draft has been seen: what the page has goes in its place. */
  function goOn(draft) {
    stands(JSON.stringify(draft.values), draft.version);
    changed();
  }

  function end() {
    over = true;
    clearTimeout(timer);
    listening.abort();
  }

  const listening = new AbortController();
  addEventListener("online", save, listening);
  addEventListener("focus", save, listening);
  addEventListener("beforeunload", event => { if (unsaved()) { save(); event.preventDefault(); } }, listening);
  return { changed, save, settle, unsaved, met, goOn, end, seen: () => seen, held: () => held };
}
