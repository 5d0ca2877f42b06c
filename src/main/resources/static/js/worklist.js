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
  n: () => document.querySelector("#next button")?.click(),
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

const boxes = () => [...document.querySelectorAll("[data-worklist] [type=checkbox]")];
const showPickAll = () => document.querySelectorAll("[data-pick-all]").forEach(button => { button.hidden = false; });
showPickAll();
document.addEventListener("click", event => {
  if (!event.target.closest("[data-pick-all]")) return;
  const some = boxes().some(box => !box.checked);
  boxes().forEach(box => { box.checked = some; });
});

// Whoever comes back to the window sees the list as it is now; what was chosen stays chosen, the row with the focus keeps it.
const FRESH_MS = 15000;
let shownAt = Date.now();

async function refresh() {
  if (document.visibilityState === "hidden" || Date.now() - shownAt < FRESH_MS) return;
  shownAt = Date.now();
  const answer = await fetch(location.pathname + location.search, { headers: { Accept: "text/html" } }).catch(() => null);
  if (!answer?.ok || answer.redirected) return;
  const fresh = new DOMParser().parseFromString(await answer.text(), "text/html");
  const chosen = new Set(boxes().filter(box => box.checked).map(box => box.value)), to = document.getElementById("to")?.value;
  const focused = document.activeElement?.closest("[data-worklist] tr")?.querySelector("[type=checkbox]")?.value;
  ["lists", "list"].forEach(id => document.getElementById(id).replaceWith(document.adoptNode(fresh.getElementById(id))));
  boxes().forEach(box => { box.checked = chosen.has(box.value); });
  if (to && document.getElementById("to")) document.getElementById("to").value = to;
  if (focused) boxes().find(box => box.value === focused)?.closest("tr").querySelector("a.open").focus({ preventScroll: true });
  showPickAll();
}
document.addEventListener("visibilitychange", refresh);
addEventListener("pageshow", event => { if (event.persisted) { shownAt = 0; refresh(); } });
