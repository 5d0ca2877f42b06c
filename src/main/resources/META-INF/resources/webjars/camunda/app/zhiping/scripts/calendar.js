// Chinese months and days in the date pickers: the apps' locale files name the dates in text, but not those in the pickers.
import { days, months, pickerTexts } from './calendar-texts.js';
import { english } from './reader.js';

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
  window.flatpickr?.localize(pickerTexts);
}
