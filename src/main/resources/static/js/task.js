// One task at the desk: the form, its draft, its completion, and what happens when somebody else was faster.
import { fields, focusField, openForm, ownFaults, show, showFaults, values } from "./form-viewer.js";
import { putBack, rest } from "./form-words.js";
import { keepForm } from "./kept-form.js";
import { listen } from "./task-keys.js";
import { taskServer } from "./task-server.js";

const at = id => document.getElementById(id);
const page = at("task"), words = page.dataset, host = at("form"), button = at("complete"), on = page.querySelector("form[action$='/next']");
const send = taskServer({ task: words.task, person: words.person, page: location.href });
const kept = keepForm({ place: page, words, send, lost });
let form, schema, draft, busy = false, leaving = false;

async function begin() {
  const { ok, body, trouble } = await send("GET", "/form");
  if (!ok) {
    host.textContent = trouble ? words.unready : body.detail;
    return;
  }
  const shown = body.shown;
  schema = body.schema;
  const back = body.draft ? putBack(schema, shown, body.draft.values) : { data: shown, fits: true };
  try {
    form = await openForm(host, schema, back.data, !body.mine || !button);
  } catch (unready) {
    host.textContent = words.unready;
    return;
  }
  if (!body.mine || !button) return;
  draft = await kept.begin({ form, schema, shown }, body.draft, back.fits);
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

// Says what became of the task and leads on; what was typed stays in sight.
function lost({ code, detail }) {
  at("bar").hidden = true;
  at("lost-said").textContent = detail;
  at("again").hidden = code !== "task-unclaimed";
  at("lost").hidden = false;
  at("lost").focus();
}

function refused(faults, toMend = true) {
  at("task-faults").querySelector("h3").hidden = !toMend;
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
  if (busy || kept.away() || !draft) return;
  // A field hands over its last letters when it is left.
  document.activeElement?.shadowRoot?.activeElement?.blur();
  await new Promise(requestAnimationFrame);
  at("task-faults").hidden = true;
  await draft.settle();
  if (busy || kept.away()) return;
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
  kept.tell("sending");
  const { ok, body, trouble } = await send("POST", `/complete?seen=${draft.seen()}`, data);
  busy = false;
  if (ok) {
    draft.end();
    sessionStorage.setItem("done", words.done);
    on.submit();
    return;
  }
  button.disabled = false;
  kept.tell(trouble || "typing");
  if (trouble === "failed") refused([{ message: words.unsent }], false);
  if (!trouble && body.code === "task-draft-newer") {
    if (draft.met(body.draft)) await complete();
    return;
  }
  draft.changed();
  if (!trouble && !kept.toldAway(body)) {
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
  if (kept.away() || !draft || at("rest").hidden) return;
  show(form, rest(schema, form._getState().data).filled);
  draft.changed();
  const open = fields(schema).find(one => one.validate?.required && (values(form)[one.key] ?? "") === "");
  if (open) focusField(host, { id: open.id });
}

/** Twice in a row would take two tasks. */
async function next() {
  if (leaving || busy) return;
  leaving = true;
  if (draft) await draft.save();
  on.submit();
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

at("rest")?.addEventListener("click", chooseRest);
at("on")?.addEventListener("submit", event => { event.preventDefault(); next(); });
addEventListener("pageshow", event => { if (event.persisted) leaving = false; });

listen({ complete, next, rest: chooseRest, form: () => at("work").focus(), file: () => at("file").focus() });
begin();
