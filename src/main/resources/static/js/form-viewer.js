// The form as Tasklist shows it: by the viewer that Camunda's web apps ship (their lib/runtime.js and lib/deps.js are on the page), in
// Tasklist's clothes and words. It stands in a shadow root, so that neither its styles nor the desk's reach the other.
import { formTexts } from "/camunda/app/tasklist/scripts/form-texts.js";
import { pickerTexts } from "/camunda/app/zhiping/scripts/calendar-texts.js";
import { EVERY_KEY, formViewer } from "/camunda/app/zhiping/scripts/form-viewer.js";
import { keepInChinese } from "/camunda/app/zhiping/scripts/translation.js";

const STYLES = ["/camunda/app/tasklist/camunda-tasklist-bootstrap.css", "/camunda/app/zhiping/styles/forms.css", "/css/task-form.css"];

function styled(root) {
  return Promise.all(STYLES.map(href => new Promise(done => {
    const link = Object.assign(document.createElement("link"), { rel: "stylesheet", href, onload: done, onerror: done });
    root.append(link);
  })));
}

/** @returns the form-js form, shown in {@code host} */
export async function openForm(host, schema, data, readOnly) {
  const viewer = formViewer();
  if (!viewer) throw new Error("no form viewer");
  host.replaceChildren();
  const root = host.attachShadow({ mode: "open" });
  const ready = styled(root);
  const container = root.appendChild(document.createElement("div"));
  if (document.documentElement.lang.startsWith("zh")) {
    keepInChinese(container, formTexts);
    if (window.flatpickr) window.flatpickr.localize(pickerTexts);
  }
  const form = await viewer.createForm({ ...EVERY_KEY, container, schema, data, properties: { readOnly } });
  await ready;
  return form;
}

/** The values of the form's fields, as they would be submitted. */
export const values = form => form._getSubmitData();

/** Puts other values into the fields; the focus and what is being typed elsewhere stay. What a row lacks is empty, as when the form is made. */
export function show(form, data) {
  form._setState({ data: form._getInitializedFieldData(structuredClone({ ...form._getState().data, ...data })), errors: {} });
}

// All input fields of a schema, groups opened; a list stays one entry.
export function fields(schema) {
  return (schema.components || []).flatMap(one => one.type === "group" ? fields(one) : one.key || one.type === "dynamiclist" ? [one] : []);
}

/** Shows faults of the server at their fields. @returns for each fault the id and row of its field, or null */
export function showFaults(form, schema, faults) {
  const errors = { ...form._getState().errors };
  const places = faults.map(fault => place(schema, fault.field || ""));
  places.forEach((at, i) => {
    if (!at || at.quiet) return;
    const text = [faults[i].message];
    errors[at.id] = at.row === undefined ? text : Object.assign([], errors[at.id], { [at.row]: text });
  });
  form._setState({ errors });
  return places;
}

function place(schema, name) {
  const [, list, row, key] = /^(\w+)\[(\d+)]\.?(.*)$/.exec(name) || [];
  const all = fields(schema);
  if (list === undefined) {
    const field = all.find(one => one.key === name), whole = all.find(one => one.type === "dynamiclist" && one.path === name);
    const first = whole && fields(whole).find(one => !one.readonly);
    return field ? { id: field.id } : first ? { id: first.id, row: 0, quiet: true } : null;
  }
  const parent = all.find(one => one.type === "dynamiclist" && one.path === list);
  const field = parent && fields(parent).find(one => key === "" ? !one.readonly : one.key === key);
  return field ? { id: field.id, row: Number(row) } : null;
}

/** What the viewer itself found wrong, in the order of the form; a row is called by what it is about. */
export function ownFaults(form, schema, errors) {
  const found = [];
  for (const one of fields(schema)) {
    for (const field of one.type === "dynamiclist" ? fields(one) : [one]) {
      const texts = errors[field.id];
      if (!texts) continue;
      for (const [row, text] of one.type === "dynamiclist" ? Object.entries(texts) : [[undefined, texts]]) {
        if (text) found.push({ at: { id: field.id, row: row === undefined ? undefined : Number(row) }, message: `${row === undefined ? "" : `${rowName(form, one, row)} · `}${field.label}：${[].concat(text).join(" ")}` });
      }
    }
  }
  return found;
}

function rowName(form, list, row) {
  const name = fields(list).find(field => field.readonly);
  return name && form._getState().data[list.path]?.[row]?.[name.key] || `${list.label} ${Number(row) + 1}`;
}

/** Puts the focus into a field. */
export function focusField(host, at) {
  const end = at.id + (at.row === undefined ? "" : "_" + at.row);
  const found = host.shadowRoot.querySelector(`[id$="-${end}"]:is(input, textarea, select, button, [tabindex]), [id*="-${end}-"]:is(input, button)`);
  if (found) found.focus();
}
