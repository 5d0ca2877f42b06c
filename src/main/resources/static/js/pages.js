// Comfort only; every page works without it.
// After a swap or a refused form, go to what is wrong.
function showFaults() {
  const faults = document.getElementById("faults");
  if (faults) faults.focus();
}
document.addEventListener("htmx:afterSettle", showFaults);
showFaults();

// Enter and arrow keys move down and up in a score sheet.
document.addEventListener("keydown", event => {
  const field = event.target;
  if (!field.matches || !field.matches("[data-grid] input")) return;
  const step = { Enter: 1, ArrowDown: 1, ArrowUp: -1 }[event.key];
  if (!step) return;
  const fields = [...field.closest("[data-grid]").querySelectorAll("input:not([type=hidden])")];
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

// A file that is too large is told before it travels.
document.addEventListener("change", event => {
  const field = event.target;
  if (!field.dataset || !field.dataset.maxBytes) return;
  const file = field.files[0];
  field.setCustomValidity(file && file.size > Number(field.dataset.maxBytes) ? field.dataset.tooLarge : "");
  field.reportValidity();
});
