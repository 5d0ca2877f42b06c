// Tasklist: Chinese first, forms with lists, a way back to the desk.
import { english, settings } from '../../zhiping/scripts/reader.js';

const shortcut = (key, chinese, inEnglish) => ({ key, description: english ? inEnglish : chinese });

export default {
  ...settings('任务列表', 'Tasklist'),
  customScripts: ['scripts/forms', 'scripts/cards', 'scripts/case-file', '../zhiping/scripts/calendar', '../zhiping/scripts/diagrams', '../zhiping/scripts/refusals', '../zhiping/scripts/desk-link'],
  shortcuts: {
    claimTask: shortcut('ctrl+alt+c', '认领当前任务', 'Claim the selected task'),
    focusFilter: shortcut('ctrl+shift+f', '转到第一个筛选器', 'Go to the first filter'),
    focusList: shortcut('ctrl+alt+l', '转到列表中的第一个任务', 'Go to the first task of the list'),
    focusForm: shortcut('ctrl+alt+f', '转到表单的第一个输入框', 'Go to the first field of the form'),
    startProcess: shortcut('ctrl+alt+p', '打开“启动流程”', 'Open the dialog that starts a process')
  }
};
