// The way back from Tasklist and Cockpit to the desk, in the navigation bar that both offer to plugins; from Tasklist also to the tasks of
// those for whom the reader stands in, which no list of Tasklist can show.
import { address, asked, english } from './reader.js';

const app = document.querySelector('base').getAttribute('app-name');

function link(path, text) {
  return Object.assign(document.createElement('a'), { href: address(path), target: '_self', className: 'zhiping-desk', textContent: text });
}

const desk = {
  id: 'zhiping-desk',
  pluginPoint: app === 'tasklist' ? 'tasklist.navbar.action' : 'cockpit.navigation',
  properties: { priority: app === 'tasklist' ? -10 : 0 },
  render(node) {
    node.append(link('/desk', english ? 'Desk' : '工作台'));
  }
};

const standingIn = {
  id: 'zhiping-standing-in',
  pluginPoint: 'tasklist.navbar.action',
  properties: { priority: -20 },
  async render(node) {
    const counts = await asked(address('/desk/worklist/counts'));
    if (counts?.deputy) {
      node.append(link('/desk/worklist?view=deputy', `${english ? 'Standing in' : '我代办的'} ${counts.deputy}`));
    }
  }
};

export default app === 'tasklist' ? [desk, standingIn] : desk;
