// The keyboard of a task's page: what its list of shortcuts says. Pages and documents are turned with the links of the case file itself.
const ZOOMS = [1, 1.25, 1.5, 2, 3];
let zoom = 0;

export function zoomBy(step) {
  zoom = Math.max(0, Math.min(ZOOMS.length - 1, zoom + step));
  document.getElementById("panel")?.style.setProperty("--zoom", ZOOMS[zoom]);
}

function follow(link) {
  if (link) link.click();
}

function documentBy(step) {
  const links = [...document.querySelectorAll("#panel a[id^=choose-]")];
  const now = links.findIndex(link => link.getAttribute("aria-current"));
  follow(links[now < 0 ? 0 : now + step]);
}

/** @param acts complete, next, form and file */
export function listen(acts) {
  const keys = {
    "Ctrl+Enter": acts.complete, "Alt+KeyN": acts.next, "Alt+Digit1": acts.file, "Alt+Digit2": acts.form,
    "Alt+PageDown": () => follow(document.querySelector("#panel #view-after")), "Alt+PageUp": () => follow(document.querySelector("#panel #view-before")),
    "Alt+Period": () => documentBy(1), "Alt+Comma": () => documentBy(-1), "Alt+Equal": () => zoomBy(1), "Alt+Minus": () => zoomBy(-1)
  };
  document.addEventListener("keydown", event => {
    if (event.isComposing || event.repeat) return;
    const control = event.ctrlKey || event.metaKey;
    const act = keys[(control ? "Ctrl+" : "") + (event.altKey ? "Alt+" : "") + (event.code === "NumpadEnter" ? "Enter" : event.code)];
    if (!act || event.shiftKey) return;
    event.preventDefault();
    act();
  });
  document.getElementById("zoom-in")?.addEventListener("click", () => zoomBy(1));
  document.getElementById("zoom-out")?.addEventListener("click", () => zoomBy(-1));
}
