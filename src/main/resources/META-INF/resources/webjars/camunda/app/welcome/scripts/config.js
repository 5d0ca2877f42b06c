// Welcome: Chinese first, and links into the product.
import { address, english, settings } from '../../zhiping/scripts/reader.js';

export default {
  ...settings('欢迎页', 'Welcome'),
  links: english
    ? [{ label: 'Desk', href: address('/desk'), description: 'Your open tasks, cases and sessions' }]
    : [{ label: '工作台', href: address('/desk'), description: '您的待办任务、案卷和考试场次' }]
};
