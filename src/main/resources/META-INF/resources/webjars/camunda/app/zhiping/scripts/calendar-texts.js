// Months, days and words of the date pickers in Chinese, in Tasklist, Cockpit and at the desk.
export const months = ['一月', '二月', '三月', '四月', '五月', '六月', '七月', '八月', '九月', '十月', '十一月', '十二月'];
export const days = ['日', '一', '二', '三', '四', '五', '六'];

/** For flatpickr, which forms use. */
export const pickerTexts = {
  weekdays: { shorthand: days, longhand: days.map(day => '星期' + day) },
  months: { shorthand: months, longhand: months },
  firstDayOfWeek: 1, rangeSeparator: ' 至 ', weekAbbreviation: '周', scrollTitle: '滚动切换', toggleTitle: '点击切换',
  amPM: ['上午', '下午'], yearAriaLabel: '年', monthAriaLabel: '月', hourAriaLabel: '时', minuteAriaLabel: '分', time_24hr: true
};
