// Comfort only; every page works without it.
// After a swap or a refused form, go to what is wrong.
function showFaults() {
  const faults = document.getElementById("faults");
  if (faults) faults.focus();
}
document.addEventListener("htmx:afterSettle", showFaults);
showFaults();

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
