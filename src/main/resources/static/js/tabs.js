// Tabs: arrow keys, Home and End move between them. Without this script the parts stand below each other.
function tabsOf(tab) {
  return [...tab.closest("[role=tablist]").querySelectorAll("[role=tab]")];
}

function chooseTab(tab) {
  tabsOf(tab).forEach(one => {
    const chosen = one === tab;
    one.setAttribute("aria-selected", chosen);
    one.tabIndex = chosen ? 0 : -1;
    document.getElementById(one.getAttribute("aria-controls")).hidden = !chosen;
  });
}

function showTabs(place) {
  place.querySelectorAll("[role=tablist]").forEach(list => chooseTab(list.querySelector("[aria-selected=true]")));
}

// Whoever was further down in one part begins the next one at its beginning, below the tabs that stay in sight.
function toBeginning(tab) {
  const part = document.getElementById(tab.getAttribute("aria-controls"));
  const above = () => Math.min(0, part.getBoundingClientRect().top - tab.parentElement.getBoundingClientRect().bottom);
  tab.closest("#file")?.scrollBy(0, above());
  scrollBy(0, above());
}

document.addEventListener("click", event => {
  const tab = event.target.closest("[role=tab]");
  if (tab) {
    chooseTab(tab);
    toBeginning(tab);
  }
  const leading = event.target.closest("[data-tab]");
  if (leading) {
    chooseTab(document.getElementById(leading.dataset.tab));
    document.getElementById(leading.dataset.tab).focus();
  }
});

document.addEventListener("keydown", event => {
  const tab = event.target.closest("[role=tab]");
  const step = { ArrowLeft: -1, ArrowRight: 1, Home: -Infinity, End: Infinity }[event.key];
  if (!tab || !step) return;
  const tabs = tabsOf(tab);
  const last = tabs.length - 1;
  const at = tabs.indexOf(tab) + step;
  const next = tabs[Number.isFinite(step) ? (at + tabs.length) % tabs.length : Math.min(Math.max(at, 0), last)];
  event.preventDefault();
  chooseTab(next);
  toBeginning(next);
  next.focus();
});

// In a frame whoever turns to another file or page wants to see it too, and not the list above it.
document.addEventListener("htmx:afterSettle", event => {
  if (!document.body.matches(".framed") || !event.target.matches("#panel-materials, #view")) return;
  const seen = document.querySelector("#panel-materials > .pager") || event.target;
  seen.style.scrollMarginTop = document.querySelector("[role=tablist]").offsetHeight + "px";
  seen.scrollIntoView();
});

showTabs(document);
document.addEventListener("htmx:load", event => showTabs(event.detail.elt));
