// Cockpit: Chinese first, a way back to the desk.
import { settings } from '../../zhiping/scripts/reader.js';

export default {
  ...settings('流程监控', 'Cockpit'),
  customScripts: ['scripts/decisions', '../zhiping/scripts/calendar', '../zhiping/scripts/diagrams', '../zhiping/scripts/refusals', '../zhiping/scripts/desk-link']
};
