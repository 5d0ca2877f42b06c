// The way back from Tasklist and Cockpit to the desk, in the navigation bar that both offer to plugins.
import { address, english } from './reader.js';

const app = document.querySelector('base').getAttribute('app-name');

export default {
  id: 'zhiping-desk',
  pluginPoint: app === 'tasklist' ? 'tasklist.navbar.action' : 'cockpit.navigation',
  properties: { priority: app === 'tasklist' ? -10 : 0 },
  render(node) {
    const link = document.createElement('a');
    link.href = address('/desk');
    link.target = '_self';
    link.className = 'zhiping-desk';
    link.textContent = english ? 'Desk' : '工作台';
    node.appendChild(link);
  }
};
