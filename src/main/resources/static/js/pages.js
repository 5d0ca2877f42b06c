// Comfort only; every page works without it.
// A refused form goes to what is wrong.
function showFaults() {
  const faults = document.getElementById("faults");
  if (faults) faults.focus();
}
showFaults();

// After a swap htmx goes back to the same id; where that is gone, the news say what happened.
document.addEventListener("htmx:afterSettle", () => {
  showFaults();
  if (document.activeElement === document.body) document.querySelector("main [role=status]")?.focus();
});

// What was done on the page before is said on the one that came after it, whichever that is.
const done = sessionStorage.getItem("done");
if (done) {
  sessionStorage.removeItem("done");
  const note = Object.assign(document.createElement("div"), { className: "note ok" });
  note.setAttribute("role", "status");
  const head = document.getElementById("task-head");
  if (head) head.append(note);
  else document.getElementById("main").prepend(note);
  setTimeout(() => { note.textContent = done; });
}

// An address of Tasklist or Cockpit names its place after the #, which no server sees: it goes through the sign-in with whoever opened it.
const signIn = document.querySelector("form[action='/sign-in']");
if (signIn) signIn.action += location.hash;

// Enter and arrow keys move down and up a column of a score sheet.
document.addEventListener("keydown", event => {
  const field = event.target;
  if (!field.matches || !field.matches("[data-grid] input")) return;
  const step = { Enter: 1, ArrowDown: 1, ArrowUp: -1 }[event.key];
  if (!step) return;
  const column = field.closest("td").cellIndex;
  const fields = [...field.closest("[data-grid]").querySelectorAll("tbody tr")]
    .map(row => row.cells[column].querySelector("input")).filter(Boolean);
  const next = fields[fields.indexOf(field) + step];
  event.preventDefault();
  if (next) { next.focus(); next.select(); }
});

// Leaving a form with unsaved changes asks first.
let dirty = false;
document.addEventListener("input", event => { if (event.target.closest("form[data-guard]")) dirty = true; });
document.addEventListener("submit", () => { dirty = false; });
document.addEventListener("htmx:beforeRequest", event => { if (event.target.closest("form[data-guard]")) dirty = false; });
addEventListener("beforeunload", event => { if (dirty) event.preventDefault(); });

// A second click does not send a form a second time.
document.addEventListener("submit", event => {
  const form = event.target;
  if (event.defaultPrevented || form.method !== "post") return;
  if (form.dataset.sent) event.preventDefault();
  form.dataset.sent = "yes";
});
addEventListener("pageshow", () => document.querySelectorAll("form[data-sent]").forEach(form => delete form.dataset.sent));

// Who types is there: now and then the server hears of it, so that a long form does not outlive the session.
const SIGN_EVERY_MS = 5 * 60 * 1000;
let lastSign = Date.now();
document.addEventListener("input", () => {
  if (Date.now() - lastSign < SIGN_EVERY_MS) return;
  lastSign = Date.now();
  fetch(location.href, { method: "HEAD" });
});

// A file that is too large is told before it travels.
document.addEventListener("change", event => {
  const field = event.target;
  if (!field.dataset || !field.dataset.maxBytes) return;
  const file = field.files[0];
  field.setCustomValidity(file && file.size > Number(field.dataset.maxBytes) ? field.dataset.tooLarge : "");
  field.reportValidity();
});

// An answer that is another page than the one asked from, such as an error, takes the place of the whole content.
document.addEventListener("htmx:beforeSwap", event => {
  const detail = event.detail;
  if (detail.xhr.status < 400 || detail.xhr.responseText.includes(`id="${detail.target.id}"`)) return;
  detail.target = document.getElementById("main");
  detail.selectOverride = "#main";
  detail.swapOverride = "outerHTML";
  detail.shouldSwap = true;
});
