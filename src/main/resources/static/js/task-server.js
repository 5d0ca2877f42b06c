// What a task's page sends. After signing in again in another window the page has the token of a session that is gone: it fetches a new one.
const PATIENCE_MS = 30000;

function token() {
  return JSON.parse(document.body.getAttribute("hx-headers") || "{}");
}

/**
 * @param task   id of the task
 * @param person account id of who has the page open
 * @param page   address of a page with its reader in data-person and a token
 * @param root   address of the product
 */
export function taskServer({ task, person, page, root = "" }) {
  async function ask(method, path, body) {
    return fetch(`${root}/desk/tasks/${task}${path}`, {
      method, redirect: "error", signal: AbortSignal.timeout(PATIENCE_MS), body: body === undefined ? undefined : JSON.stringify(body),
      headers: { Accept: "application/json", "Content-Type": "application/json", "HX-Request": "true", ...token() }
    });
  }

  /** @returns "renewed", or why not: "ended" when nobody is signed in, "someone" when it is somebody else */
  async function renew() {
    const answer = await fetch(page, { headers: { Accept: "text/html" } });
    const fresh = new DOMParser().parseFromString(await answer.text(), "text/html");
    const now = fresh.querySelector("[hx-headers]")?.getAttribute("hx-headers"), reader = fresh.querySelector("[data-person]")?.dataset.person;
    if (answer.url.includes("/sign-in")) return "ended";
    if (reader && reader !== person) return "someone";
    if (!now || now === document.body.getAttribute("hx-headers")) return "same";
    document.body.setAttribute("hx-headers", now);
    fresh.querySelectorAll("[name=_csrf]").forEach(field => document.querySelectorAll("[name=_csrf]").forEach(own => { own.value = field.value; }));
    return "renewed";
  }

  /**
   * @returns {ok, status, body, trouble}: trouble is "failed" when nothing came back, "ended" or "someone" when the session is not this
   *          person's any more; body is what was answered, a problem document when it is refused
   */
  return async function send(method, path, body) {
    try {
      let answer = await ask(method, path, body);
      if (answer.status === 401) return { trouble: "ended" };
      let heard = answer.status === 204 ? {} : await answer.json();
      if (answer.status === 403 && heard.code === "http-403") {
        const state = await renew();
        if (state === "ended" || state === "someone") return { trouble: state };
        if (state === "renewed") {
          answer = await ask(method, path, body);
          heard = answer.status === 204 ? {} : await answer.json();
        }
      }
      return { ok: answer.ok, status: answer.status, body: heard, trouble: answer.status >= 500 ? "failed" : null };
    } catch (away) {
      return { trouble: "failed" };
    }
  };
}
