// What is filled into a task's form is kept on the server, by the scripts and at the addresses of the desk: whoever begins here may go on
// there, and two windows of one task hear of each other.
import { show } from '/js/form-viewer.js';
import { putBack } from '/js/form-words.js';
import { keepForm } from '/js/kept-form.js';
import { taskServer } from '/js/task-server.js';
import { address } from '../../zhiping/scripts/reader.js';

const TRIES = 3;
const PAUSE_MS = 1000;
const LOGIN_REQUIRED = 'authentication.login.required';
/** What the forms on this page have not kept yet, also those that were left for another task or tab meanwhile. */
const keepers = new Set();
const left = new Map();
const anyUnsaved = () => [...keepers].some(one => one.draft.unsaved());

function over(one) {
  one.end();
  keepers.delete(one);
}

/** So that Tasklist offers again to claim it. */
function readAgain(scope) {
  for (let one = scope; one; one = one.$parent) {
    if (one.taskData) {
      one.taskData.changed('task');
      return;
    }
  }
}

/** Asks again where nothing was answered: without this the form would be there, but nothing of it kept. */
async function asked(page) {
  for (let tries = 1; ; tries++) {
    const answer = await fetch(page, { headers: { Accept: 'text/html' } }).catch(() => null);
    if (answer && answer.status < 500 || tries === TRIES) {
      return answer || { ok: false };
    }
    await new Promise(done => setTimeout(done, PAUSE_MS));
  }
}

async function keeper(id, scope) {
  const page = address(`/desk/tasks/${id}/kept`);
  const answer = await asked(page);
  const place = answer.ok && new DOMParser().parseFromString(await answer.text(), 'text/html').querySelector('.kept-form');
  if (!place) {
    return null;
  }
  document.body.setAttribute('hx-headers', place.getAttribute('hx-headers'));
  const send = taskServer({ task: id, person: place.dataset.person, page, root: address('') });
  const lost = ({ code, detail }) => {
    one.tell('refused', detail);
    if (code === 'task-unclaimed') {
      scope.$applyAsync(() => readAgain(scope));
    }
  };
  const one = keepForm({ place, words: place.dataset, send, lost });
  return Object.assign(one, { send });
}

/**
 * Keeps the form of a task in Tasklist while the reader has that task.
 *
 * @param id      of the task
 * @param scope   of the form's directive
 * @param element that the form stands in
 */
export function keeping(id, scope, element) {
  let form, schema, kept = null, beginning = null, gone = false;

  function begin() {
    beginning = beginning || beginOnce().catch(() => null).finally(() => { beginning = null; });
    return beginning;
  }

  async function beginOnce() {
    const before = left.get(id);
    left.delete(id);
    await before?.draft.save();
    if (before?.draft.unsaved()) {
      if (gone) {
        left.set(id, before);
        return;
      }
      kept = before;
      kept.goOnIn(form);
    } else {
      if (before) over(before);
      const one = await keeper(id, scope);
      const { ok, body } = one ? await one.send('GET', '/form') : {};
      if (!ok || !body.mine) return;
      const back = body.draft ? putBack(schema, body.shown, body.draft.values) : { fits: true };
      if (body.draft) {
        show(form, back.data);
        // Kept by the browser alone until there was a draft on the server.
        localStorage.removeItem(`camunda-form:${id}`);
      }
      form.setProperty('readOnly', false);
      one.draft = await one.begin({ form, schema, shown: body.shown }, body.draft, back.fits);
      if (gone) {
        one.end();
        return;
      }
      kept = one;
      keepers.add(kept);
    }
    element.parentElement.querySelector('.kept-form')?.remove();
    element.after(kept.place);
  }

  async function leave() {
    if (!kept) return;
    const one = kept;
    kept = null;
    left.set(id, one);
    await one.draft.save();
    if (left.get(id) === one && !one.draft.unsaved()) {
      left.delete(id);
      over(one);
      if (!one.away()) one.place.remove();
    }
  }

  scope.$on('$destroy', () => {
    gone = true;
    leave();
  });
  scope.$watch('options.disableForm', disabled => {
    if (disabled) leave();
    else if (form && !kept) begin();
  });

  return {
    /** The form is made; it shows what was kept before it is shown itself. */
    made(one) {
      const read = one.importSchema;
      one.importSchema = async (...all) => {
        const heard = await read.apply(one, all);
        form = one;
        schema = all[0];
        if (!scope.options?.disableForm) await begin();
        return heard;
      };
    },

    kept: () => Boolean(kept),
    save: () => kept.draft.save(),

    /** @returns whether the task may be completed with what is here: no other window has kept anything that this one has not seen */
    async ready() {
      if (!kept) return true;
      const { draft, place } = kept;
      await draft.save();
      if (kept.away()) return true;
      if (!draft.held()) {
        const { ok, body, trouble } = await kept.send('GET', `/mine?seen=${draft.seen()}`);
        if (trouble) kept.tell(trouble);
        if (trouble || !ok || !body.draft) return !trouble;
        if (draft.met(body.draft)) return true;
      }
      place.querySelector(draft.held() ? '#newer' : '#state').scrollIntoView({ block: 'nearest' });
      if (draft.held()) place.querySelector('#newer').focus();
      return false;
    },

    completed() {
      if (kept) over(kept);
      kept = null;
    }
  };
}

/** When the session has ended Tasklist leaves for the sign-in. It stays while something is not kept: the page then says where to sign in again. */
export function staysWhileUnsaved($rootScope) {
  const broadcast = $rootScope.$broadcast;
  let reader = null;
  $rootScope.$broadcast = function (name, ...all) {
    reader = $rootScope.authentication || reader;
    const leaving = name === LOGIN_REQUIRED || name === 'authentication.changed' && !all[0];
    if (leaving && anyUnsaved()) {
      $rootScope.authentication = reader;
      return { name, defaultPrevented: true };
    }
    return broadcast.call(this, name, ...all);
  };
}

/** The scope as Tasklist's own form is to see it: at the end of a session it would put what was filled in into the browser's storage, readable for anybody. */
export function withoutOwnStorage(scope, keeping) {
  return Object.assign(Object.create(scope), {
    $watch: (...all) => scope.$watch(...all),
    $on: (name, listener) => scope.$on(name, name === LOGIN_REQUIRED ? (...all) => keeping.kept() || listener(...all) : listener)
  });
}
