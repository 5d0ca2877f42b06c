// Camunda's form viewer (form-js), which its web apps bring along in lib/deps.js.

/** The numbers of the bundle's modules change with every version; what a module exports does not. @returns the exports, or null */
export function formViewer() {
  let found = null;
  (self.webpackChunkcamunda_bpm_webapp = self.webpackChunkcamunda_bpm_webapp || []).push([['zhiping'], {}, require => {
    const id = Object.keys(require.m).find(one => String(require.m[one]).includes('.createForm='));
    found = id ? require(id) : null;
  }]);
  return found && typeof found.createForm === 'function' ? found : null;
}

/**
 * By itself the viewer takes text over 300 ms after the last key. Whatever lets it draw the form in that time draws the old value over
 * what was typed, and then takes that over. So every key counts at once.
 */
export const EVERY_KEY = { debounce: false };
