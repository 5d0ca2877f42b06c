// Chinese months and days in the date pickers: the apps' locale files name the dates in text, but not those in the pickers.
import { english } from './reader.js';

const months = ['一月', '二月', '三月', '四月', '五月', '六月', '七月', '八月', '九月', '十月', '十一月', '十二月'];
const days = ['日', '一', '二', '三', '四', '五', '六'];

function pickers($locale) {
  Object.assign($locale, { id: 'zh-cn' });
  Object.assign($locale.DATETIME_FORMATS, {
    MONTH: months, STANDALONEMONTH: months, SHORTMONTH: months,
    DAY: days.map(day => '星期' + day), SHORTDAY: days.map(day => '周' + day),
    AMPMS: ['上午', '下午'], FIRSTDAYOFWEEK: 0
  });
  return $locale;
}

if (!english) {
  angular.module('ng').decorator('$locale', ['$delegate', pickers]);
  window.flatpickr?.localize({
    weekdays: { shorthand: days, longhand: days.map(day => '星期' + day) },
    months: { shorthand: months, longhand: months },
    firstDayOfWeek: 1, rangeSeparator: ' 至 ', weekAbbreviation: '周', scrollTitle: '滚动切换', toggleTitle: '点击切换',
    amPM: ['上午', '下午'], yearAriaLabel: '年', monthAriaLabel: '月', hourAriaLabel: '时', minuteAriaLabel: '分', time_24hr: true
  });
}
