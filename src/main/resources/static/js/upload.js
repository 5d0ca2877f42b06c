// Resumable uploads by the protocol tus 1.0. Comfort only: without it the form sends its file in one piece.
const words = document.getElementById("upload-words").dataset;
const security = JSON.parse(document.body.getAttribute("hx-headers") || "{}");
const SLICE_BYTES = 4 * 1024 * 1024;
const PAUSES_MS = [1000, 2000, 5000, 10000, 20000, 30000];
const queue = [];
let sending = null;

const say = (text, values) => text.replace(/\[(\w+)\]/g, (all, name) => values[name] ?? all);
const announce = text => { document.getElementById("upload-news").textContent = text; };
const base64 = text => btoa(String.fromCharCode(...new TextEncoder().encode(text)));

function ask(method, url, headers = {}, body = null, progress = null, started = null) {
  return new Promise(resolve => {
    const request = new XMLHttpRequest();
    request.open(method, url);
    Object.entries({ "Tus-Resumable": "1.0.0", Accept: "application/json", ...security, ...headers })
      .forEach(([name, value]) => request.setRequestHeader(name, value));
    if (progress) request.upload.onprogress = event => progress(event.loaded);
    request.onloadend = () => resolve(request);
    if (started) started(request);
    request.send(body);
  });
}

// The same file is known again after a reload and on another device: by its length and its first, middle and last bytes.
async function fingerprint(file) {
  const part = 65536;
  const starts = [0, Math.max(0, Math.floor(file.size / 2)), Math.max(0, file.size - part)];
  let one = 0xdeadbeef, two = 0x41c6ce57;
  for (const start of starts) {
    for (const byte of new Uint8Array(await file.slice(start, start + part).arrayBuffer())) {
      one = Math.imul(one ^ byte, 2654435761);
      two = Math.imul(two ^ byte, 1597334677);
    }
  }
  return `${file.size}-${(one >>> 0).toString(16)}-${(two >>> 0).toString(16)}`;
}

class Upload {
  constructor(form, file, metadata) {
    this.form = form;
    this.file = file;
    this.metadata = metadata;
    this.at = 0;
    this.tries = 0;
    this.state = "waiting";
    this.row = document.getElementById("upload-row").content.firstElementChild.cloneNode(true);
    this.row.querySelector(".name").textContent = file.name;
    this.row.querySelector("progress").setAttribute("aria-label", file.name);
    this.row.querySelector(".pause").addEventListener("click", () => this.state === "paused" ? this.resume() : this.pause());
    this.row.querySelector(".cancel").addEventListener("click", () => this.cancel());
    form.before(this.row);
    this.show(words.waiting);
  }

  show(text) {
    const percent = Math.floor(100 * this.at / this.file.size);
    this.row.querySelector("progress").value = percent;
    const said = say(text, { percent });
    this.row.querySelector(".said").textContent = said;
    const pause = this.row.querySelector(".pause");
    pause.textContent = this.state === "paused" ? words.resume : words.pause;
    pause.hidden = this.state === "waiting" || this.at === this.file.size;
    const told = this.state + Math.floor(percent / 25);
    if (told !== this.told) announce(`${this.file.name}: ${said}`);
    this.told = told;
  }

  async run() {
    this.state = "sending";
    try {
      if (!this.url) await this.begin();
      while (this.state === "sending") await this.part();
    } catch (fault) {
      if (fault instanceof Error) throw fault;
      this.state = "failed";
      this.fault = fault.text;
    }
  }

  async begin() {
    this.metadata.fingerprint = await fingerprint(this.file);
    const open = await this.answered("GET", this.form.dataset.tus);
    const known = JSON.parse(open.responseText).find(one => one.fingerprint === this.metadata.fingerprint && one.length === this.file.size
      && (this.metadata.replaces ? one.replaces === this.metadata.replaces : one.material === this.metadata.material && !one.replaces));
    if (known) {
      this.url = `${this.form.dataset.tus}/${known.id}`;
      this.at = known.received;
      document.getElementById(`unfinished-${known.id}`)?.closest(".upload").remove();
      return;
    }
    const metadata = Object.entries({ filename: this.file.name, ...this.metadata }).map(([key, value]) => `${key} ${base64(value)}`).join(",");
    const created = await this.answered("POST", this.form.dataset.tus, { "Upload-Length": this.file.size, "Upload-Metadata": metadata });
    this.url = new URL(created.getResponseHeader("Location"), location.href).pathname;
  }

  async part() {
    const from = this.at;
    const to = Math.min(from + SLICE_BYTES, this.file.size);
    this.show(to === this.file.size && from === to ? words.checking : words.sending);
    const answer = await ask("PATCH", this.url, { "Upload-Offset": from, "Content-Type": "application/offset+octet-stream" },
      this.file.slice(from, to), loaded => {
        if (this.state !== "sending") return;
        this.at = Math.min(from + loaded, to);
        this.show(this.at === this.file.size ? words.checking : words.sending);
      }, request => { this.request = request; });
    if (this.state !== "sending") { this.at = from; return; }
    if (answer.status === 204) {
      this.at = Number(answer.getResponseHeader("Upload-Offset"));
      this.tries = 0;
      if (this.at === this.file.size) this.state = "done";
    } else {
      this.at = from;
      if (answer.status === 409 && code(answer) !== "upload-offset-conflict") this.refused(answer);
      if (answer.status !== 409) await this.troubled(answer);
      if (this.state === "sending") await this.look();
    }
  }

  // Where the server stands.
  async look() {
    const answer = await this.answered("HEAD", this.url);
    this.at = Number(answer.getResponseHeader("Upload-Offset"));
  }

  // Until there is an answer, or the person pauses or cancels.
  async answered(method, url, headers) {
    for (;;) {
      const answer = await ask(method, url, headers);
      if (answer.status >= 200 && answer.status < 300 && answer.getResponseHeader("Tus-Resumable")) return answer;
      await this.troubled(answer);
      if (this.state !== "sending") throw { text: "" };
    }
  }

  async troubled(answer) {
    if (answer.status === 0 || answer.status >= 500 || answer.status === 429) {
      this.show(words.retrying);
      await this.rest(PAUSES_MS[Math.min(this.tries++, PAUSES_MS.length - 1)]);
    } else this.refused(answer);
  }

  refused(answer) {
    if (!answer.getResponseHeader("Tus-Resumable") || answer.status === 401 || answer.status === 403) throw { text: words.signedOut };
    throw { text: detail(answer) };
  }

  rest(length) {
    return new Promise(resolve => {
      this.wake = () => { clearTimeout(timer); removeEventListener("online", this.wake); resolve(); };
      const timer = setTimeout(this.wake, length);
      addEventListener("online", this.wake);
    });
  }

  pause() {
    this.state = "paused";
    this.request?.abort();
    this.wake?.();
    this.show(words.paused);
  }

  resume() {
    this.state = "waiting";
    this.show(words.waiting);
    queue.push(this);
    next();
  }

  async cancel() {
    this.state = "cancelled";
    this.request?.abort();
    this.wake?.();
    const place = queue.indexOf(this);
    if (place >= 0) queue.splice(place, 1);
    this.row.remove();
    this.form.querySelector("input[type=file]")?.focus();
    if (this.url) await ask("DELETE", this.url);
  }
}

function problem(answer) {
  try { return JSON.parse(answer.responseText); } catch { return {}; }
}
const code = answer => problem(answer).code;
const detail = answer => problem(answer).detail || words.failed;

// One after the other, so that the first is there soon.
async function next() {
  if (sending) return;
  sending = queue.shift();
  if (!sending) return;
  const upload = sending;
  if (upload.state === "waiting") {
    try {
      await upload.run();
    } catch {
      upload.state = "failed";
      upload.fault = words.failed;
    }
  }
  ended.push(upload);
  sending = null;
  if (queue.length > 0) next(); else settle();
}

const ended = [];

// The page of the server takes the place of the lines once nothing is under way or held back.
function settle() {
  const done = ended.filter(upload => upload.state === "done");
  const failed = ended.filter(upload => upload.state === "failed" && upload.fault);
  const held = ended.filter(upload => upload.state === "paused");
  ended.length = 0;
  if (done.length > 0) announce(`${words.done} ${done.map(upload => upload.file.name).join(" ")}`);
  if (held.length > 0) { failed.forEach(upload => { upload.row.querySelector(".said").textContent = upload.fault; }); return; }
  if (done.length + failed.length === 0) return;
  document.addEventListener("htmx:afterSettle", () => failed.length && tell(failed), { once: true });
  const here = location.pathname;
  htmx.ajax("GET", done.length ? `${here}?arrived=${done.length}` : here, { target: "#body", select: "#body", swap: "outerHTML" });
}

// As the server would show a refused form.
function tell(failed) {
  const summary = document.getElementById("upload-faults").content.firstElementChild.cloneNode(true);
  summary.id = "faults";
  document.getElementById("faults")?.remove();
  for (const upload of failed) fault(upload.form.querySelector("input[type=file]").id,
    failed.length > 1 ? `${upload.file.name}: ${upload.fault}` : upload.fault, summary);
  document.getElementById("body").prepend(summary);
  summary.focus();
}

function fault(id, text, summary) {
  const input = document.getElementById(id);
  if (!input) return;
  const field = input.closest(".field");
  field.classList.add("wrong");
  const line = document.createElement("span");
  line.className = "fault";
  line.id = `fault-${id}-${field.querySelectorAll(".fault").length}`;
  line.textContent = text;
  field.prepend(line);
  input.setAttribute("aria-invalid", "true");
  input.setAttribute("aria-describedby", line.id);
  const item = document.createElement("li");
  const link = document.createElement("a");
  link.href = `#${id}`;
  link.textContent = text;
  item.append(link);
  summary.querySelector("ul").append(item);
}

function send(form, files) {
  const chosen = new FormData(form);
  const replaces = chosen.get("replaces");
  if (!replaces && !chosen.get("material")) {
    const first = form.querySelector("[type=radio]");
    first.setCustomValidity(words.kindFirst);
    first.reportValidity();
    form.addEventListener("change", () => first.setCustomValidity(""), { once: true });
    return;
  }
  for (const file of files) queue.push(new Upload(form, file, replaces ? { replaces } : { material: chosen.get("material") }));
  form.querySelector("input[type=file]").value = "";
  next();
}

document.addEventListener("submit", event => {
  const form = event.target.closest("form[data-tus]");
  if (!form) return;
  event.preventDefault();
  event.stopPropagation();
  send(form, [...form.querySelector("input[type=file]").files]);
}, true);

// Drag and drop onto the whole card.
const card = event => event.target.closest?.(".card")?.querySelector("form[data-tus]");
document.addEventListener("dragover", event => {
  event.preventDefault();
  document.querySelectorAll(".drop.over").forEach(form => form.classList.remove("over"));
  card(event)?.classList.add("over");
});
document.addEventListener("dragleave", event => card(event)?.classList.remove("over"));
document.addEventListener("drop", event => {
  event.preventDefault();
  const form = card(event);
  if (!form || event.dataTransfer.files.length === 0) return;
  form.classList.remove("over");
  const field = form.querySelector("input[type=file]");
  const files = [...event.dataTransfer.files].slice(0, field.multiple ? undefined : 1);
  if (field.dataset.portrait) look(field, files[0]).then(fits => fits && send(form, files)); else send(form, files);
});

// A portrait is shown as it will be printed, with what is wrong, before it is sent.
async function look(field, file) {
  const [minWidth, minHeight, minRatio, maxRatio] = field.dataset.portrait.split(" ").map(Number);
  let shown = field.parentElement.querySelector(".portrait-check");
  if (!shown) {
    shown = document.createElement("div");
    shown.className = "portrait-check";
    shown.setAttribute("role", "status");
    field.after(shown);
  }
  shown.replaceChildren();
  if (!file) return false;
  let picture = null;
  try { picture = await createImageBitmap(file); } catch { /* said below */ }
  const values = { minWidth, minHeight, width: picture?.width, height: picture?.height };
  const ratio = picture ? picture.width / picture.height : 0;
  const wrong = !picture ? words.portraitUnreadable : picture.width < minWidth || picture.height < minHeight ? words.portraitSmall
    : ratio < minRatio || ratio > maxRatio ? words.portraitRatio : "";
  if (picture) shown.append(frame(picture));
  const text = document.createElement("p");
  text.className = wrong ? "fault" : "";
  text.textContent = say(wrong || words.portraitGood, values);
  shown.append(text);
  field.setCustomValidity(wrong ? text.textContent : "");
  return !wrong;
}

// The whole picture, and in it the part of 35 by 49 mm that is printed.
function frame(picture) {
  const canvas = document.createElement("canvas");
  const scale = 240 / Math.max(picture.width, picture.height);
  canvas.width = Math.round(picture.width * scale);
  canvas.height = Math.round(picture.height * scale);
  canvas.setAttribute("role", "img");
  canvas.setAttribute("aria-label", words.portraitFrame);
  const pen = canvas.getContext("2d");
  pen.globalAlpha = 0.35;
  pen.drawImage(picture, 0, 0, canvas.width, canvas.height);
  pen.globalAlpha = 1;
  const width = Math.min(canvas.width, canvas.height * 413 / 579);
  const height = width * 579 / 413;
  const left = (canvas.width - width) / 2;
  const top = (canvas.height - height) / 2;
  pen.drawImage(picture, left / scale, top / scale, width / scale, height / scale, left, top, width, height);
  pen.strokeStyle = "#17405a";
  pen.lineWidth = 2;
  pen.strokeRect(left + 1, top + 1, width - 2, height - 2);
  return canvas;
}

// A portrait is looked at before it is sent; any other file is on its way once it is chosen and its kind is known.
document.addEventListener("change", event => {
  const form = event.target.closest?.("form[data-tus]");
  const field = form?.querySelector("input[type=file]");
  if (!field) return;
  if (field.dataset.portrait) look(field, field.files[0]);
  else if (field.files.length > 0 && field.reportValidity()) send(form, [...field.files]);
});

// What a browser with script can do beyond the plain form.
function equip() {
  for (const field of document.querySelectorAll("form[data-tus] input[type=file]")) {
    if (field.dataset.equipped) continue;
    field.dataset.equipped = "yes";
    field.multiple = !field.dataset.portrait && !field.form.elements.replaces;
    field.form.querySelector("button[type=submit]").hidden = !field.dataset.portrait;
    const drop = document.createElement("p");
    drop.className = "muted small";
    drop.textContent = words.drop;
    if (!field.dataset.portrait && !matchMedia("(pointer: coarse)").matches) field.after(drop);
    if (!matchMedia("(pointer: coarse)").matches) continue;
    const camera = document.createElement("button");
    camera.type = "button";
    camera.className = "plain camera";
    camera.textContent = words.camera;
    camera.addEventListener("click", () => {
      const accept = field.accept;
      field.accept = "image/jpeg,image/png";
      field.setAttribute("capture", field.dataset.portrait ? "user" : "environment");
      field.click();
      field.accept = accept;
      field.removeAttribute("capture");
    });
    field.after(camera);
  }
}
equip();
document.addEventListener("htmx:afterSettle", equip);
