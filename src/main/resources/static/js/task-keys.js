// The keyboard of a task's page: what its list of shortcuts says. Pages and documents are turned with the links of the case file itself.
const ZOOMS = [1, 1.25, 1.5, 2, 3];
let zoom = 0;

const panel = document.getElementById("panel");

export function zoomBy(step) {
  zoom = Math.max(0, Math.min(ZOOMS.length - 1, zoom + step));
  panel?.style.setProperty("--zoom", ZOOMS[zoom]);
}

// A paper that was scanned lying on its side is turned with all its pages; the next one stands upright again.
let quarters = 0;

function turn(step) {
  const picture = panel?.querySelector("img.paper");
  quarters = (quarters + step) % 4;
  if (!picture) return;
  picture.dataset.turned = quarters;
  if (picture.naturalWidth) picture.style.setProperty("--ratio", picture.naturalWidth / picture.naturalHeight);
}

panel?.addEventListener("load", event => { if (event.target.matches("img.paper")) turn(0); }, true);
panel?.addEventListener("htmx:beforeSwap", event => { if (event.detail.target.id === "panel-materials") quarters = 0; });

// Whoever turns to another file or page wants to see it, and not the list above it.
panel?.addEventListener("htmx:afterSettle", event => {
  if (!event.target.matches("#panel-materials, #view")) return;
  const seen = panel.querySelector("#panel-materials > .pager") || event.target, pane = document.getElementById("file");
  if (pane.scrollHeight > pane.clientHeight) {
    const tabs = panel.querySelector("[role=tablist]");
    pane.scrollBy(0, seen.getBoundingClientRect().top - pane.getBoundingClientRect().top - tabs.offsetHeight);
    pane.scrollBy(0, Math.min(0, seen.getBoundingClientRect().top - tabs.getBoundingClientRect().bottom));
  } else {
    seen.style.scrollMarginTop = panel.querySelector("[role=tablist]").offsetHeight + "px";
    seen.scrollIntoView();
  }
});

function follow(link) {
  if (link) link.click();
}

function documentBy(step) {
  const links = [...document.querySelectorAll("#panel a[id^=choose-]")];
  const now = links.findIndex(link => link.getAttribute("aria-current"));
  follow(links[now < 0 ? 0 : now + step]);
}

/** @param acts complete, next, rest, form and file */
export function listen(acts) {
  const keys = {
    "Ctrl+Enter": acts.complete, "Alt+KeyN": acts.next, "Alt+KeyA": acts.rest, "Alt+KeyR": () => turn(1), "Alt+Digit1": acts.file, "Alt+Digit2": acts.form,
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
  document.getElementById("turn")?.addEventListener("click", () => turn(1));
  document.getElementById("zoom-out")?.addEventListener("click", () => zoomBy(-1));
}
