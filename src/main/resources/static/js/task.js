// One task at the desk: the form, its draft, its completion, and what happens when somebody else was faster.
import { fields, focusField, openForm, ownFaults, show, showFaults, values } from "./form-viewer.js";
import { inWords, merge, putBack, rest } from "./form-words.js";
import { keepDraft } from "./task-draft.js";
import { listen } from "./task-keys.js";
import { send } from "./task-server.js";

const at = id => document.getElementById(id);
const page = at("task"), words = page.dataset, host = at("form"), button = at("complete");
const SETTLING_MS = 150;
let form, schema, shown, draft, other, joined = "", busy = false, lostFor = false;

function tell(state, what) {
  const text = state === "refused" ? what : (words[state] || "").replace("{0}", what || "");
  if (state === "merged") joined = text;
  at("state").textContent = state === "saved" ? `${text} ${joined}`.trim() : text;
  at("state").className = ["failed", "ended", "someone", "refused", "newer"].includes(state) ? "fault" : "";
  at("sign-in").hidden = state !== "ended" && state !== "someone";
}

const content = () => ({ values: values(form), text: inWords(schema, shown, values(form)) });

async function begin() {
  const { ok, body, trouble } = await send("GET", "/form");
  if (!ok) {
    host.textContent = trouble ? words.unready : body.detail;
    return;
  }
  ({ schema, shown } = body);
  const back = body.draft ? putBack(schema, shown, body.draft.values) : { data: shown, fits: true };
  try {
    form = await openForm(host, schema, back.data, !body.mine || !button);
  } catch (unready) {
    host.textContent = words.unready;
    return;
  }
  if (!body.mine || !button) return;
  // The form settles first: what it makes of the data by itself is nobody's typing.
  await new Promise(done => setTimeout(done, SETTLING_MS));
  if (body.draft) tell("draft", body.draft.at);
  if (!back.fits) showTyped(words.moved, body.draft.text);
  draft = keepDraft({ content, seen: body.draft?.version ?? 0, tell, lost, newer });
  form.on("changed", () => draft.changed());
  button.disabled = false;
  button.addEventListener("click", complete);
  const common = rest(schema, shown).words;
  at("rest").hidden = !common.length;
  at("rest-said").textContent = words.rest.replace("{0}", common.map(one => `“${one}”`).join(""));
  if (document.activeElement === document.body) {
    at("work").focus({ preventScroll: true });
    at("task-head").scrollIntoView();
  }
}

function showTyped(heading, text) {
  if (!text) return;
  at("typed-text").value = text;
  if (heading) document.querySelector("label[for=typed-text]").textContent = heading;
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

// Says what became of the task, keeps what was typed in sight and leads on. Whether that is so is in the refusal's code.
function lost({ code, detail }) {
  const away = /^task-(not-open|held|done|done-by-you|called-off|case-|session-|of-another|not-yours|unclaimed)/.test(code || "");
  if (!away || lostFor) return away;
  lostFor = true;
  if (draft) draft.end();
  showTyped("", content().text);
  form.setProperty("readOnly", true);
  at("bar").hidden = true;
  at("lost-said").textContent = detail;
  at("again").hidden = code !== "task-unclaimed";
  at("lost").hidden = false;
  at("lost").focus();
  return true;
}

function refused(faults) {
  const list = at("task-faults").querySelector("ul");
  list.replaceChildren(...faults.map(fault => {
    const item = document.createElement("li");
    item.append(fault.at ? Object.assign(document.createElement("a"), { href: "#form", textContent: fault.message,
      onclick: event => { event.preventDefault(); focusField(host, fault.at); } }) : fault.message);
    return item;
  }));
  at("task-faults").hidden = false;
  at("task-faults").focus();
}

async function complete() {
  if (busy || lostFor || !draft) return;
  // A field hands over its last letters when it is left.
  document.activeElement?.shadowRoot?.activeElement?.blur();
  await new Promise(requestAnimationFrame);
  at("task-faults").hidden = true;
  await draft.settle();
  if (busy || lostFor) return;
  if (draft.held()) {
    at("newer").focus();
    return;
  }
  const { data, errors } = form.submit();
  const own = ownFaults(form, schema, errors);
  if (own.length) {
    draft.changed();
    await new Promise(requestAnimationFrame);
    for (const fault of own) fault.message = said(fault.message);
    refused(own);
    return;
  }
  busy = true;
  button.disabled = true;
  tell("sending");
  const { ok, body, trouble } = await send("POST", `/complete?seen=${draft.seen()}`, data);
  busy = false;
  if (ok) {
    draft.end();
    sessionStorage.setItem("done", words.done);
    location.href = words.next;
    return;
  }
  button.disabled = false;
  tell(trouble || "typing");
  if (trouble === "failed") refused([{ message: words.unsent }]);
  if (!trouble && body.code === "task-draft-newer") {
    if (draft.met(body.draft)) await complete();
    return;
  }
  draft.changed();
  if (!trouble && !lost(body)) {
    const faults = body.errors?.length ? body.errors : [{ message: body.detail }];
    const places = showFaults(form, schema, faults);
    refused(faults.map((fault, i) => ({ message: fault.message, at: places[i] })));
  }
}

// The viewer's own words, as they stand at its fields in the reader's language.
function said(message) {
  const [field, fault] = message.split("：");
  const there = [...host.shadowRoot.querySelectorAll(".fjs-form-field-error")].map(one => one.textContent.trim());
  return there.length === 1 ? `${field}：${there[0]}` : message || fault;
}

function chooseRest() {
  if (lostFor || !draft || at("rest").hidden) return;
  show(form, rest(schema, form._getState().data).filled);
  draft.changed();
  const open = fields(schema).find(one => one.validate?.required && (values(form)[one.key] ?? "") === "");
  if (open) focusField(host, { id: open.id });
}

async function next() {
  if (draft) await draft.save();
  location.href = words.next;
}

// A part of the case file that does not come must not take the form with it.
at("panel")?.addEventListener("htmx:beforeSwap", event => {
  if (event.detail.xhr.status < 400) return;
  event.stopPropagation();
  event.detail.shouldSwap = false;
  const waiting = at("panel").querySelector(":scope > [role=status]");
  const note = waiting || at("panel").insertAdjacentElement("afterbegin", document.createElement("p"));
  note.setAttribute("role", "status");
  note.textContent = words.pageGone;
});

// Whoever comes back to the window is told what happened meanwhile.
document.addEventListener("visibilitychange", async () => {
  if (!draft || lostFor) return;
  if (document.visibilityState === "hidden" || draft.unsaved()) {
    draft.save();
    return;
  }
  const { ok, body, trouble } = await send("GET", `/mine?seen=${draft.seen()}`);
  if (!ok && !trouble) lost(body);
  else if (ok && body.draft && !draft.unsaved()) draft.met(body.draft);
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
at("rest")?.addEventListener("click", chooseRest);
at("next")?.addEventListener("click", event => { event.preventDefault(); next(); });

listen({ complete, next, rest: chooseRest, form: () => at("work").focus(), file: () => at("file").focus() });
begin();
