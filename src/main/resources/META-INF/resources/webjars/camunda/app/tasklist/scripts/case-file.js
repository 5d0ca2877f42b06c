// The case file (or the exam session) of the task in hand: as a tab of the task, and beside its form. The page in the frame is the
// desk's own, for this reader and in this session; it has its own styles and its own rules of what may run.
import { address, english } from '../../zhiping/scripts/reader.js';

const BESIDE = 'case-file-beside';
const KEPT = 'zhiping.caseFileBeside';
/** On a phone a task opens below the list that it was chosen from. */
const oneBelowTheOther = matchMedia('(max-width: 767px)');
const texts = english
  ? { tab: 'Case file', beside: 'Case file beside the form', title: 'Case file of this task' }
  : { tab: '案卷', beside: '案卷与表单并排', title: '本任务的案卷' };

function frame(taskId) {
  const file = document.createElement('iframe');
  file.title = texts.title;
  file.className = 'case-file';
  file.src = address('/desk/tasks/' + encodeURIComponent(taskId) + '/panel?framed=true');
  return file;
}

function aside() {
  const found = document.querySelector('aside.' + BESIDE);
  if (found) {
    return found;
  }
  const made = document.createElement('aside');
  made.className = BESIDE;
  made.setAttribute('aria-label', texts.tab);
  document.body.appendChild(made);
  return made;
}

/** Whoever had it beside the form finds it there with the next task. */
function wanted(change) {
  try {
    if (change !== undefined) {
      localStorage.setItem(KEPT, change);
    }
    return localStorage.getItem(KEPT) === 'true';
  } catch {
    return Boolean(change);
  }
}

function show(taskId, on) {
  const place = aside();
  document.body.classList.toggle(BESIDE, Boolean(on && taskId));
  if (place.dataset.task !== (on && taskId || '')) {
    place.dataset.task = on && taskId || '';
    place.replaceChildren(...(on && taskId ? [frame(taskId)] : []));
  }
}

const tab = {
  id: 'zhiping-case-file',
  pluginPoint: 'tasklist.task.detail',
  priority: 950,
  properties: { label: texts.tab },
  render(node, { taskId }) {
    node.replaceChildren(frame(taskId));
  }
};

const toggle = {
  id: 'zhiping-case-file-beside',
  pluginPoint: 'tasklist.task.action',
  priority: 200,
  render(node, ignored, scope) {
    const button = document.createElement('button');
    button.type = 'button';
    button.className = 'btn btn-link case-file-toggle';
    button.textContent = texts.beside;
    const update = on => {
      button.setAttribute('aria-pressed', on);
      show(scope.task && scope.task.id, on);
    };
    button.addEventListener('click', () => update(wanted(button.getAttribute('aria-pressed') !== 'true')));
    node.appendChild(button);
    scope.$watch('task.id', id => {
      update(wanted());
      if (id && oneBelowTheOther.matches) node.closest('.task-details')?.scrollIntoView();
    });
    scope.$on('$destroy', () => show(null, false));
  }
};

export default [tab, toggle];
