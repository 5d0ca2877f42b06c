// Who reads: the apps take the first language of the browser, and here everything but English reads Chinese.
import './sign-in.js';

const first = (navigator.languages && navigator.languages[0]) || navigator.language || 'zh';

export const english = first.toLowerCase().startsWith('en');
document.documentElement.lang = english ? 'en' : 'zh-CN';

/** The settings that all apps share: one fallback only, so that a second locale never replaces the dates of the first. */
export function settings(chinese, inEnglish) {
  return {
    app: english ? { vendor: 'Zhiping', name: inEnglish } : { vendor: '职评', name: chinese },
    locales: { availableLocales: ['zh', 'en'], fallbackLocale: english ? 'en' : 'zh' },
    disableWelcomeMessage: true
  };
}

/** An address of the product outside the Camunda apps. */
export function address(path) {
  return document.querySelector('base').getAttribute('app-root').replace(/\/camunda$/, '') + path;
}
