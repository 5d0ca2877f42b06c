// Half-filled forms: put back into a form that may have changed meanwhile, brought together from two windows, and said in words for when there is no form any more.
import { fields } from "./form-viewer.js";

const same = (one, other) => String(one ?? "") === String(other ?? "");

/**
 * What the form shows now with what was typed before. A row of a list is known again by its read-only fields.
 * @returns the data, and whether something typed had no place in it
 */
export function putBack(schema, shown, typed) {
  const data = structuredClone(shown);
  let fits = true;
  for (const field of fields(schema)) {
    if (field.type === "dynamiclist") {
      const put = rows(field, shown[field.path], typed[field.path]);
      data[field.path] = put.rows;
      fits = fits && put.fits;
    } else if (!field.readonly && field.key in typed) {
      data[field.key] = typed[field.key];
    }
  }
  return { data, fits };
}

function rows(list, shown = [], typed) {
  if (!Array.isArray(typed)) return { rows: shown, fits: true };
  if (list.allowAddRemove !== false) return { rows: typed, fits: true };
  const inner = fields(list), fixed = inner.filter(one => one.readonly), open = inner.filter(one => !one.readonly);
  const left = typed.map(row => row || {});
  const now = Array.isArray(shown) ? shown : [];
  const put = now.map(row => {
    const at = fixed.length ? known(fixed, row, now, left) : 0;
    if (at < 0 || at >= left.length) return row;
    const [mine] = left.splice(at, 1);
    return { ...row, ...Object.fromEntries(open.filter(field => field.key in mine).map(field => [field.key, mine[field.key]])) };
  });
  return { rows: put, fits: left.every(row => open.every(field => same(row[field.key], ""))) };
}

// The same in every read-only field; else, as after a change of language, in one that tells all rows apart.
function known(fixed, row, now, left) {
  const all = left.findIndex(one => fixed.every(field => same(one[field.key], row[field.key])));
  if (all >= 0) return all;
  const once = (rows, key, value) => rows.filter(one => same(one[key], value)).length === 1;
  const telling = fixed.find(({ key }) => !same(row[key], "") && once(now, key, row[key]) && once(left, key, row[key]));
  return telling ? left.findIndex(one => same(one[telling.key], row[telling.key])) : -1;
}

/**
 * What one press chooses in all rows of a form's lists: a field says by its property {@code rest} what it is where nothing has been chosen.
 * @returns the words of what is chosen, empty when no field says so, and the data with it
 */
export function rest(schema, data) {
  const words = [], filled = {};
  for (const list of fields(schema).filter(one => one.type === "dynamiclist")) {
    const said = fields(list).filter(one => one.properties?.rest);
    if (!said.length || !data[list.path]?.length) continue;
    words.push(...said.map(one => label(one, data, one.properties.rest)));
    filled[list.path] = data[list.path].map(row => ({ ...row, ...Object.fromEntries(said.filter(one => same(row[one.key], "")).map(one => [one.key, one.properties.rest])) }));
  }
  return { words, filled };
}

/**
 * Brings together what two windows made of the same values: what only one of them changed is taken from that one.
 * @returns the values, and whether both changed the same and not alike
 */
export function merge(base, mine, theirs) {
  if (alike(mine, theirs) || alike(base, theirs)) return { value: mine, clash: false };
  if (alike(base, mine)) return { value: theirs, clash: false };
  const all = [base, mine, theirs], lists = all.filter(Array.isArray);
  if (!all.every(one => one && typeof one === "object") || lists.length % 3 || lists.some(one => one.length !== mine.length)) {
    return { value: mine, clash: true };
  }
  const value = lists.length ? [] : {};
  let clash = false;
  for (const key of new Set(all.flatMap(Object.keys))) {
    const one = merge(base[key], mine[key], theirs[key]);
    if (one.value !== undefined) value[key] = one.value;
    clash = clash || one.clash;
  }
  return { value, clash };
}

const alike = (one, other) => JSON.stringify(one ?? "") === JSON.stringify(other ?? "");

/** What was typed, a line each, without what stands as the form showed it; what the form only shows is named where it tells the rows of a list apart. */
export function inWords(schema, shown, typed) {
  const lines = [];
  const say = (field, value, before, now) => {
    if (alike(value, now)) return;
    const text = [].concat(value ?? []).map(one => label(field, shown, one)).filter(one => one !== "").join("、");
    if (text !== "" && !field.readonly) lines.push(`${before}${field.label}：${text}`);
  };
  for (const field of fields(schema)) {
    if (field.type !== "dynamiclist") {
      say(field, typed[field.key], "", shown[field.key]);
      continue;
    }
    (typed[field.path] || []).forEach((row, i) => {
      const inner = fields(field), name = inner.find(one => one.readonly);
      inner.forEach(one => say(one, row && row[one.key], `${field.label} ${i + 1}${name && row && row[name.key] ? `（${row[name.key]}）` : ""} · `, shown[field.path]?.[i]?.[one.key]));
    });
  }
  return lines.join("\n");
}

function label(field, shown, value) {
  const choices = field.values || shown[field.valuesKey] || [];
  const chosen = choices.find(one => one && one.value === value);
  return chosen ? chosen.label : value === true ? "✓" : value === false ? "" : String(value);
}
