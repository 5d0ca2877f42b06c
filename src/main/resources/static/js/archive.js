// Sends an archive as it is, with its progress. Comfort only: without it the form sends a small one in one piece.
const form = document.querySelector("form[data-whole]");
const words = form.dataset;
const field = form.querySelector("input[type=file]");
const button = form.querySelector("button[type=submit]");
const security = JSON.parse(document.body.getAttribute("hx-headers") || "{}");

field.dataset.maxBytes = words.wholeBytes;
field.dataset.tooLarge = words.wholeHint;
document.getElementById(`${field.id}-hint`).textContent = words.wholeHint;

const bar = document.createElement("progress");
const said = document.createElement("p");
bar.max = 100;
bar.hidden = true;
bar.setAttribute("aria-labelledby", "archive-said");
said.id = "archive-said";
said.setAttribute("role", "status");
field.closest(".field").append(bar, said);

// The bar moves on; who listens hears every tenth.
function show(text, percent) {
  bar.value = percent;
  const line = text.replace("[percent]", percent - percent % 10);
  if (said.textContent !== line) said.textContent = line;
}

function stay(text) {
  bar.hidden = true;
  button.disabled = false;
  said.className = "fault";
  said.textContent = text;
}

function answered(request) {
  if (request.status === 200) location.reload();
  else if (request.status === 0) stay(words.lost);
  else if (request.status === 401 || request.status === 403) stay(words.ended);
  else {
    try { stay(JSON.parse(request.responseText).detail); } catch { stay(words.lost); }
  }
}

form.addEventListener("submit", event => {
  event.preventDefault();
  const file = field.files[0];
  if (!file || !form.reportValidity()) return;
  const request = new XMLHttpRequest();
  request.open("PUT", words.whole);
  Object.entries({ Accept: "application/json", "Content-Type": "application/zip", "X-File-Name": encodeURIComponent(file.name), ...security })
    .forEach(([name, value]) => request.setRequestHeader(name, value));
  request.upload.onprogress = ({ loaded }) => {
    const percent = Math.floor(100 * loaded / file.size);
    show(loaded === file.size ? words.checking : words.sending, percent);
  };
  request.onloadend = () => answered(request);
  bar.hidden = false;
  button.disabled = true;
  said.className = "";
  show(words.sending, 0);
  request.send(file);
});
