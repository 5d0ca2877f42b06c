// The worklist by keyboard: j and k go from row to row, Enter opens, x chooses, c claims, n takes the next task.
const REMEMBERED = "zhiping.worklist.keys";
const help = document.querySelector("[data-keys]");
const on = document.querySelector("[data-keys-on]");
const links = () => [...document.querySelectorAll("[data-worklist] a.open")];

help.hidden = false;
on.checked = localStorage.getItem(REMEMBERED) !== "off";
on.addEventListener("change", () => localStorage.setItem(REMEMBERED, on.checked ? "on" : "off"));

function move(step) {
  const all = links();
  if (all.length === 0) return;
  const row = document.activeElement?.closest("[data-worklist] tr");
  const at = all.indexOf(row?.querySelector("a.open"));
  all[at < 0 ? (step > 0 ? 0 : all.length - 1) : Math.min(Math.max(at + step, 0), all.length - 1)].focus();
}

function inRow(selector) {
  return document.activeElement?.closest("[data-worklist] tr")?.querySelector(selector);
}

const ACTS = {
  j: () => move(1), ArrowDown: () => move(1),
  k: () => move(-1), ArrowUp: () => move(-1),
  x: () => inRow("[name=task]")?.click(),
  c: () => inRow("button.take")?.click(),
  n: () => document.querySelector("#next button").click(),
};

// Who types into a field or chooses from a list means the field.
document.addEventListener("keydown", event => {
  const field = event.target.closest("input:not([type=checkbox]), select, textarea");
  const arrow = event.key.startsWith("Arrow");
  if (field || event.ctrlKey || event.altKey || event.metaKey || event.repeat && !arrow || !ACTS[event.key]) return;
  if (arrow ? !event.target.closest("[data-worklist]") : !on.checked) return;
  event.preventDefault();
  ACTS[event.key]();
});

const all = document.querySelector("[data-pick-all]");
if (all) {
  all.hidden = false;
  all.addEventListener("click", () => {
    const boxes = [...document.querySelectorAll("[data-worklist] [name=task]")];
    const some = boxes.some(box => !box.checked);
    boxes.forEach(box => { box.checked = some; });
  });
}
