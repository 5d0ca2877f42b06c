// Admin: Chinese first.
import { settings } from '../../zhiping/scripts/reader.js';

export default {
  ...settings('系统管理', 'Admin'),
  customScripts: ['../zhiping/scripts/calendar', '../zhiping/scripts/refusals']
};
