// The application form saves itself. What is typed stays on the page until the server has said that it is kept: a lost answer, a
// server that is away or a session that has ended is waited out. No field is exchanged while somebody is in it.
(() => {
  const form = document.getElementById("draft");
  if (!form) return;
  const PAUSE_MS = 1200, SOON_MS = 200, PATIENCE_MS = 20000, FIRST_RETRY_MS = 2000, LONGEST_RETRY_MS = 60000, MOST_UNHEARD = 8;
  const NOT_TYPED = /^(version|base|against|act|sent|choice\..*|_csrf)$/;
  const shown = document.getElementById("draft-shown"), said = document.getElementById("draft-said");
  const signIn = document.getElementById("draft-sign-in"), agree = document.getElementById("draft-consent");
  let timer = 0, retryIn = FIRST_RETRY_MS, composing = false, running = null, waiting = false, renew = false, leaving = false;
  let unheard = [], kept = typed();
  const left = new Set();

  function typed() {
    const fields = {};
    for (const [name, value] of new FormData(form)) if (!NOT_TYPED.test(name)) fields[name] = value;
    return fields;
  }
  const same = (one, other) => JSON.stringify(one) === JSON.stringify(other);
  const unsaved = () => !same(kept, typed());
  const settling = () => document.querySelector("#conflict [data-difference]") !== null;

  // Says how the draft stands: each change for the eye, to a listener only what they have to know.
  function tell(state, time, aloud) {
    const text = form.dataset[state].replace("{0}", time || "");
    form.dataset.state = state;
    shown.textContent = text;
    signIn.hidden = state !== "ended" && state !== "someone";
    agree.hidden = state !== "consent";
    if (aloud && said.textContent !== text) said.textContent = text;
    if (!aloud) said.textContent = "";
  }

  function soon(pause) {
    if (waiting) return;
    clearTimeout(timer);
    timer = setTimeout(() => save(), pause);
  }

  // Resolves to whether everything on the page is kept. One request at a time; who asks meanwhile waits for the next one.
  function save(act) {
    clearTimeout(timer);
    if (composing && !act) return Promise.resolve(false);
    if (running) return running.then(() => save(act));
    if (!act && !unsaved() && unheard.length === 0) return Promise.resolve(!settling());
    running = send(act).finally(() => { running = null; });
    return running.then(done => {
      if (done && unsaved()) soon(PAUSE_MS);
      return done && !unsaved();
    });
  }

  async function send(act) {
    const fields = typed();
    const body = new URLSearchParams(new FormData(form));
    if (act) body.set("act", act);
    if (unheard.length) body.set("sent", JSON.stringify(unheard));
    if (!["failed", "ended", "consent"].includes(form.dataset.state)) tell("saving");
    const patience = new AbortController(), clock = setTimeout(() => patience.abort(), PATIENCE_MS);
    try {
      const answer = await fetch(form.dataset.draft, { method: "POST", body, signal: patience.signal, redirect: "error",
        headers: { "HX-Request": "true", "X-CSRF-TOKEN": form.elements._csrf ? form.elements._csrf.value : "" } });
      const page = new DOMParser().parseFromString(await answer.text(), "text/html");
      return await hear(answer, page, fields);
    } catch (away) {
      unheard = unheard.filter(one => !same(one, fields)).concat([fields]).slice(-MOST_UNHEARD);
      return later("failed");
    } finally {
      clearTimeout(clock);
    }
  }

  function later(state) {
    tell(state, "", true);
    waiting = true;
    clearTimeout(timer);
    timer = setTimeout(again, retryIn);
    retryIn = Math.min(retryIn * 2, LONGEST_RETRY_MS);
    return false;
  }

  function again() {
    if (!waiting) return;
    waiting = false;
    save();
  }

  async function hear({ status, headers }, page, fields) {
    const answer = page.getElementById("draft-answer");
    if (status === 401) return later("ended");
    if (status === 403 && headers.has("HX-Redirect")) return later("consent");
    if (status === 403) return await freshToken() ? send() : later("ended");
    if (status === 404) return later("someone");
    if (!answer) return later("failed");
    waiting = false;
    if (answer.dataset.refused !== undefined) {
      retryIn = FIRST_RETRY_MS;
      tell("refused", answer.dataset.refused, true);
      return false;
    }
    const troubled = retryIn > FIRST_RETRY_MS || unheard.length > 0;
    retryIn = FIRST_RETRY_MS;
    around(page);
    if (status === 409) {
      tell("settle", "", true);
      return false;
    }
    unheard = [];
    kept = fields;
    faults(answer);
    contribute(answer, fields);
    tell("saved", answer.dataset.at, troubled);
    return true;
  }

  // After signing in again the form has the token of a session that is gone.
  async function freshToken() {
    const answer = await fetch(form.action, { headers: { Accept: "text/html" } });
    if (!answer.ok || !answer.url.endsWith("/form")) return false;
    const page = new DOMParser().parseFromString(await answer.text(), "text/html");
    const token = page.querySelector("#draft [name=_csrf]");
    if (!token || token.value === form.elements._csrf.value) return false;
    document.querySelectorAll("[name=_csrf]").forEach(field => { field.value = token.value; });
    document.body.setAttribute("hx-headers", page.body.getAttribute("hx-headers"));
    return true;
  }

  // What stands around the fields, where it has changed.
  function around(page) {
    for (const id of ["obstacles", "identity", "chosen", "eligibility"]) {
      const now = document.getElementById(id), next = page.getElementById(id);
      if (now && next && !now.isEqualNode(next)) {
        const outcome = next.dataset.said;
        if (outcome && outcome !== now.dataset.said) document.getElementById("eligibility-said").textContent = outcome;
        now.replaceWith(next);
      }
    }
    const now = document.getElementById("conflict"), next = page.getElementById("conflict");
    const listed = part => [...part.querySelectorAll("[data-difference], [name=against]")].map(one => one.textContent + one.value).join();
    if (listed(now) !== listed(next)) {
      now.replaceWith(next);
      const heading = next.querySelector("[role=alert]");
      if (heading && !inText()) heading.focus();
      if (heading) heading.scrollIntoView({ block: "nearest" });
    }
  }

  // What others changed goes into the fields that nobody has touched since; what cannot be put in now comes again with the next save.
  function contribute(answer, fields) {
    const base = JSON.parse(answer.dataset.base);
    let all = answer.dataset.renewed !== "true";
    renew = !all;
    for (const one of answer.querySelectorAll("[data-claim]")) {
      const put = place(one.dataset.field, one.dataset.value, fields);
      if (put) { base[one.dataset.claim] = one.dataset.value; kept[one.dataset.field] = one.dataset.value; }
      all = all && put;
    }
    if (all) form.elements.version.value = answer.dataset.version;
    form.elements.base.value = JSON.stringify(base);
    if (answer.querySelector("[data-claim]") || renew) said.textContent = form.dataset.merged;
    if (renew) anew();
  }

  function place(name, value, fields) {
    const field = form.elements[name];
    if (!field) return false;
    const now = new FormData(form).get(name) || "";
    if (now !== (fields[name] || "") || (field === document.activeElement && inText())) return false;
    field.value = value;
    mark(field instanceof RadioNodeList ? field[0] : field);
    return true;
  }

  const inText = () => form.contains(document.activeElement) && document.activeElement.matches("input:not([type=radio]), textarea");

  function mark(field) {
    const box = field && field.closest(".field");
    if (box) { box.classList.add("merged"); }
  }

  // Rows came or went elsewhere: the whole form is fetched again, once nothing on the page is unsaved and nobody is typing.
  async function anew() {
    if (!renew || unsaved() || composing) return;
    const answer = await fetch(form.action, { headers: { Accept: "text/html" } });
    const page = new DOMParser().parseFromString(await answer.text(), "text/html");
    const fresh = page.getElementById("draft");
    if (!answer.ok || !fresh || unsaved() || composing) return;
    renew = false;
    const at = document.activeElement, name = at && at.name, caret = inText() ? at.selectionStart : null;
    const bar = document.getElementById("draft-bar");
    fresh.querySelector("#draft-bar").replaceWith(bar);
    form.replaceChildren(...fresh.childNodes);
    kept = typed();
    const again = name && form.elements[name];
    if (again && again.focus) { again.focus(); if (caret !== null) again.setSelectionRange(caret, caret); }
  }

  // A fault is told once the field was left, and taken away as soon as it is mended.
  let wrong = new Map();
  function faults(answer) {
    wrong = new Map([...answer.querySelectorAll("[data-fault]")].map(one => [one.dataset.fault, one.textContent]));
    show();
  }

  function show() {
    for (const box of form.querySelectorAll(".field")) {
      const field = box.querySelector("input, select, textarea");
      if (!field || box.closest("#conflict")) continue;
      const heard = (kept[field.name] || "") === (new FormData(form).get(field.name) || "");
      const text = heard && left.has(field.name) && filled(field) && field !== document.activeElement ? wrong.get(field.name) : undefined;
      say(box, field, wrong.has(field.name) && box.classList.contains("wrong") && field === document.activeElement ? wrong.get(field.name) : text);
    }
  }

  const filled = field => new FormData(form).get(field.name) !== "";

  function say(box, field, text) {
    const id = (box.matches("fieldset") ? box.id : field.id) + "-fault";
    let fault = document.getElementById(id);
    if (!text) {
      if (fault && fault.dataset.live) { fault.remove(); box.classList.remove("wrong"); field.removeAttribute("aria-invalid"); describe(field, id, false); }
      else if (fault && !wrong.has(field.name)) { fault.remove(); box.classList.remove("wrong"); field.removeAttribute("aria-invalid"); describe(field, id, false); }
      return;
    }
    if (!fault) {
      fault = Object.assign(document.createElement("span"), { id, className: "fault" });
      fault.dataset.live = "yes";
      box.querySelector("label, legend").after(fault);
    }
    if (fault.textContent !== text) fault.textContent = text;
    box.classList.add("wrong");
    field.setAttribute("aria-invalid", "true");
    describe(field, id, true);
  }

  function describe(field, id, add) {
    const ids = new Set((field.getAttribute("aria-describedby") || "").split(" ").filter(Boolean));
    if (add) ids.add(id); else ids.delete(id);
    if (ids.size) field.setAttribute("aria-describedby", [...ids].join(" ")); else field.removeAttribute("aria-describedby");
  }

  // Rows.
  function number(section) {
    const words = section.querySelector("template").content.querySelector("legend").textContent;
    section.querySelectorAll(":scope > fieldset.row > legend").forEach((legend, i) => { legend.textContent = words.replace("ROW", i + 1); });
  }

  function addRow(section) {
    const list = section.dataset.rows;
    const taken = [...form.elements].map(field => (field.name || "").match(`^${list}\\[(\\d+)]`)).filter(Boolean).map(match => Number(match[1]));
    const index = Math.max(-1, ...taken) + 1;
    const holder = document.createElement("template");
    holder.innerHTML = section.querySelector("template").innerHTML.replaceAll("ROW", index);
    const row = holder.content.firstElementChild;
    section.querySelector(`#add-${list}`).before(row);
    number(section);
    row.focus();
  }

  function act(event, button) {
    const [what, list] = button.value.split(":");
    if (what === "add") {
      event.preventDefault();
      addRow(document.getElementById(`rows-${list}`));
    } else if (what === "remove") {
      event.preventDefault();
      const section = button.closest("section");
      button.closest("fieldset.row").remove();
      number(section);
      section.querySelector(`#add-${list}`).focus();
      if (form.dataset.state === "saved") form.dataset.state = "typing";
      soon(SOON_MS);
    } else if (["settle", "mine", "theirs"].includes(what)) {
      event.preventDefault();
      waiting = false;
      save(what);
    } else if (unsaved() || unheard.length || running || settling()) {
      event.preventDefault();
      waiting = false;
      save().then(done => {
        if (done) { leaving = true; form.requestSubmit(button); }
        else document.getElementById("draft-bar").scrollIntoView({ block: "nearest" });
      });
    } else {
      leaving = true;
    }
  }
  form.addEventListener("submit", event => act(event, event.submitter || { value: "save" }));

  form.addEventListener("compositionstart", () => { composing = true; clearTimeout(timer); });
  form.addEventListener("compositionend", () => { composing = false; soon(PAUSE_MS); });
  form.addEventListener("input", event => {
    if (event.target.name && event.target.name.startsWith("choice.")) return;
    const box = event.target.closest(".field");
    if (box) box.classList.remove("merged");
    if (form.dataset.state === "saved") form.dataset.state = "typing";
    if (!event.isComposing) soon(PAUSE_MS);
  });
  form.addEventListener("change", event => {
    left.add(event.target.name);
    if (!event.target.name.startsWith("choice.")) soon(SOON_MS);
  });
  form.addEventListener("focusout", event => { if (event.target.name) { left.add(event.target.name); setTimeout(show); anew(); } });

  addEventListener("online", again);
  addEventListener("offline", () => { if (unsaved()) tell("failed", "", true); });
  addEventListener("focus", again);
  document.addEventListener("visibilitychange", () => { if (document.visibilityState === "hidden") { if (unsaved() && !waiting) save(); } else again(); });
  addEventListener("beforeunload", event => { if (!leaving && (unsaved() || unheard.length)) { save(); event.preventDefault(); } });
  // A link inside the product waits for what is still on its way.
  document.addEventListener("click", event => {
    const link = event.target.closest && event.target.closest("a[href]");
    if (!link || link.target || event.ctrlKey || event.metaKey || event.shiftKey || link.getAttribute("href").startsWith("#")) return;
    if (waiting || settling() || !unsaved() && !running) return;
    event.preventDefault();
    save().then(() => { location.href = link.href; });
  });
  tell("saved", "", false);
  shown.textContent = form.dataset.ready;
})();
